/** Giving the friend what was promised. */
import type { Context } from '../context.ts';
import { findOrder } from '../orders/orders.ts';
import { takeCode } from '../points/coupon-codes.ts';
import { announce } from '../webhooks/outbox.ts';
import { change, friendSource, holdBack, promisedOf, stageOf } from './state.ts';
import type { ReferralRow } from './tables.ts';
import { DAY } from '../time.ts';

/**
 * Gives the friend the offer: a code of the pool, or the promise of points. A pool that is empty holds the referral until the merchant has
 * filled it, so that no friend is lost. The referral must be held in this transaction.
 */
export async function give(context: Context, referral: ReferralRow): Promise<ReferralRow> {
  const { friendOffer: { pool }, claimDays } = promisedOf(referral);
  const taken = pool && !referral.code ? await takeCode(context, pool, friendSource(referral)) : undefined;
  if (pool && !referral.code && !taken) return holdBack(context, referral, { rule: 'pool-empty', reason: `The pool ${pool} has no coupon code left: fill it, then approve.` });
  const until = new Date(context.now.getTime() + claimDays * DAY).toISOString();
  const free: ReferralRow = { ...referral, held: 0 };
  const order = free.order_number === null ? undefined : await findOrder(context.db, free.order_number);
  const given = await change(context.db, referral, {
    ...stageOf(free, order),
    held: 0,
    code: taken?.code ?? referral.code,
    expires_at: referral.expires_at ?? (taken?.expiresAt && taken.expiresAt < until ? taken.expiresAt : until),
  });
  await announce(context, 'referral.claimed', { referralId: given.id, shopperId: given.advocate_id, status: given.status });
  return given;
}
