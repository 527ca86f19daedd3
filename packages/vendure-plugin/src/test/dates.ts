/** Vendure writes that all happens now: this writes when it happened, into SQLite. */
import type { Runtime } from '../runtime.ts';
import type { Placed } from './shop.ts';

const HOUR = 3_600_000;

export interface Dates {
  /** RFC 3339. */
  placedAt: string;
  /** RFC 3339, once it has arrived. */
  deliveredAt?: string;
}

/** As TypeORM writes an instant. */
const written = (instant: number | string): string => new Date(instant).toISOString().replace('T', ' ').replace('Z', '');

/** The parcel leaves an hour after the order was placed. */
export async function setDates({ connection }: Runtime, { id }: Pick<Placed, 'id'>, { placedAt, deliveredAt }: Dates): Promise<void> {
  const run = (sql: string, ...values: string[]) => connection.rawConnection.query(sql, [...values, id]);
  const sentAt = Date.parse(placedAt) + HOUR;
  const arrivedAt = deliveredAt ?? sentAt;
  await run('update "order" set orderPlacedAt = ? where id = ?', written(placedAt));
  await run('update history_entry set createdAt = ? where orderId = ?', written(sentAt));
  await run(`update history_entry set createdAt = ? where data like '%"to":"Delivered"%' and orderId = ?`, written(arrivedAt));
  await run('update fulfillment set createdAt = ?, updatedAt = ? where id in (select fulfillmentId from order_fulfillments_fulfillment where orderId = ?)', written(sentAt), written(arrivedAt));
}
