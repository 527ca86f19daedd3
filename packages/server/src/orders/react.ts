/**
 * Telling the parts of the server what happened to an order: once each, and in an order that makes sense however the shop told it.
 *
 * Nothing is earned before payment, so what came earlier waits for it. After a cancellation nothing else matters: a payment or a refund
 * that is told late moves no points and no rewards.
 */
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { pointsReactions } from '../points/reactions.ts';
import { referralReactions } from '../referrals/reactions.ts';
import type { OrderReactions } from './reactions.ts';
import type { OrderRefundRow, OrderRow } from './tables.ts';

const PARTS: readonly OrderReactions[] = [pointsReactions, referralReactions];

interface Happening {
  name: string;
  tell(part: OrderReactions, context: Context, order: OrderRow): Promise<void> | undefined;
}

const paid: Happening = { name: 'paid', tell: (part, context, order) => part.paid?.(context, order) };
const delivered: Happening = { name: 'delivered', tell: (part, context, order) => part.delivered?.(context, order) };
const cancelled: Happening = { name: 'cancelled', tell: (part, context, order) => part.cancelled?.(context, order) };
const refunded = ({ id, counted }: OrderRefundRow): Happening => ({
  name: `refunded:${id}`,
  tell: (part, context, order) => part.refunded?.(context, order, { id, amount: counted }),
});

/** Runs the reactions to all that has happened to an order and has had none yet. The order must be locked. */
export async function react(context: Context, order: OrderRow): Promise<void> {
  for (const happening of await due(context.db, order)) {
    if (await isNew(context.db, order.number, happening)) for (const part of PARTS) await happening.tell(part, context, order);
  }
}

/** Marks all that has happened to an order as reacted to, for history that earns nothing. */
export async function passOver({ db }: Pick<Context, 'db'>, order: OrderRow): Promise<void> {
  for (const happening of await due(db, order)) await isNew(db, order.number, happening);
}

/** The order has a new owner, for whom nothing has been done yet. */
export const forgetReactions = async (db: Database, number: string): Promise<void> =>
  void (await db.deleteFrom('order_reactions').where('order_number', '=', number).execute());

async function due(db: Database, order: OrderRow): Promise<Happening[]> {
  if (order.cancelled_at) return [cancelled];
  if (!order.paid_at) return [];
  const refunds = order.refunded > 0 ? await refundsOf(db, order.number) : [];
  return [paid, ...(order.delivered_at ? [delivered] : []), ...refunds.filter(({ counted }) => counted > 0).map(refunded)];
}

async function isNew(db: Database, number: string, { name }: Happening): Promise<boolean> {
  const row = await db
    .insertInto('order_reactions')
    .values({ order_number: number, happening: name })
    .onConflict((conflict) => conflict.doNothing())
    .returning('happening')
    .executeTakeFirst();
  return row !== undefined;
}

export const refundsOf = (db: Database, number: string): Promise<OrderRefundRow[]> =>
  db.selectFrom('order_refunds').selectAll().where('order_number', '=', number).orderBy('refunded_at').orderBy('id').execute();
