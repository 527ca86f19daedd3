import { guardShipments, type Shipments, type ShipmentsInput } from '@aftercart/contract';
import type { Resource } from '../resource.ts';
import type { Shop } from '../shop.ts';

/** Live updates are worth loading for those adapters only that have them. A page that can’t load them is as good as one without. */
async function live(shop: Shop, input: ShipmentsInput, locale: string, signal: AbortSignal, resource: Resource<Shipments>): Promise<void> {
  const { tracking } = await shop.adapter();
  if (!tracking?.subscribe || signal.aborted) return;
  const { followShipments } = await import('./live-tracking.ts');
  return followShipments(shop, input, locale, signal, resource);
}

/** The store over a shopper’s parcels, or those of one order; live where the adapter can. */
export const shipmentsStore = (shop: Shop, input: ShipmentsInput, locale = shop.locale) =>
  shop.resource('tracking.shipments', input, guardShipments, locale, (signal, resource) => void live(shop, input, locale, signal, resource).catch(() => {}));
