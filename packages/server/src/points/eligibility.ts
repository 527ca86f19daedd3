/** Whether a shopper may redeem a reward now, and if not, why. */
import type { RewardEligibility } from '@aftercart/contract';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import type { ShopperRow } from '../shoppers/tables.ts';
import { hasFreeCode } from './coupon-codes.ts';
import { addDays } from './ledger/calendar.ts';
import type { ProgramDocument } from './program-document.ts';
import type { RewardRule } from './program/rewards.ts';
import type { PointsAccountRow } from './tables.ts';
import { standingOf } from './tiers/standing.ts';

/** What a decision needs to know of the shopper; read once for all rewards. */
export interface Claimant {
  row: PointsAccountRow;
  state: ShopperRow['state'] | 'guest';
  /** Index of the tier that the shopper is in; -1 for none. */
  tier: number;
}

export async function claimantOf(context: Context, { tiers }: ProgramDocument, row: PointsAccountRow, state: Claimant['state']): Promise<Claimant> {
  const current = tiers && state === 'member' ? (await standingOf(context, tiers, row)).current : undefined;
  return { row, state, tier: tiers && current ? tiers.levels.indexOf(current) : -1 };
}

export const hasTierFor = ({ tiers }: ProgramDocument, { fromTier }: RewardRule, { tier }: Claimant): boolean =>
  fromTier == null || tier >= tiers!.levels.findIndex(({ id }) => id === fromTier);

/** Fewest points that a reward costs. */
const leastCost = ({ cost }: RewardRule): number => (cost.type === 'fixed' ? cost.points : cost.min);

/** The pool that a reward of so many points takes its code from. */
export const poolOf = ({ pool }: RewardRule, points: number): string | undefined => pool?.replaceAll('{points}', String(points));

export async function eligibilityOf(context: Context, program: ProgramDocument, reward: RewardRule, claimant: Claimant): Promise<RewardEligibility> {
  const { row, state } = claimant;
  if (state === 'blocked') return { status: 'unknown' };
  if (state !== 'member' || !hasTierFor(program, reward, claimant)) return { status: 'member_only' };
  // Of a pool for each value, nobody can say before the value is chosen.
  if (reward.pool && (reward.cost.type === 'fixed' || !reward.pool.includes('{points}')) && !(await hasFreeCode(context, poolOf(reward, leastCost(reward))!))) return { status: 'out_of_stock' };
  const limited = await limitedUntil(context, reward, row.shopper_id);
  if (limited) return { status: 'claim_limit_reached', ...(limited !== 'ever' && { availableAt: limited.toISOString() }) };
  const missingPoints = leastCost(reward) - row.balance;
  return missingPoints > 0 ? { status: 'insufficient_points', missingPoints } : { status: 'redeemable' };
}

/** Until when a shopper has had enough of a reward; nothing when not. */
export async function limitedUntil({ db, now }: { db: Database; now: Date }, { id, limit }: RewardRule, shopperId: string): Promise<Date | 'ever' | undefined> {
  if (!limit) return undefined;
  const { times, days } = limit;
  const since = days ? addDays(now, -days).toISOString() : '';
  // The oldest of those that fill the limit frees a place.
  const filling = await db
    .selectFrom('redemptions')
    .select('created_at')
    .where('shopper_id', '=', shopperId)
    .where('reward_id', '=', id)
    .where('created_at', '>', since)
    .where('fulfilment', 'in', ['pending', 'issued'])
    .orderBy('created_at', 'desc')
    .offset(times - 1)
    .limit(1)
    .executeTakeFirst();
  if (!filling) return undefined;
  return days ? addDays(new Date(filling.created_at), days) : 'ever';
}
