/**
 * What happens to orders. Each may be told any number of times and in any order, has one effect, and ends in the same state. All run in
 * the caller’s transaction, with the reactions of the other parts of the server.
 */
import type { Context } from '../context.ts';
import type { RefundIn } from './order-in.ts';
import { react } from './react.ts';
import { keepRefund } from './refunds.ts';
import type { OrderRow } from './tables.ts';

type Named = Pick<OrderRow, 'number'>;

/** The order is paid for. The first time that was told stays. */
export const markPaid = (context: Context, order: Named, at: Date): Promise<OrderRow> => mark(context, order, 'paid_at', at);

/** All of the order has arrived. The first time that was told stays. */
export const markDelivered = (context: Context, order: Named, at: Date): Promise<OrderRow> => mark(context, order, 'delivered_at', at);

/** The order was called off: what it earned is taken back. */
export const cancel = (context: Context, order: Named, at: Date): Promise<OrderRow> => mark(context, order, 'cancelled_at', at);

async function mark(context: Context, { number }: Named, column: 'paid_at' | 'delivered_at' | 'cancelled_at', at: Date): Promise<OrderRow> {
  const order = await context.db
    .updateTable('orders')
    .set((eb) => ({ [column]: eb.fn.coalesce(column, eb.val(at.toISOString())) }))
    .where('number', '=', number)
    .returningAll()
    .executeTakeFirstOrThrow();
  await react(context, order);
  return order;
}

/**
 * Gives money back for goods. Refunds together count for no more than the order’s total.
 *
 * @throws AdapterError CONFLICT when the refund is known with another amount; INVALID_REQUEST when a line is none of the order’s or has no
 *   such quantity left.
 */
export async function refund(context: Context, order: Named, told: RefundIn): Promise<OrderRow> {
  const { order: after, isNew } = await keepRefund(context, order.number, told);
  if (isNew) await react(context, after);
  return after;
}
