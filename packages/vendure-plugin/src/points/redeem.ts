/** Points for a code, and back. */
import { randomBytes } from 'node:crypto';
import type { RedeemInput, Redemption, RevokeInput } from '@aftercart/contract';
import { isGraphQlErrorResult, type Customer, type ID, type RequestContext } from '@vendure/core';
import { IsNull } from 'typeorm';
import { AftercartPoolCode } from '../entities/pool-code.ts';
import { AftercartRedemption } from '../entities/redemption.ts';
import type { RewardOptions } from '../options.ts';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { say } from '../text.ts';
import { Account } from './ledger.ts';
import { limitReached } from './program.ts';
import { usesOf, viewRedemptions } from './redemptions.ts';

const DAY = 86_400_000;
/** Of 32: none that looks like another. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 12;

/**
 * Redeems a reward: points out of the ledger, a code in hand, all or nothing.
 *
 * @throws Refusal CUSTOMER_NOT_ENROLLED, INVALID_REQUEST (no such reward, or not for that many points), REWARD_LIMIT_REACHED, INSUFFICIENT_POINTS,
 *   REWARD_OUT_OF_STOCK
 */
export async function redeem(runtime: Runtime, ctx: RequestContext, { id: customerId }: Customer, { rewardId, points }: RedeemInput): Promise<Redemption> {
  const account = await openAccount(runtime, ctx, customerId);
  const reward = runtime.options.points?.rewards.find(({ id }) => id === rewardId);
  if (!reward) throw new Refusal('INVALID_REQUEST', 'There is no such reward.');
  if (points != null && points !== reward.points) throw new Refusal('INVALID_REQUEST', `This reward costs ${reward.points} points.`);
  if (await limitReached(runtime, ctx, reward, customerId)) throw new Refusal('REWARD_LIMIT_REACHED', 'The shopper has had this reward as often as it may be had.');
  const missing = reward.points - account.balance;
  if (missing > 0) throw new Refusal('INSUFFICIENT_POINTS', `The balance is ${missing} points short.`);
  const time = runtime.now();
  const expiresAt = reward.validDays ? new Date(time.getTime() + reward.validDays * DAY) : null;
  const title = say(reward.title, ctx.languageCode);
  const issued = reward.pool === undefined ? await makePromotion(runtime, ctx, reward, title, expiresAt) : { code: await takeCode(runtime, ctx, reward.pool), promotionId: null };
  const row = await runtime.table(ctx, AftercartRedemption).save({ ...issued, customerId, rewardId, title, pointsSpent: reward.points, fulfilment: 'issued', expiresAt, time });
  await account.spend(reward.points, { source: `redemption:${row.id}`, description: title, redemptionId: row.id });
  return (await viewRedemptions(runtime, ctx, [row]))[0]!;
}

/**
 * Gives a redemption back whose code was not used: its promotion ends.
 *
 * @throws Refusal CUSTOMER_NOT_ENROLLED, INVALID_REQUEST (none of the shopper’s), REWARD_ALREADY_USED, CONFLICT (given back already, expired, in a cart, or of a pool)
 */
export async function revoke(runtime: Runtime, ctx: RequestContext, { id: customerId }: Customer, { redemptionId }: RevokeInput): Promise<Redemption> {
  const account = await openAccount(runtime, ctx, customerId);
  const redemptions = runtime.table(ctx, AftercartRedemption);
  const row = await redemptions.findOneBy({ id: redemptionId, customerId });
  if (!row) throw new Refusal('INVALID_REQUEST', 'There is no such redemption.');
  const { id, pointsSpent, title, promotionId } = row;
  if (promotionId !== null && (await usesOf(runtime, ctx, [promotionId])).get(String(promotionId))?.placed) throw new Refusal('REWARD_ALREADY_USED', 'The code was used.');
  const [view] = await viewRedemptions(runtime, ctx, [row]);
  if (!view!.revocable) throw new Refusal('CONFLICT', 'This redemption can’t be given back.');
  await runtime.promotions.softDeletePromotion(ctx, promotionId!);
  await redemptions.update({ id }, { fulfilment: 'cancelled' });
  await account.giveBack(pointsSpent, { source: `revoked:${id}`, description: title, redemptionId: id });
  return { ...view!, fulfilment: 'cancelled', revocable: false };
}

async function openAccount(runtime: Runtime, ctx: RequestContext, customerId: ID): Promise<Account> {
  const account = await Account.open(runtime, ctx, customerId);
  if (!account) throw new Refusal('CUSTOMER_NOT_ENROLLED', 'The shopper has not joined the program.');
  return account;
}

const makeCode = (): string => [...randomBytes(CODE_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');

/** A promotion for one use by whoever has its code. */
async function makePromotion(runtime: Runtime, ctx: RequestContext, { coupon }: RewardOptions, name: string, endsAt: Date | null): Promise<{ code: string; promotionId: ID }> {
  const code = makeCode();
  const made = await runtime.promotions.createPromotion(ctx, {
    enabled: true,
    couponCode: code,
    usageLimit: 1,
    perCustomerUsageLimit: 1,
    endsAt,
    conditions: [],
    actions: [actionOf(coupon!)],
    translations: [{ languageCode: ctx.channel.defaultLanguageCode, name, description: '' }],
  });
  if (isGraphQlErrorResult(made)) throw new Error(`Vendure made no promotion: ${made.message}`);
  return { code, promotionId: made.id };
}

/** As Vendure’s own promotion actions are called. */
function actionOf(coupon: NonNullable<RewardOptions['coupon']>): { code: string; arguments: { name: string; value: string }[] } {
  switch (coupon.type) {
    case 'amount_off':
      return { code: 'order_fixed_discount', arguments: [{ name: 'discount', value: String(coupon.amount) }] };
    case 'percent_off':
      return { code: 'order_percentage_discount', arguments: [{ name: 'discount', value: String(coupon.percent) }] };
    case 'free_shipping':
      return { code: 'free_shipping', arguments: [] };
  }
}

/** @throws Refusal REWARD_OUT_OF_STOCK */
async function takeCode(runtime: Runtime, ctx: RequestContext, pool: string): Promise<string> {
  const codes = runtime.table(ctx, AftercartPoolCode);
  for (;;) {
    const free = await codes.findOne({ where: { pool, takenAt: IsNull() }, order: { id: 'ASC' } });
    if (!free) throw new Refusal('REWARD_OUT_OF_STOCK', 'There is no code left for this reward.');
    // Another may have been faster.
    const { affected } = await codes.update({ id: free.id, takenAt: IsNull() }, { takenAt: runtime.now() });
    if (affected) return free.code;
  }
}
