/** Spending points on a reward. */
import { AdapterError, type RedeemInput, type Redemption } from '@aftercart/contract';
import { v7 as uuid } from 'uuid';
import type { Context, ShopperContext } from '../context.ts';
import { say } from '../locale/text.ts';
import { requireMember } from '../shoppers/shoppers.ts';
import { announce } from '../webhooks/outbox.ts';
import { takeCode, type TakenCode } from './coupon-codes.ts';
import { claimantOf, hasTierFor, limitedUntil, poolOf } from './eligibility.ts';
import { changeAccount } from './ledger/account.ts';
import { addDays } from './ledger/calendar.ts';
import { writeEntry } from './ledger/entries.ts';
import { takeFromBatches } from './ledger/spend.ts';
import { findReward, readProgram } from './program-document.ts';
import type { RewardRule } from './program/rewards.ts';
import { viewRedemption } from './redemptions.ts';
import type { RedemptionRow } from './tables.ts';

/**
 * Redeems a reward: points out of the ledger, a code out of its pool, all or nothing.
 *
 * @throws AdapterError CUSTOMER_NOT_ENROLLED, CUSTOMER_BLOCKED, INVALID_REQUEST (no such reward, or not for that many points), NOT_ELIGIBLE
 *   (for a higher tier), REWARD_LIMIT_REACHED, INSUFFICIENT_POINTS, REWARD_OUT_OF_STOCK.
 */
export async function redeem(input: RedeemInput, context: ShopperContext): Promise<Redemption> {
  const program = await readProgram(context);
  if (!program) throw new AdapterError('NOT_ELIGIBLE', 'The shop has no points program.');
  const shopperId = context.shopper.id;
  return changeAccount(context, shopperId, async (account) => {
    // Under the lock, so that a block that was written meanwhile is seen.
    await requireMember(context);
    const reward = findReward(program, input.rewardId);
    if (!reward) throw new AdapterError('INVALID_REQUEST', 'There is no such reward.');
    const points = priceOf(reward, input.points);
    if (!hasTierFor(program, reward, await claimantOf(context, program, account.row, 'member'))) throw new AdapterError('NOT_ELIGIBLE', 'This reward is for a higher tier.');
    const limited = await limitedUntil(context, reward, shopperId);
    if (limited) throw new AdapterError('REWARD_LIMIT_REACHED', `The shopper has had this reward as often as it may be had${limited === 'ever' ? '' : ` until ${limited.toISOString()}`}.`);
    const missing = points - account.row.balance;
    if (missing > 0) throw new AdapterError('INSUFFICIENT_POINTS', `The balance is ${missing} points short.`);

    const redemption = await addRedemption(context, shopperId, reward, points);
    await writeEntry(
      context, account,
      { delta: -points, kind: 'redemption', description: redemption.title, source: `redemption:${redemption.id}`, redemptionId: redemption.id },
      await takeFromBatches(context, account, points),
    );
    await announce(context, 'redemption.created', {
      id: redemption.id, shopperId, rewardId: reward.id, points, fulfilment: redemption.fulfilment, code: redemption.code, expiresAt: redemption.expires_at,
    });
    return viewRedemption(redemption, context.now);
  });
}

/** @throws AdapterError INVALID_REQUEST */
function priceOf({ cost }: RewardRule, wish: number | null | undefined): number {
  if (cost.type === 'fixed') {
    if (wish != null && wish !== cost.points) throw new AdapterError('INVALID_REQUEST', `This reward costs ${cost.points} points.`);
    return cost.points;
  }
  const { min, max, step } = cost;
  const fits = wish != null && wish >= min && (max == null || wish <= max) && wish % step === 0;
  if (!fits) throw new AdapterError('INVALID_REQUEST', `\`points\` must be a multiple of ${step}, ${max == null ? `at least ${min}` : `from ${min} to ${max}`}.`);
  return wish;
}

async function addRedemption(context: Context, shopperId: string, reward: RewardRule, points: number): Promise<RedemptionRow> {
  const { db, now, locale } = context;
  const id = uuid();
  const pool = poolOf(reward, points);
  const taken = pool === undefined ? undefined : await takeCode(context, pool, `redemption:${id}`);
  if (pool !== undefined && !taken) throw new AdapterError('REWARD_OUT_OF_STOCK', 'There is no code left for this reward.');
  const row: RedemptionRow = {
    id,
    shopper_id: shopperId,
    reward_id: reward.id,
    title: say(reward.title, locale),
    points_spent: points,
    // Without a pool the shop hands it out.
    fulfilment: taken ? 'issued' : 'pending',
    usage: taken ? 'unused' : 'untracked',
    code: taken?.code ?? null,
    expires_at: taken ? codeExpiry(reward, taken, now) : null,
    revoked_at: null,
    created_at: now.toISOString(),
  };
  await db.insertInto('redemptions').values(row).execute();
  return row;
}

function codeExpiry({ validDays }: RewardRule, { expiresAt }: TakenCode, now: Date): string | null {
  const ends = [expiresAt, validDays ? addDays(now, validDays).toISOString() : null].filter((end) => end !== null);
  return ends.sort()[0] ?? null;
}
