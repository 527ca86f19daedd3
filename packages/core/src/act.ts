/** Writes: one key an act, one request an act, and the stores of the service asked again afterwards. */
import { isAdapterError, type Capability, type Guard } from '@aftercart/contract';
import { aborted } from './aborted.ts';
import type { Shop } from './shop.ts';

/** Acts that are under way, so that a double click is one act. */
const underWay = new WeakMap<Shop, Map<string, Promise<unknown>>>();
/** Keys of acts whose end is not known, so that trying again is the same act. */
const openKeys = new WeakMap<Shop, Map<string, string>>();

const mapOf = <T>(maps: WeakMap<Shop, Map<string, T>>, shop: Shop): Map<string, T> => {
  const map = maps.get(shop) ?? new Map<string, T>();
  maps.set(shop, map);
  return map;
};

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A random UUID. `crypto.randomUUID` is missing on pages without TLS. */
export const createKey = (): string =>
  crypto.randomUUID?.() ??
  hex(crypto.getRandomValues(new Uint8Array(16))).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');

/** A short name for an act that says nothing of what is in it, since it may be kept on the device. */
const nameOf = async (intent: string): Promise<string> =>
  crypto.subtle ? hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(intent)), 0, 8)) : '';

/** Waits for storage, but not for a shopper who has not answered the consent banner yet. */
const soon = <T>(promise: Promise<T>) => Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(resolve, 300))]);

/** Whether a write may have gone through although it failed. */
const undecided = (error: unknown) =>
  !isAdapterError(error) || error.retryable || /^(ABORTED|INVALID_RESPONSE|ADAPTER_FAULT)$/.test(error.code);

/**
 * Writes once. Until the end of an act is known, the same act has the same idempotency key: across a double click, a
 * time-out and, where the shopper agreed to storage, a reload.
 */
export function act<T>(shop: Shop, method: Capability, input: unknown, guard: Guard<T>, locale = shop.locale): Promise<T> {
  const acts = mapOf(underWay, shop);
  const keys = mapOf(openKeys, shop);
  const intent = `${shop.$session.value} ${method} ${JSON.stringify(input)}`;
  const running = acts.get(intent);
  if (running) return running as Promise<T>;
  // Taken now: what one shopper started must not be done in the name of the next.
  const signal = shop.sessionSignal();

  const run = async (): Promise<T> => {
    try {
      const name = await nameOf(intent);
      const keep = async (key: string | null) => name && soon(shop.storage.set('safety', name, key));
      const forget = () => {
        keys.delete(intent);
        return keep(null);
      };
      const idempotencyKey = keys.get(intent) || (name && (await soon(shop.storage.get('safety', name)))) || createKey();
      keys.set(intent, idempotencyKey);
      await keep(idempotencyKey);
      try {
        const result = await shop.call(method, input, guard, { signal, locale, idempotencyKey });
        await forget();
        if (signal.aborted) throw aborted();
        return result as T;
      } catch (error) {
        if (signal.aborted || !undecided(error)) await forget();
        throw error;
      }
    } finally {
      acts.delete(intent);
      // A vote changes no answer, and all entries of a shop are a lot to load again.
      if (method !== 'faq.vote') shop.revalidate(method.split('.')[0]);
    }
  };
  const promise = run();
  acts.set(intent, promise);
  return promise;
}
