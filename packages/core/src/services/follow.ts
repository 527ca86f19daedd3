/** Live updates of a store, as long as somebody looks at it. */
import type { Capability, Guard } from '@aftercart/contract';
import { aborted } from '../aborted.ts';
import { checkAnswer, methodOf, REFUSED, toAdapterError } from '../caller.ts';
import type { Resource } from '../resource.ts';
import { backoff, sleep } from '../retry.ts';
import type { Shop } from '../shop.ts';

/** In seconds. */
const LONGEST_PATIENCE = 300;

export interface Stream<T, U> {
  /** The `subscribe` of a service. */
  where: Capability;
  input: unknown;
  locale: string;
  /** Of one update. */
  guard: Guard<U>;
  /** What is known, with what an update says. */
  merge(known: T, update: U): T;
}

/** Listens for live updates, and listens again when the connection is lost, until the signal aborts. */
export async function follow<T, U>(shop: Shop, { where, input, locale, guard, merge }: Stream<T, U>, signal: AbortSignal, resource: Resource<T>): Promise<void> {
  let refused: string | undefined;
  /** What reports call it. */
  let label: string = where;
  for (let attempt = 0; !signal.aborted; attempt++) {
    let given: string | null = null;
    let patience = 1;
    try {
      const adapter = await shop.adapter();
      label = adapter.labels?.[where] ?? where;
      const subscribe = methodOf(adapter, where);
      if (!subscribe || signal.aborted) return;
      const token = async () => {
        if (signal.aborted) throw aborted();
        return (given = await shop.token(refused));
      };
      for await (const update of subscribe(input as never, { signal, locale, token }) as AsyncIterable<unknown>) {
        if (signal.aborted) return;
        attempt = 0;
        refused = undefined;
        try {
          const checked = checkAnswer(update, guard, label, shop.report);
          resource.update((data) => merge(data, checked));
        } catch (error) {
          const { code, message } = toAdapterError(error);
          shop.report({ level: 'warn', code, where: label, message });
        }
      }
    } catch (thrown) {
      if (signal.aborted) return;
      const { code, message, cause, retryable, retryAfter } = toAdapterError(thrown);
      // Tokens end sooner than a parcel arrives.
      if (given && !refused && REFUSED.test(code)) refused = given;
      else if (!retryable) return shop.report({ level: 'warn', code, where: label, message, cause });
      if (retryAfter! > 1) patience = Math.min(retryAfter!, LONGEST_PATIENCE);
    }
    // A stream that ends at once must not be asked for in a tight loop.
    await sleep(patience * 1000 + backoff(attempt), signal).catch(() => {});
  }
}
