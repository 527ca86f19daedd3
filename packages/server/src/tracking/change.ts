/** The one way in which a parcel changes. */
import { isDeepStrictEqual } from 'node:util';
import type { Shipment } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { nextChange, parcelsTopic } from '../live/topics.ts';
import type { OrderRow } from '../orders/tables.ts';
import { announce } from '../webhooks/outbox.ts';
import { compose, type ShopFacts } from './compose.ts';
import { settleDelivery } from './delivered.ts';
import { carrierKeyOf, normaliseTrackingNumber, shipmentIdOf } from './parcel.ts';
import type { ShipmentRow } from './tables.ts';

export const findShipment = ({ db }: Pick<Context, 'db'>, id: string): Promise<ShipmentRow | undefined> =>
  db.selectFrom('shipments').selectAll().where('id', '=', id).executeTakeFirst();

/** Whether a shopper would see a difference. Being asked later is none: it is kept, and not told. */
const looksSame = (a: Shipment, b: Shipment): boolean => isDeepStrictEqual({ ...a, asOf: '' }, JSON.parse(JSON.stringify({ ...b, asOf: '' })));

/**
 * Writes a parcel and tells of it: streams, the shop, and the order when all has arrived. What changes nothing is told to nobody.
 *
 * @param order Locked, which locks its parcels.
 * @param before The row as it is; undefined for a new one.
 */
export async function saveShipment(context: Context, order: OrderRow, before: ShipmentRow | undefined, facts: ShopFacts, told: Shipment | null): Promise<Shipment> {
  const { db } = context;
  const at = context.now.toISOString();
  const id = before?.id ?? shipmentIdOf(facts.carrier, facts.trackingNumber, order.number);
  const shipment = compose(id, order.number, facts, told);
  const kept = { facts: JSON.stringify(facts), told: told && JSON.stringify(told), body: JSON.stringify(shipment), status: shipment.status };
  if (before && looksSame(JSON.parse(before.body) as Shipment, shipment)) {
    await db.updateTable('shipments').set(kept).where('id', '=', id).execute();
    return shipment;
  }
  const topic = parcelsTopic(order);
  const change = await nextChange(context, topic);
  if (!before) {
    const name = { carrier_key: carrierKeyOf(facts.carrier), tracking_number: normaliseTrackingNumber(facts.trackingNumber) };
    await db.insertInto('shipments').values({ id, order_number: order.number, ...name, ...kept, topic, change, created_at: at, updated_at: at }).execute();
  } else await db.updateTable('shipments').set({ ...kept, topic, change, updated_at: at }).where('id', '=', id).execute();
  await announce(context, 'shipment.updated', {
    shipmentId: id, orderNumber: order.number, shopperId: order.shopper_id, status: shipment.status, delayed: shipment.delayed, isNew: !before,
  });
  if (shipment.status !== before?.status) await settleDelivery(context, order);
  return shipment;
}
