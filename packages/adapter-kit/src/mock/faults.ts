/** What goes wrong on demand. */
import { fieldsOf, Refusal, type Answer } from './exchange.ts';

/**
 * - `answer`: `status`, `headers` and `body` in place of the shop’s answer. What is left out is 503, none, and a small JSON error.
 * - `html`: a page in place of JSON, with `status` (200 when left out), as a proxy or a login wall sends it.
 * - `truncated`: the request is done, and half of its JSON is sent as if it were all.
 * - `cut`: the request is done, and the connection breaks in the middle of the answer.
 * - `lost`: the request is done, and the connection breaks before the answer.
 * - `close`: the connection breaks and nothing is done.
 * - `hang`: nothing is done and nothing is answered, until the client goes away.
 * - `slow`: the request is done, and answered after `milliseconds`.
 */
export const MODES = ['answer', 'html', 'truncated', 'cut', 'lost', 'close', 'hang', 'slow'] as const;
export type FaultMode = (typeof MODES)[number];

export interface Fault {
  /** Method and path, `*` for anything: `GET /orders*`, `* /points/*`. A `?` in it matches against the query, too. */
  match: string;
  mode: FaultMode;
  /** How often; until it is cleared when left out. */
  times?: number;
  status?: number;
  headers?: Record<string, string>;
  /** A text as it is, anything else as JSON. */
  body?: unknown;
  /** How late `slow` is; 1,000 when left out. */
  milliseconds?: number;
}

/** A fault as somebody writes it: `mode` is `answer` when it is left out. */
export type FaultInput = Omit<Fault, 'mode'> & { mode?: FaultMode };

/** @throws Refusal that says which field is wrong and what it may be. */
export function readFault(input: unknown): Fault {
  const fault = fieldsOf(input);
  const wrong = (what: string): never => {
    throw new Refusal(400, 'bad_fault', what);
  };
  const { match, mode = 'answer', times, status, headers, milliseconds } = fault;
  if (typeof match !== 'string' || !/^(\*|[A-Z]+) \S+$/.test(match)) wrong('“match” has to be a method and a path, such as "GET /orders*".');
  if (!(MODES as readonly unknown[]).includes(mode)) wrong(`“mode” has to be one of ${MODES.join(', ')}.`);
  if (times !== undefined && !(Number.isInteger(times) && Number(times) > 0)) wrong('“times” has to be a whole number from 1 on.');
  if (status !== undefined && !(Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599)) wrong('“status” has to be a number from 200 to 599.');
  if (headers !== undefined && !Object.values(fieldsOf(headers)).every((value) => typeof value === 'string')) wrong('“headers” has to be an object of texts.');
  if (milliseconds !== undefined && !(Number.isInteger(milliseconds) && Number(milliseconds) >= 0)) wrong('“milliseconds” has to be a whole number from 0 on.');
  const known = ['match', 'mode', 'times', 'status', 'headers', 'body', 'milliseconds'];
  const stranger = Object.keys(fault).find((name) => !known.includes(name));
  if (stranger) wrong(`“${stranger}” is no field of a fault; there are ${known.join(', ')}.`);
  return { ...(fault as unknown as Fault), mode: mode as FaultMode };
}

/** Whether a fault is meant for a request. */
export function isMeant({ match }: Fault, method: string, path: string, query: string): boolean {
  const [wantedMethod = '', wantedPath = ''] = match.split(' ');
  const target = wantedPath.includes('?') ? path + query : path;
  const parts = wantedPath.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return [method, '*'].includes(wantedMethod) && new RegExp(`^${parts.join('.*')}$`).test(target);
}

const PAGE = '<!doctype html><html><head><title>One moment</title></head><body><h1>One moment, please</h1></body></html>';

/** What is answered in place of the shop; undefined where the shop answers all the same. */
export function inPlaceOf({ mode, status, headers = {}, body }: Fault): (Omit<Answer, 'body'> & { text: string }) | undefined {
  if (mode === 'html') return { status: status ?? 200, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, text: typeof body === 'string' ? body : PAGE };
  if (mode !== 'answer') return undefined;
  const given = body === undefined ? { error: 'fault', message: 'Somebody asked for this fault.' } : body;
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  return { status: status ?? 503, headers: { 'content-type': 'application/json', ...headers }, text };
}

/** The faults that wait, in the order in which they were given; the first that is meant for a request is used. */
export class Faults {
  #waiting: Fault[] = [];

  get list(): readonly Fault[] {
    return this.#waiting;
  }

  /** Takes the place of all before. */
  set(faults: readonly Fault[]): void {
    this.#waiting = faults.map((fault) => ({ ...fault }));
  }

  /** The fault for a request, which is used up by it. */
  take(method: string, path: string, query: string): Fault | undefined {
    const fault = this.#waiting.find((each) => isMeant(each, method, path, query));
    if (fault?.times !== undefined) {
      fault.times -= 1;
      if (!fault.times) this.#waiting = this.#waiting.filter((each) => each !== fault);
    }
    return fault;
  }
}
