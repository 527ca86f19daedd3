/** Live updates of a store, as long as somebody looks at it. */
import type { Capability, Guard } from '@aftercart/contract';
import { aborted } from '../aborted.ts';
import { checkAnswer, methodOf, REFUSED, toAdapterError } from '../caller.ts';
import type { Resource } from '../resource.ts';
import { backoff, sleep } from '../retry.ts';
import type { Shop } from '../shop.ts';

/** In seconds. */
const LONGEST_PATIENCE = 300;
/** In milliseconds. A token that is refused this long after it was given was good, and has run out. */
const PROVEN = 30_000;

export interface Stream<T, U> {
  /** The `subscribe` of a service. */
  where: Capability;
  input: unknown;
  locale: string;
  /** Of one update. */
  guard: Guard<U>;
  /** An update as an answer that says nothing else. */
  whole(update: U): T;
  /** What is known, with what updates say. */
  merge(known: T, news: T): T;
}

/** Listens for live updates, and listens again when the connection is lost, until the signal aborts. */
export async function follow<T, U>(
  shop: Shop, { where, input, locale, guard, whole, merge }: Stream<T, U>, signal: AbortSignal, resource: Resource<T>,
): Promise<void> {
  let refused: string | undefined;
  let given: string | null = null;
  /** When it was given first. */
  let since = 0;
  /** What reports call it. */
  let label: string = where;
  /** What was told while a read was on its way. */
  let news: T | undefined;
  // Such a read may have set out before, so what it brings gets the news, too: that costs no further reads, however fast updates come.
  const keep = async () => {
    while (resource.value.status === 'refreshing') {
      await resource.revalidate();
      if (signal.aborted) return;
      // One that failed has left the news where they are.
      if (!resource.value.error) resource.update((data) => merge(data, news!));
    }
    news = undefined;
  };
  for (let attempt = 0; !signal.aborted; attempt++) {
    let patience = 1;
    try {
      const adapter = await shop.adapter();
      label = adapter.labels?.[where] ?? where;
      const subscribe = methodOf(adapter, where);
      if (!subscribe || signal.aborted) return;
      const token = async () => {
        if (signal.aborted) throw aborted();
        const next = await shop.token(refused);
        if (next !== given) since = shop.now();
        return (given = next);
      };
      for await (const update of subscribe(input as never, { signal, locale, token }) as AsyncIterable<unknown>) {
        if (signal.aborted) return;
        attempt = 0;
        refused = undefined;
        try {
          const told = whole(checkAnswer(update, guard, label, shop.report));
          resource.update((data) => merge(data, told));
          if (news) news = merge(news, told);
          else if (resource.value.status === 'refreshing') {
            news = told;
            void keep();
          }
        } catch (error) {
          const { code, message } = toAdapterError(error);
          shop.report({ level: 'warn', code, where: label, message });
        }
      }
      // It was open, so its token was good.
      refused = undefined;
    } catch (thrown) {
      if (signal.aborted) return;
      const { code, message, cause, retryable, retryAfter } = toAdapterError(thrown);
      // Tokens end sooner than a parcel arrives. A new one that is refused at once, or that is the old one again, is a fault.
      if (given && given !== refused && REFUSED.test(code) && (!refused || shop.now() - since > PROVEN)) refused = given;
      else if (!retryable) return shop.report({ level: 'warn', code, where: label, message, cause });
      if (retryAfter! > 1) patience = Math.min(retryAfter!, LONGEST_PATIENCE);
    }
    // A stream that ends at once must not be asked for in a tight loop.
    await sleep(patience * 1000 + backoff(attempt), signal).catch(() => {});
  }
}
