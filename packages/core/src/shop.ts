/** A shop: one adapter, one shopper, and the stores over them. */
import type { Adapter, Capability, Guard } from '@aftercart/contract';
import { atom, type ReadableAtom } from 'nanostores';
import { checkAdapter, checkAnswer, createCaller, later, toAdapterError, type Call } from './caller.ts';
import { reportOnce, type OnReport } from './report.ts';
import { createResource, type ManagedResource, type Resource, type ResourceState } from './resource.ts';
import type { Consent, ShopStorage } from './storage.ts';
import { createTokenSource, type GetToken, type TokenSource } from './token.ts';

export interface ShopOptions {
  /** An adapter, or a function that loads one. */
  adapter: Adapter | (() => Adapter | Promise<Adapter>);
  /** Name that elements choose it by; `default` when left out. */
  name?: string;
  /** The shopper’s short-lived token, or null for a guest. Kept in memory only. */
  getToken?: GetToken;
  /** BCP 47 tag for reads that name none; the page’s language when left out. */
  locale?: string;
  /** Asked before anything is kept on the device. Without it nothing is. */
  consent?: Consent;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
  /** Where reports go; the console when left out. */
  onReport?: OnReport;
  /** Milliseconds that one call may take. 8,000 when left out. */
  timeout?: number;
  /** Milliseconds for which an answer is good without asking again. 60,000 when left out. */
  freshFor?: number;
  /** First answers by `service.method`, in the language of the shop, which save the first request. */
  seed?: Readonly<Record<string, unknown>> | undefined;
}

/** Live updates of a read, in a module that is loaded for adapters that have them. */
export interface Live<T> {
  /** Follows until the signal aborts. */
  live(shop: Shop, input: unknown, locale: string, signal: AbortSignal, resource: Resource<T>): Promise<void>;
}

export interface Shop {
  readonly name: string;
  readonly locale: string;
  /** Counts changes of shopper. */
  readonly $session: ReadableAtom<number> & { readonly value: number };
  readonly storage: ShopStorage;
  readonly report: OnReport;
  now(): number;
  /** The adapter, once it is loaded. */
  adapter(): Promise<Adapter>;
  /** The shopper’s token, for what an adapter does beside calls, such as a live connection. */
  token: TokenSource;
  /** Calls a method once: validated, timed out, with one renewal of the token. */
  call: Call;
  /** A signal that aborts when the shopper changes. */
  sessionSignal(): AbortSignal;
  /** Reads once, with retries. */
  read<T>(method: Capability, input: unknown, guard: Guard<T>, locale?: string, signal?: AbortSignal): Promise<T | null>;
  /**
   * The store over a read. The same method, input and language give the same store.
   *
   * @param live Loads what updates the answer in place, where the adapter has a `subscribe` beside the method.
   */
  resource<T>(method: Capability, input: unknown, guard: Guard<T>, locale?: string, live?: () => Promise<Live<T>>): Resource<T>;
  /** Asks again for what is on the page: of one service, or of all. */
  revalidate(service?: string): void;
  /** Starts over with another shopper: everything that was known of the one before is gone at once. */
  signIn(getToken?: GetToken): void;
  /** Starts over as a guest. */
  signOut(): void;
  /** Lets go of everything. */
  destroy(): void;
}

/** What the shop itself does with a store, whatever is in it. */
type Kept = Pick<ManagedResource<unknown>, 'mounted' | 'reset' | 'wake'> & { key: string };

/** More stores than a page has elements for means that inputs vary without end; the oldest unused go first. */
const MOST_RESOURCES = 200;

export function createShop(options: ShopOptions): Shop {
  const { name = 'default', now = Date.now, timeout = 8_000, freshFor = 60_000 } = options;
  const locale = options.locale || globalThis.document?.documentElement.lang || 'en';
  const report = reportOnce(options.onReport);
  /** All stores that may hold something, the last used last. */
  const resources = new Set<Kept>();
  const $session = atom(0);
  const born = now();
  let { seed } = options;
  let token = createTokenSource(options.getToken, now);
  let session = new AbortController();

  let loading: Promise<Adapter> | undefined;
  const adapter = () => {
    loading ??= Promise.resolve()
      .then(() => (typeof options.adapter === 'function' ? options.adapter() : options.adapter))
      .then(checkAdapter)
      .catch((thrown: unknown) => {
        // A failed download may work next time.
        loading = undefined;
        throw Object.assign(toAdapterError(thrown, 'UNAVAILABLE'), { where: 'adapter' });
      });
    return loading;
  };

  const sessionSignal = () => session.signal;
  const { call, read } = createCaller({ adapter, token: (refused) => token(refused), sessionSignal, timeout, report });

  const changeShopper = (getToken: GetToken | undefined) => {
    const before = session;
    session = new AbortController();
    token = createTokenSource(getToken, now);
    seed = undefined;
    before.abort();
    for (const resource of [...resources]) resource.reset();
    $session.set($session.value + 1);
  };

  const seedFor = <T>(method: Capability, input: unknown, guard: Guard<T>, language: string): ResourceState<T> | undefined => {
    const answer = seed?.[method];
    if (answer === undefined || language !== locale || Object.keys(input as object).length) return undefined;
    const where = `seed ${method}`;
    try {
      return { status: 'ready', data: answer === null ? null : checkAnswer(answer, guard, where, report), asOf: born };
    } catch (cause) {
      report({ level: 'warn', code: 'INVALID_RESPONSE', where, message: (cause as Error).message });
      return undefined;
    }
  };

  const wake = (force: boolean, service = '') => {
    for (const resource of [...resources]) if (resource.key.startsWith(service)) resource.wake(force);
  };
  // Asked for now, while the device is on line. A page that can’t have it keeps nothing and does not wake up.
  const rest = later().catch(() => {});
  const stopWaking = rest.then((found) => found?.onWake(wake));
  const kept = rest.then((found) => found?.createStorage(name, options.consent));

  const shop: Shop = {
    name,
    locale,
    $session,
    storage: {
      get: async (...which) => (await kept)?.get(...which) ?? null,
      set: async (...what) => (await kept)?.set(...what) ?? false,
    },
    report,
    now,
    adapter,
    token: (refused) => token(refused),
    call,
    sessionSignal,
    read: (method, input, guard, language = locale, signal = session.signal) => read(method, input, guard, { signal, locale: language }),
    resource<T>(method: Capability, input: unknown, guard: Guard<T>, language = locale, live?: () => Promise<Live<T>>) {
      const key = `${method} ${language} ${JSON.stringify(input)}`;
      const known = [...resources].find((resource) => resource.key === key);
      if (known) return known as unknown as Resource<T>;

      // At each use: one that had to make room for others may still be in somebody’s hands, and must hear of sign-out.
      const keep = () => {
        resources.delete(resource);
        resources.add(resource);
        for (const old of resources) {
          if (resources.size <= MOST_RESOURCES || old.mounted || old === resource) continue;
          resources.delete(old);
          old.reset();
        }
      };
      const load = (signal: AbortSignal) => {
        keep();
        return read(method, input, guard, { signal, locale: language });
      };
      const follow = live && ((signal: AbortSignal) => void rest.then((found) => found?.goLive(shop, method, live, input, language, signal, resource)));
      const resource: ManagedResource<T> & { key: string } = Object.assign(createResource({ now, freshFor, report }, load, seedFor(method, input, guard, language), follow), { key });
      keep();
      return resource;
    },
    revalidate(service) {
      seed = undefined;
      wake(true, service);
    },
    signIn: (next = options.getToken) => changeShopper(next),
    signOut: () => changeShopper(undefined),
    destroy() {
      void stopWaking.then((stop) => stop?.());
      session.abort();
      for (const resource of [...resources]) resource.reset();
      resources.clear();
    },
  };
  return shop;
}
