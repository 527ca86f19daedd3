/** The program as a shopper sees it. */
import type { EstimateInput, PointsEstimate, PointsProgram, Reward, RewardEligibility } from '@aftercart/contract';
import type { Customer, ID, RequestContext } from '@vendure/core';
import { IsNull } from 'typeorm';
import type { AftercartMember } from '../entities/member.ts';
import { AftercartPoolCode } from '../entities/pool-code.ts';
import { AftercartRedemption } from '../entities/redemption.ts';
import type { PointsOptions, RewardOptions } from '../options.ts';
import type { Runtime } from '../runtime.ts';
import { say, sayMaybe } from '../text.ts';
import { memberOf } from './account.ts';

/** Null when the shop has none. */
export async function programOf(runtime: Runtime, ctx: RequestContext): Promise<PointsProgram | null> {
  const { points, reviews } = runtime.options;
  if (!points) return null;
  const { languageCode } = ctx;
  const customer: Customer | null = await runtime.customer(ctx);
  const member = customer && (await memberOf(runtime, ctx, customer.id));
  const rewards: Reward[] = [];
  for (const reward of points.rewards) rewards.push(viewReward(reward, await eligibilityOf(runtime, ctx, reward, member), languageCode));
  const earningRules: PointsProgram['earningRules'] = [];
  if (points.purchase) earningRules.push({ id: 'purchase', kind: 'purchase', title: say(points.purchase.title, languageCode), points: points.purchase.points, per: points.purchase.per });
  if (points.signUp) earningRules.push({ id: 'sign-up', kind: 'sign_up', title: say(points.signUp.title, languageCode), points: points.signUp.points });
  if (reviews?.incentive) earningRules.push({ id: 'review', kind: 'review', title: say(reviews.incentive.title, languageCode), points: reviews.incentive.points });
  return {
    name: sayMaybe(points.name, languageCode),
    terminology: terminologyOf(points, languageCode),
    decimals: points.decimals,
    tiers: [],
    earningRules,
    rewards,
    joinUrl: points.joinUrl ?? null,
    signInUrl: points.signInUrl ?? null,
    termsUrl: points.termsUrl ?? null,
  };
}

/** What lines would earn; null when nothing can be said, such as when a price is missing. */
export function estimateOf(runtime: Runtime, { lines }: EstimateInput): PointsEstimate | null {
  const purchase = runtime.options.points?.purchase;
  if (!purchase || lines.length === 0) return null;
  let amount = 0;
  for (const { price, quantity } of lines) {
    if (price?.currency !== purchase.per.currency || price.amount < 0) return null;
    amount += price.amount * quantity;
  }
  const points = pointsFor(purchase, amount);
  return Number.isSafeInteger(amount) && points <= MOST_POINTS ? { points } : null;
}

/** What a GraphQL Int holds. */
const MOST_POINTS = 2_147_483_647;

/** Points for an amount in the minor unit of the rule’s currency. */
export const pointsFor = ({ points, per }: NonNullable<PointsOptions['purchase']>, amount: number): number => Math.floor((amount * points) / per.amount);

export async function limitReached(runtime: Runtime, ctx: RequestContext, { id: rewardId, mostPerCustomer }: RewardOptions, customerId: ID): Promise<boolean> {
  if (mostPerCustomer === undefined) return false;
  return (await runtime.table(ctx, AftercartRedemption).countBy({ customerId, rewardId, fulfilment: 'issued' })) >= mostPerCustomer;
}

async function eligibilityOf(runtime: Runtime, ctx: RequestContext, reward: RewardOptions, member: AftercartMember | null): Promise<RewardEligibility> {
  if (!member) return { status: 'member_only' };
  if (reward.pool !== undefined && !(await runtime.table(ctx, AftercartPoolCode).existsBy({ pool: reward.pool, takenAt: IsNull() }))) return { status: 'out_of_stock' };
  if (await limitReached(runtime, ctx, reward, member.customerId)) return { status: 'claim_limit_reached' };
  const missingPoints = reward.points - member.balance;
  return missingPoints > 0 ? { status: 'insufficient_points', missingPoints } : { status: 'redeemable' };
}

const viewReward = (reward: RewardOptions, eligibility: RewardEligibility, languageCode: string): Reward => ({
  id: reward.id,
  kind: reward.kind ?? reward.coupon?.type ?? 'other',
  title: say(reward.title, languageCode),
  description: sayMaybe(reward.description, languageCode),
  imageUrl: reward.imageUrl ?? null,
  cost: { type: 'fixed', points: reward.points },
  eligibility,
  terms: sayMaybe(reward.terms, languageCode),
});

function terminologyOf({ terminology }: PointsOptions, languageCode: string): PointsProgram['terminology'] {
  if (!terminology) return null;
  const isOneLanguage = (words: NonNullable<typeof terminology>): words is { other: string } => typeof words.other === 'string';
  if (isOneLanguage(terminology)) return terminology;
  return terminology[languageCode] ?? terminology['en'] ?? Object.values(terminology)[0] ?? null;
}
