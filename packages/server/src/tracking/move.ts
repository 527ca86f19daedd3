import type { Context } from '../context.ts';
import { nextChange, parcelsTopic } from '../live/topics.ts';
import type { OrderRow } from '../orders/tables.ts';

/** A guest’s order has become a shopper’s: its parcels are told to the shopper’s streams, and those of the guest end. The order must be locked. */
export async function moveParcels(context: Context, order: OrderRow): Promise<void> {
  const { db } = context;
  const topic = parcelsTopic(order);
  const parcels = await db.selectFrom('shipments').select(['id', 'topic']).where('order_number', '=', order.number).where('topic', '<>', topic).orderBy('id').execute();
  for (const { id } of parcels) await db.updateTable('shipments').set({ topic, change: await nextChange(context, topic) }).where('id', '=', id).execute();
  for (const old of new Set(parcels.map((parcel) => parcel.topic))) await context.publish(old);
}
