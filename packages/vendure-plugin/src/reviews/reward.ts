/**
 * Points for reviews, of any rating. They wait while the review does, and are given when it is published, once for a line: a published review
 * that is taken back keeps what it earned, since taking it away would make the shopper pay for a change of mind.
 */
import type { RequestContext } from '@vendure/core';
import { AftercartPointsAward } from '../entities/points-award.ts';
import { AftercartReview } from '../entities/review.ts';
import { Account } from '../points/ledger.ts';
import type { Runtime } from '../runtime.ts';

/** Brings the reward to where the review is. Doing it again changes nothing. */
export async function settleReward(runtime: Runtime, ctx: RequestContext, { id, customerId, status, incentive, awards }: AftercartReview): Promise<void> {
  const account = incentive && (await Account.open(runtime, ctx, customerId));
  if (!account) return;
  const sourceOf = (count: number) => `review:${id}:${count}`;
  const last = await runtime.table(ctx, AftercartPointsAward).findOneBy({ source: sourceOf(awards) });
  if (status === 'rejected' || status === 'withdrawn') {
    if (last?.status === 'pending') await account.takeBack(last.source, Infinity, { source: `${last.source}:void` });
    return;
  }
  const isWaiting = last !== null && last.status !== 'void';
  const source = sourceOf(isWaiting ? awards : awards + 1);
  if (!isWaiting) {
    await runtime.table(ctx, AftercartReview).update({ id }, { awards: awards + 1 });
    await account.award({ points: incentive.points ?? 0, kind: 'review', source, pending: 'moderation' });
  }
  if (status === 'published') await account.release(source, runtime.now());
}

/** Whether something was given, which stays said. */
export const wasRewarded = (runtime: Runtime, ctx: RequestContext, { id, awards }: AftercartReview): Promise<boolean> =>
  runtime.table(ctx, AftercartPointsAward).existsBy({ source: `review:${id}:${awards}`, status: 'approved' });
