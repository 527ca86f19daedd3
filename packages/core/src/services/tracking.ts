import { guardShipments, type ShipmentsInput } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The store over a shopper’s parcels, or those of one order; live where the adapter can. */
export const shipmentsStore = (shop: Shop, input: ShipmentsInput, locale?: string) =>
  shop.resource('tracking.shipments', input, guardShipments, locale, () => import('./live-tracking.ts'));
