/** What a friend’s order does to the referral. */
import type { Context } from '../context.ts';
import type { OrderReactions } from '../orders/reactions.ts';
import type { OrderRow } from '../orders/tables.ts';
import { checkOrder } from './order-check.ts';
import { change, end, hasFailed, holdBack, holdReferral, promisedOf, stageOf } from './state.ts';
import type { ReferralRow } from './tables.ts';

export const referralReactions: OrderReactions = {
  async paid(context, order) {
    const referral = await matching(context, order);
    if (!referral) return;
    const verdict = await checkOrder(context, referral, order);
    if (verdict && 'end' in verdict) return void (await end(context, referral, verdict.end, { order_number: order.number }));
    // Told again, for a guest’s order that got a shopper after the reward was given: only a plain fraud undoes that.
    if (referral.status === 'approved') return;
    const changes = { order_number: order.number, merchant_reason: null, ended_at: null };
    if (verdict) await holdBack(context, referral, verdict.hold, changes);
    else await change(context.db, referral, { ...changes, ...stageOf(referral, order) });
  },

  async delivered(context, order) {
    const referral = await ofOrder(context, order);
    if (referral?.status === 'pending') await change(context.db, referral, stageOf(referral, order));
  },

  async refunded(context, order) {
    const referral = await ofOrder(context, order);
    if (!referral) return;
    const left = order.total - order.refunded;
    const least = promisedOf(referral).minimumOrder?.amount ?? 1;
    if (left < least) await end(context, referral, { status: 'void', reason: 'order_returned', why: `Of the order ${order.number} ${left} (minor units) were kept; at least ${least} are needed.` });
  },

  async cancelled(context, order) {
    const referral = await ofOrder(context, order);
    if (referral) await end(context, referral, { status: 'void', reason: 'order_cancelled', why: `The order ${order.number} was cancelled.` });
  },
};

async function ofOrder({ db }: Context, { number }: OrderRow): Promise<ReferralRow | undefined> {
  const found = await db.selectFrom('referrals').select('id').where('order_number', '=', number).executeTakeFirst();
  return found && holdReferral(db, found.id);
}

/** The referral that the order belongs to: told before, by the coupon code, by the e-mail, or by the account. */
async function matching(context: Context, order: OrderRow): Promise<ReferralRow | undefined> {
  const told = await ofOrder(context, order);
  if (told) return hasFailed(told) ? undefined : told;
  const { db } = context;
  const codes = JSON.parse(order.coupon_codes) as string[];
  const waiting = () => db.selectFrom('referrals').select('id').where('order_number', 'is', null).where((eb) => eb.or([eb('status', 'in', ['claimed', 'pending']), eb('reason', '=', 'expired')]));
  const found =
    (codes.length > 0 ? await waiting().where('code', 'in', codes).executeTakeFirst() : undefined) ??
    (order.email_hash ? await waiting().where('friend_email_hash', '=', order.email_hash).executeTakeFirst() : undefined) ??
    (order.shopper_id ? await waiting().where('friend_shopper_id', '=', order.shopper_id).executeTakeFirst() : undefined);
  const held = found && (await holdReferral(db, found.id));
  // Another order may have come first.
  return held?.order_number === null ? held : undefined;
}
