/** When an order has arrived: when all of its parcels have. */
import type { Shipment, TrackingEvent } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { markDelivered } from '../orders/happenings.ts';
import type { OrderRow } from '../orders/tables.ts';

/** What completes a time of each precision to the end of what it names. */
const REST: Readonly<Record<TrackingEvent['time']['precision'], readonly [length: number, rest: string]>> = {
  day: [10, 'T23:59:59.999'],
  hour: [13, ':59:59.999'],
  minute: [16, ':59.999'],
  second: [40, ''],
};
/** Where a day ends last. */
const LAST_OFFSET = '-12:00';

/**
 * The latest instant that a carrier’s time may mean, and never later than now. Return windows count from here, so what the carrier left
 * open is read in the shopper’s favour.
 */
function latest({ value, precision, offset }: TrackingEvent['time'], now: Date): Date {
  const [length, rest] = REST[precision];
  const at = Date.parse(value.slice(0, length) + rest + (offset ?? LAST_OFFSET));
  return Number.isNaN(at) || at > now.getTime() ? now : new Date(at);
}

/** A parcel that goes back has been there. */
const HAS_BEEN_THERE = new Set(['delivered', 'returning', 'returned']);

function arrivalOf({ status, events }: Shipment, now: Date): Date | undefined {
  if (!HAS_BEEN_THERE.has(status)) return undefined;
  const times = events.filter((event) => event.status === 'delivered').map(({ time }) => latest(time, now));
  return times.sort((a, b) => b.getTime() - a.getTime())[0];
}

/** Marks the order as delivered when all of its parcels have arrived. The order must be locked, so that the last two can’t miss each other. */
export async function settleDelivery(context: Context, order: OrderRow): Promise<void> {
  if (order.delivered_at) return;
  const rows = await context.db.selectFrom('shipments').select('body').where('order_number', '=', order.number).where('status', '<>', 'cancelled').execute();
  const arrivals = rows.map(({ body }) => arrivalOf(JSON.parse(body) as Shipment, context.now));
  const known = arrivals.filter((at) => at !== undefined);
  if (known.length === 0 || known.length < arrivals.length) return;
  await markDelivered(context, order, new Date(Math.max(...known.map((at) => at.getTime()))));
}
