/** What time brings to referrals: rewards that are due, offers that expire, refusals that are old. */
import type { Context, Runtime } from '../context.ts';
import { findOrder } from '../orders/orders.ts';
import { award } from '../points/award.ts';
import { takeCode } from '../points/coupon-codes.ts';
import { findShopper } from '../shoppers/shoppers.ts';
import type { Sweep } from '../sweeps.ts';
import { transactAsSystem } from '../transact.ts';
import { announce } from '../webhooks/outbox.ts';
import type { Offer } from './program.ts';
import { forgetOldRefusals } from './refusals.ts';
import { advocateSource, change, end, friendSource, holdBack, holdReferral, promisedOf } from './state.ts';
import type { ReferralRow } from './tables.ts';

export const settleReferrals: Sweep = {
  name: 'referrals',
  every: 60,
  async run(runtime) {
    const { store: { db }, clock } = runtime;
    const now = clock().toISOString();
    const due = await db.selectFrom('referrals').select('id').where('status', '=', 'pending').where('held', '=', 0).where('available_at', '<=', now).execute();
    await each(runtime, due, approve);
    const late = await db.selectFrom('referrals').select('id').where('status', '=', 'claimed').where('expires_at', '<=', now).execute();
    await each(runtime, late, expire);
    await forgetOldRefusals(db, clock());
  },
};

/** Each in a transaction of its own: one that fails holds up no other. */
async function each(runtime: Runtime, rows: readonly { id: string }[], settle: (context: Context, referral: ReferralRow) => Promise<void>): Promise<void> {
  for (const { id } of rows) {
    try {
      await transactAsSystem(runtime, async (context) => {
        const referral = await holdReferral(context.db, id);
        if (referral) await settle(context, referral);
      });
    } catch (error) {
      runtime.log.error({ err: error, referral: id }, 'a referral could not be settled; it is tried again');
    }
  }
}

/** Gives the advocate what is due. The referral must be held. */
export async function approve(context: Context, referral: ReferralRow): Promise<void> {
  const now = context.now.toISOString();
  // Another process may have been faster.
  if (referral.status !== 'pending' || referral.held || referral.available_at === null || referral.available_at > now) return;
  const { advocateOffer, friendOffer } = promisedOf(referral);
  if ((await findShopper(context.db, referral.advocate_id))?.state === 'blocked') {
    return void (await end(context, referral, { status: 'declined', reason: 'other', why: 'The advocate was blocked when the reward was due.' }));
  }
  const rewardCode = advocateOffer.pool ? (await takeCode(context, advocateOffer.pool, advocateSource(referral)))?.code : null;
  if (rewardCode === undefined) {
    return void (await holdBack(context, referral, { rule: 'pool-empty', reason: `The pool ${advocateOffer.pool} has no coupon code left for the advocate: fill it, then approve.` }));
  }
  await awardPoints(context, advocateOffer, referral.advocate_id, advocateSource(referral));
  const order = referral.order_number === null ? undefined : await findOrder(context.db, referral.order_number);
  if (order?.shopper_id) await awardPoints(context, friendOffer, order.shopper_id, friendSource(referral));
  await change(context.db, referral, { status: 'approved', reason: null, reward_code: rewardCode, ended_at: now });
  await announce(context, 'referral.approved', { referralId: referral.id, shopperId: referral.advocate_id, rewardCode });
}

async function awardPoints(context: Context, { points }: Offer, shopperId: string, source: string): Promise<void> {
  if (points) await award(context, { shopperId, points, kind: 'referral', description: null, source });
}

/** Ends one whose friend never ordered. The referral must be held. */
export async function expire(context: Context, referral: ReferralRow): Promise<void> {
  if (referral.status !== 'claimed' || referral.expires_at === null || referral.expires_at > context.now.toISOString()) return;
  await end(context, referral, { status: 'void', reason: 'expired', why: 'No order came in time.' });
}
