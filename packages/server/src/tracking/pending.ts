/**
 * What carriers tell of parcels that no order has yet. A label is often scanned before the shop has told of it, and carriers do not tell
 * twice; so news wait for their parcel for a while.
 */
import { mergeShipments } from '@aftercart/carriers';
import type { Shipment } from '@aftercart/contract';
import type { Context, Runtime } from '../context.ts';
import { normaliseOrderNumber } from '../orders/orders.ts';
import { carrierKeyOf, sameCarrier } from './parcel.ts';
import type { ShipmentRow } from './tables.ts';
import { DAY } from '../time.ts';

/** Days that news wait. Longer than any label lies about before it is used. */
const KEPT_DAYS = 30;
/** How many numbers have news waiting; of more, the oldest go. */
const MOST_NUMBERS = 50_000;
/** Carriers that give out the same number. */
const MOST_CARRIERS = 4;

/** What one carrier told of a number, merged. Its id is the carrier’s own. */
export type PendingUpdate = Shipment;

type Writer = Pick<Context, 'db' | 'now'>;

/**
 * Locks a tracking number until the transaction ends, and answers what waits for it. Who puts a parcel and who tells of it both come through
 * here, so that neither can miss the other.
 */
export async function lockNumber({ db, now }: Writer, number: string): Promise<PendingUpdate[]> {
  const { updates } = await db
    .insertInto('pending_updates')
    .values({ number, updates: '[]', received_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('number').doUpdateSet((eb) => ({ number: eb.ref('excluded.number') })))
    .returning('updates')
    .executeTakeFirstOrThrow();
  return JSON.parse(updates) as PendingUpdate[];
}

/** What waits from now on for a number that is locked. */
export async function setPending({ db, now }: Writer, number: string, updates: readonly PendingUpdate[]): Promise<void> {
  if (updates.length === 0) await db.deleteFrom('pending_updates').where('number', '=', number).execute();
  else await db.updateTable('pending_updates').set({ updates: JSON.stringify(updates), received_at: now.toISOString() }).where('number', '=', number).execute();
}

/** Adds news to what waits already. */
export function withUpdate(waiting: readonly PendingUpdate[], update: PendingUpdate): PendingUpdate[] {
  const known = waiting.find(({ id }) => id === update.id);
  const others = waiting.filter((other) => other !== known);
  return [known ? mergeShipments(known, update) : update, ...others].slice(0, MOST_CARRIERS);
}

/** Whether an update is of this parcel. Its number is: what is left is the carrier, which services name differently, or the order. */
export const isOf = ({ carrier_key: carrier, order_number: order }: Pick<ShipmentRow, 'carrier_key' | 'order_number'>, update: Shipment): boolean =>
  sameCarrier(carrier, carrierKeyOf(update.carrier)) || (!!update.orderNumber && normaliseOrderNumber(update.orderNumber) === order);

/** Forgets what no parcel came for. */
export async function forgetPending({ store: { db }, clock }: Runtime): Promise<void> {
  await db.deleteFrom('pending_updates').where('received_at', '<', new Date(clock().getTime() - KEPT_DAYS * DAY).toISOString()).execute();
  const beyond = await db.selectFrom('pending_updates').select('received_at').orderBy('received_at', 'desc').offset(MOST_NUMBERS).limit(1).executeTakeFirst();
  if (beyond) await db.deleteFrom('pending_updates').where('received_at', '<=', beyond.received_at).execute();
}
