/** Taking in what carriers tell. */
import { mergeShipments } from '@aftercart/carriers';
import type { Shipment } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { lockOrder } from '../orders/place.ts';
import { findShipment, saveShipment } from './change.ts';
import type { ShopFacts } from './compose.ts';
import { isOver, normaliseTrackingNumber } from './parcel.ts';
import { isOf, lockNumber, setPending, withUpdate } from './pending.ts';
import type { ShipmentRow } from './tables.ts';
import { DAY } from '../time.ts';

/** Days after its end from which on a parcel’s number may be somebody else’s. */
const RECYCLED_AFTER = 30;

export const factsOf = ({ facts }: ShipmentRow): ShopFacts => JSON.parse(facts) as ShopFacts;
export const toldOf = ({ told }: ShipmentRow): Shipment | null => (told === null ? null : (JSON.parse(told) as Shipment));

/** The way so far with what else is told of it. Any order and any repetition of updates gives the same. */
export function mergeTold(id: string, told: Shipment | null, update: Shipment): Shipment {
  const own: Shipment = { ...update, id };
  return mergeShipments(told ?? own, own);
}

/**
 * Merges an update of a carrier into the parcels that it is of, or keeps it until there is one.
 *
 * @param update With a tracking number; its id is the carrier’s.
 * @returns How many parcels it was of.
 */
export async function takeUpdate(context: Context, update: Shipment): Promise<number> {
  const number = normaliseTrackingNumber(update.trackingNumber ?? '');
  const waiting = await lockNumber(context, number);
  const parcels = await openParcels(context, number, update);
  for (const { id, order_number: orderNumber } of parcels) {
    const order = await lockOrder(context.db, orderNumber);
    const row = await findShipment(context, id);
    if (order && row) await saveShipment(context, order, row, factsOf(row), mergeTold(id, toldOf(row), update));
  }
  await setPending(context, number, parcels.length > 0 ? waiting : withUpdate(waiting, update));
  return parcels.length;
}

/** In the order of their locks. */
async function openParcels({ db, now }: Context, number: string, update: Shipment): Promise<ShipmentRow[]> {
  const rows = await db.selectFrom('shipments').selectAll().where('tracking_number', '=', number).orderBy('order_number').orderBy('id').execute();
  const closed = new Date(now.getTime() - RECYCLED_AFTER * DAY).toISOString();
  return rows.filter((row) => isOf(row, update) && !(isOver(row.status) && row.updated_at < closed));
}
