/**
 * Live updates tell states, not differences: a stream sends what has a higher change number than the last that it sent, so nothing is
 * lost over a broken connection, nothing is told twice, and nothing needs to be kept for streams that may never come back.
 */
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';

export const pointsTopic = (shopperId: string): string => `points:${shopperId}`;
/** The parcels of a shopper; of a guest’s order, those of the order. */
export const parcelsTopic = (order: { shopper_id: string | null; number: string }): string =>
  order.shopper_id === null ? `order:${order.number}` : `parcels:${order.shopper_id}`;

/** The number of the next change of a topic. Until the transaction ends nobody else gets one, so numbers are committed in order. */
export async function nextChange({ db, publish }: Pick<Context, 'db' | 'publish'>, topic: string): Promise<number> {
  const { change } = await db
    .insertInto('topics')
    .values({ topic, change: 1 })
    .onConflict((conflict) => conflict.column('topic').doUpdateSet((eb) => ({ change: eb('topics.change', '+', 1) })))
    .returning('change')
    .executeTakeFirstOrThrow();
  await publish(topic);
  return change;
}

export async function lastChange(db: Database, topic: string): Promise<number> {
  const row = await db.selectFrom('topics').select('change').where('topic', '=', topic).executeTakeFirst();
  return row?.change ?? 0;
}
