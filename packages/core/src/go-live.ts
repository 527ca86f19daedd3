import type { Capability } from '@aftercart/contract';
import { methodOf } from './caller.ts';
import type { Resource } from './resource.ts';
import type { Live, Shop } from './shop.ts';

/**
 * Follows the live updates of a read, where the adapter has them: they are worth loading for no other. A page that can’t load them is as good
 * as one without.
 */
export async function goLive<T>(
  shop: Shop, method: Capability, load: () => Promise<Live<T>>, input: unknown, locale: string, signal: AbortSignal, resource: Resource<T>,
): Promise<void> {
  try {
    const subscribe = methodOf(await shop.adapter(), `${method.split('.')[0]}.subscribe` as Capability);
    if (!subscribe || signal.aborted) return;
    await (await load()).live(shop, input, locale, signal, resource);
  } catch {
    // The read says what is wrong with an adapter.
  }
}
