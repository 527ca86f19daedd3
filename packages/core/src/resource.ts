/** A store over one read: the last answer, its age, and the way to the next. */
import type { AdapterError } from '@aftercart/contract';
import { atom, type ReadableAtom } from 'nanostores';
import type { OnReport } from './report.ts';

/**
 * - `idle`: nobody has asked. `loading`: asked, nothing there yet.
 * - `ready`: an answer. `refreshing`: an answer, and a newer one on its way.
 * - `stale`: an answer, and the newer one failed (`error` says why).
 * - `error`: nothing there, and asking failed.
 */
export type ResourceStatus = 'idle' | 'loading' | 'ready' | 'refreshing' | 'stale' | 'error';

export interface ResourceState<T> {
  readonly status: ResourceStatus;
  /** The last good answer; null when there is no such thing. */
  readonly data?: T | null;
  /** When that answer came, in milliseconds since 1970. */
  readonly asOf?: number;
  readonly error?: AdapterError;
}

/** A read that fetches when somebody subscribes and stops when the last one leaves. */
export interface Resource<T> extends ReadableAtom<ResourceState<T>> {
  /** The state now. Reading it asks for nothing, unlike `get()`, which subscribes for a moment. */
  readonly value: ResourceState<T>;
  /** Asks again now, unless that is under way already. */
  revalidate(): Promise<void>;
  /** Changes the answer in place, for live updates. */
  update(change: (data: T) => T): void;
}

export interface ResourceEnvironment {
  now(): number;
  /** Milliseconds for which an answer is good without asking again. */
  freshFor: number;
  report: OnReport;
}

export interface ManagedResource<T> extends Resource<T> {
  /** Whether somebody is subscribed. */
  mounted: boolean;
  /** Forgets everything, for a change of shopper; asks again if somebody is subscribed. */
  reset(): void;
  /**
   * Asks again where the answer has aged, or where asking failed.
   *
   * @param force Whether every answer counts as aged, one that is on its way included.
   */
  wake(force: boolean): void;
}

/** For how long a store waits for its next subscriber when the last one has left, in milliseconds. */
const PATIENCE = 1_000;

/**
 * @param load Reads once; its signal aborts when the answer is wanted no more.
 * @param seed A first answer and when it came.
 * @param live Runs beside a mounted resource that has an answer, and may `update` it until its signal aborts.
 */
export function createResource<T>(
  { now, freshFor, report }: ResourceEnvironment,
  load: (signal: AbortSignal) => Promise<T | null>,
  seed?: ResourceState<T>,
  live?: (signal: AbortSignal) => void,
): ManagedResource<T> {
  const idle: ResourceState<T> = { status: 'idle' };
  const $state = atom<ResourceState<T>>(seed ?? idle);
  let flight: { controller: AbortController; done: Promise<void> } | undefined;
  let following: AbortController | undefined;
  /** Whether the answer has aged before its time. */
  let due = false;

  const show = (state: ResourceState<T>) => {
    try {
      $state.set(state);
    } catch (cause) {
      // All other subscribers were told; one that throws must not keep the data of the shopper before in other stores.
      report({ level: 'error', code: 'SUBSCRIBER_FAULT', where: 'store', message: String(cause), cause });
    }
  };

  /** Shows a status, which depends on whether there is an answer, and keeps the answer. */
  const turn = (withData: ResourceStatus, without: ResourceStatus, error?: AdapterError) => {
    const { data, asOf } = $state.value;
    show({ status: data === undefined ? without : withData, ...(data !== undefined && { data, asOf: asOf! }), ...(error && { error }) });
  };

  const land = () => {
    flight?.controller.abort();
    flight = undefined;
  };

  const stop = () => {
    land();
    following?.abort();
    following = undefined;
  };

  const follow = () => {
    if (!live || following || !resource.mounted || !$state.value.data) return;
    following = new AbortController();
    live(following.signal);
  };

  const revalidate = (): Promise<void> => {
    if (flight) return flight.done;
    const controller = new AbortController();
    const isWanted = () => flight?.controller === controller;
    const done = load(controller.signal).then(
      (data) => {
        if (!isWanted()) return;
        flight = undefined;
        due = false;
        show({ status: 'ready', data, asOf: now() });
        follow();
      },
      (error: AdapterError) => {
        if (!isWanted()) return;
        flight = undefined;
        due = true;
        turn('stale', 'error', error);
      },
    );
    flight = { controller, done };
    turn('refreshing', 'loading');
    return done;
  };

  const aged = () => {
    const { asOf } = $state.value;
    return due || asOf === undefined || now() - asOf > freshFor;
  };

  const resource: ManagedResource<T> = Object.assign($state, {
    mounted: false,
    revalidate,
    update(change: (data: T) => T) {
      const { data } = $state.value;
      if (data) show({ ...$state.value, data: change(data), asOf: now() });
    },
    reset() {
      stop();
      show(idle);
      if (resource.mounted) void revalidate();
    },
    wake(force: boolean) {
      due ||= force;
      if (!resource.mounted || !aged()) return;
      // An answer that set out before, say, a write knows nothing of it.
      if (force) land();
      void revalidate();
    },
  });

  // What `onMount` of nanostores does; its events for any number of hooks would be a quarter of a kilobyte.
  const { listen } = $state;
  $state.listen = (...listener) => {
    if (!resource.mounted) {
      resource.mounted = true;
      if (aged()) void revalidate();
      else follow();
    }
    return listen(...listener);
  };
  $state.off = () => {
    setTimeout(() => {
      if ($state.lc || !resource.mounted) return;
      resource.mounted = false;
      stop();
      turn('ready', 'idle');
    }, PATIENCE);
  };

  return resource;
}
