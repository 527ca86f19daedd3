/** One turn of a source: its requests, and how many and how fast they may be. */
import { setTimeout as wait } from 'node:timers/promises';
import { AdapterError } from '@aftercart/contract';
import { fetchJson } from '@aftercart/contract/fetch';
import type { Runtime } from '../context.ts';

export interface Answer {
  body: unknown;
  headers: Headers;
}

export interface Errand {
  runtime: Runtime;
  /** Requests that are left of this turn’s budget. */
  left(): number;
  /**
   * Asks for JSON, 200 milliseconds or more after the request before.
   *
   * @throws AdapterError as `fetchJson` of the contract; TIMEOUT when there is no answer. Its message may name an order: it is not for the log.
   */
  ask(url: URL, headers: Readonly<Record<string, string>>): Promise<Answer>;
  /** How far the source had come; null at its first turn. */
  state: unknown;
  /** Keeps how far it has come. */
  keep(state: object): Promise<void>;
}

/** A service that the server asks, as opposed to those that tell it. */
export interface UpstreamSource {
  name: 'aftership' | 'easypost' | 'woocommerce';
  /** Takes in what is new, as far as the budget goes. @throws AdapterError when the service can’t be asked. */
  pull(errand: Errand): Promise<void>;
}

/** Turned by tests. */
export interface Pace {
  /** Waits so many milliseconds. */
  pause?: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds for an answer. */
  patience?: number;
}

/** Five requests a second, which AfterShip and EasyPost allow. */
const PAUSE = 200;
const PATIENCE = 10_000;

export function createErrand(runtime: Runtime, state: unknown, keep: Errand['keep'], { pause, patience = PATIENCE }: Pace): Errand {
  const { stopping } = runtime;
  const rest = pause ?? ((milliseconds: number) => wait(milliseconds, undefined, { signal: stopping }));
  let left = runtime.config.upstream.budget;
  let isFirst = true;
  return {
    runtime,
    state,
    keep,
    left: () => left,
    async ask(url, headers) {
      if (!isFirst) await rest(PAUSE);
      isFirst = false;
      left -= 1;
      const late = AbortSignal.timeout(patience);
      let heard = new Headers();
      const listen = async (address: string, init: RequestInit): Promise<Response> => {
        // A redirect would take the key to wherever it leads.
        const answer = await fetch(address, { ...init, redirect: 'error' });
        heard = answer.headers;
        return answer;
      };
      try {
        const body = await fetchJson(url.href, { headers, fetch: listen }, { signal: AbortSignal.any([late, stopping]) });
        return { body, headers: heard };
      } catch (error) {
        throw late.aborted && !stopping.aborted ? new AdapterError('TIMEOUT', `No answer within ${patience / 1000} s.`) : error;
      }
    },
  };
}

/** An answer that is no JSON of the service’s. */
export const unreadable = (what: string): AdapterError => new AdapterError('INVALID_RESPONSE', what);
