/** Lines of orders that may be reviewed: a request has the id of its line. */
import type { ShopperContext } from '../context.ts';
import type { Database } from '../database/database.ts';
import type { OrderLineRow } from '../orders/tables.ts';
import type { ReviewSettings } from './settings.ts';
import { DAY } from '../time.ts';

export type DeliveredLine = OrderLineRow & { delivered_at: string };

const delivered = (db: Database, shopperId: string) =>
  db
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.number', 'order_lines.order_number')
    .selectAll('order_lines')
    .select('orders.delivered_at')
    .where('orders.shopper_id', '=', shopperId)
    .where('orders.delivered_at', 'is not', null)
    .$narrowType<{ delivered_at: string }>();

/** The first and the last moment of delivery that a review is asked for now. */
function window({ askAfterDays, lastDay }: ReviewSettings, now: Date): { from: string; until: string } {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString();
  return { from: before(lastDay), until: before(askAfterDays) };
}

/** Open ones of the shopper: arrived, kept at least in part, and asked for now; the latest delivery first. */
export function openLines({ db, shopper, now }: ShopperContext, settings: ReviewSettings, most: number): Promise<DeliveredLine[]> {
  const { from, until } = window(settings, now);
  return delivered(db, shopper.id)
    .where('orders.delivered_at', '>=', from)
    .where('orders.delivered_at', '<=', until)
    .where('orders.cancelled_at', 'is', null)
    .whereRef('order_lines.refunded_quantity', '<', 'order_lines.quantity')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('reviews').select('reviews.id').whereRef('reviews.order_line_id', '=', 'order_lines.id'))))
    .orderBy('orders.delivered_at', 'desc')
    .orderBy('orders.number')
    .orderBy('order_lines.position')
    .limit(most)
    .execute();
}

/** Lines of the shopper by id, whether or not they are still asked for. */
export const ownLines = async ({ db, shopper }: ShopperContext, ids: readonly string[]): Promise<DeliveredLine[]> =>
  ids.length === 0 ? [] : delivered(db, shopper.id).where('order_lines.id', 'in', ids).execute();

/** Whether the line is asked for now; `cancelled` is of its order. */
export async function isOpen({ db, now }: ShopperContext, settings: ReviewSettings, line: DeliveredLine): Promise<boolean> {
  const { from, until } = window(settings, now);
  const order = await db.selectFrom('orders').select('cancelled_at').where('number', '=', line.order_number).executeTakeFirst();
  return order?.cancelled_at === null && line.refunded_quantity < line.quantity && line.delivered_at >= from && line.delivered_at <= until;
}
