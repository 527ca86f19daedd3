/** Keeping what was given back. */
import { AdapterError } from '@aftercart/contract';
import type { Context } from '../context.ts';
import type { RefundIn } from './order-in.ts';
import { linesOf } from './orders.ts';
import { lockOrder } from './place.ts';
import { lineRowId } from './rows.ts';
import type { OrderRow } from './tables.ts';

/** Writes a refund down, without reactions. @throws AdapterError CONFLICT, INVALID_REQUEST as `refund`. */
export async function keepRefund(context: Context, number: string, { id, amount, lines }: RefundIn): Promise<{ order: OrderRow; isNew: boolean }> {
  const { db, now } = context;
  const order = (await lockOrder(db, number))!;
  const known = await db.selectFrom('order_refunds').select('amount').where('order_number', '=', number).where('id', '=', id).executeTakeFirst();
  if (known) {
    if (known.amount !== amount) throw new AdapterError('CONFLICT', `The refund ${id} of the order ${number} is of ${known.amount}, not of ${amount}: give another refund another id.`);
    return { order, isNew: false };
  }
  const counted = Math.min(amount, Math.max(0, order.total - order.refunded));
  await db
    .insertInto('order_refunds')
    .values({ order_number: number, id, amount, counted, lines: JSON.stringify(lines ?? []), refunded_at: now.toISOString() })
    .execute();
  await refundLines(context, number, lines ?? []);
  const after = await db
    .updateTable('orders')
    .set({ refunded: order.refunded + counted })
    .where('number', '=', number)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { order: after, isNew: true };
}

async function refundLines({ db }: Context, number: string, lines: NonNullable<RefundIn['lines']>): Promise<void> {
  if (lines.length === 0) return;
  const known = new Map((await linesOf(db, number)).map((line) => [line.id, line]));
  for (const { id, quantity } of lines) {
    const line = known.get(lineRowId(number, id));
    if (!line) throw new AdapterError('INVALID_REQUEST', `The order ${number} has no line ${id}.`);
    const { refunded_quantity: refunded } = await db
      .updateTable('order_lines')
      .set((eb) => ({ refunded_quantity: eb('refunded_quantity', '+', quantity) }))
      .where('id', '=', line.id)
      .returning('refunded_quantity')
      .executeTakeFirstOrThrow();
    if (refunded > line.quantity) {
      throw new AdapterError('INVALID_REQUEST', `Line ${id} of the order ${number} has ${line.quantity - refunded + quantity} left to refund, not ${quantity}.`);
    }
  }
}
