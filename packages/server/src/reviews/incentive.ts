/**
 * Rewards for reviews, of any rating. A reward waits while the review does and is given when it is published, once for a line: a published
 * review that is taken back keeps what it earned, since taking it away would make the shopper pay for a change of mind.
 */
import type { Incentive } from '@aftercart/contract';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { award, release, takeBack } from '../points/award.ts';
import { hasFreeCode, takeCode } from '../points/coupon-codes.ts';
import type { IncentiveSetup } from './settings.ts';
import type { ReviewRow } from './tables.ts';

/** What was promised: as it was set up, and as it was shown. */
export interface PromisedIncentive {
  setup: IncentiveSetup;
  shown: Incentive;
}

export const incentiveOf = ({ incentive }: Pick<ReviewRow, 'incentive'>): PromisedIncentive | null => (incentive === null ? null : (JSON.parse(incentive) as PromisedIncentive));

/** Names one waiting reward in the ledger: one that was dropped and is set waiting again is another. */
const sourceOf = ({ id, reward_count }: ReviewRow): string => `review:${id}:${reward_count}`;

/** Whether the shopper may be offered a reward: below the month’s cap, and there is something to give. */
export async function hasRoom(context: Pick<Context, 'db' | 'now'>, setup: IncentiveSetup, shopperId: string): Promise<boolean> {
  if (setup.kind === 'coupon' && !(await hasFreeCode(context, setup.pool))) return false;
  return (await rewardedThisMonth(context.db, shopperId, context.now)) < setup.mostPerMonth;
}

async function rewardedThisMonth(db: Database, shopperId: string, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('reviews')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('shopper_id', '=', shopperId)
    .where('created_at', '>=', new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)).toISOString())
    // One that was rejected may be mended and rewarded yet.
    .where((eb) => eb.or([eb('reward', '=', 'given'), eb.and([eb('incentive', 'is not', null), eb('status', '!=', 'withdrawn')])]))
    .executeTakeFirstOrThrow();
  return count;
}

/** Brings the reward to where the review is. Doing it again changes nothing. */
export async function settleReward(context: Context, review: ReviewRow): Promise<ReviewRow> {
  switch (review.status) {
    case 'pending':
      return setWaiting(context, review);
    case 'published':
      return give(context, await setWaiting(context, review));
    default:
      return drop(context, review);
  }
}

async function setWaiting(context: Context, review: ReviewRow): Promise<ReviewRow> {
  const promised = incentiveOf(review);
  if (!promised || review.reward !== 'none') return review;
  const waiting = await change(context, review, { reward: 'waiting', reward_count: review.reward_count + 1 });
  const { setup } = promised;
  if (setup.kind === 'points') {
    await award(context, { shopperId: review.shopper_id, points: setup.points, kind: 'review', description: null, source: sourceOf(waiting), reason: 'moderation', availableAt: null });
  }
  return waiting;
}

/** Gives what waits. An empty pool leaves it waiting; the sweep tries again. */
async function give(context: Context, review: ReviewRow): Promise<ReviewRow> {
  const promised = incentiveOf(review);
  if (!promised || review.reward !== 'waiting') return review;
  const { setup } = promised;
  if (setup.kind === 'points') {
    await release(context, sourceOf(review), context.now);
    return change(context, review, { reward: 'given' });
  }
  const taken = await takeCode(context, setup.pool, sourceOf(review));
  return taken ? change(context, review, { reward: 'given', reward_code: taken.code }) : review;
}

async function drop(context: Context, review: ReviewRow): Promise<ReviewRow> {
  if (review.reward !== 'waiting') return review;
  if (incentiveOf(review)?.setup.kind === 'points') await takeBack(context, sourceOf(review));
  return change(context, review, { reward: 'none' });
}

const change = ({ db }: Context, { id }: ReviewRow, changes: Partial<ReviewRow>): Promise<ReviewRow> =>
  db.updateTable('reviews').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
