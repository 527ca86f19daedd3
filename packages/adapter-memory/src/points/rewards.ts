/** What points buy, and whether this shopper may. */
import type { PointsProgram, Redemption, Reward, RewardEligibility } from '@aftercart/contract';
import { CURRENCY } from '../catalogue.ts';
import { couponCode } from '../hash.ts';
import type { StoredRedemption } from '../state.ts';
import { DAY, instant } from '../time.ts';
import type { Words } from '../words.ts';

export type RewardId = keyof Words['rewards'];

interface Rule {
  id: RewardId;
  kind: Reward['kind'];
  /** Fixed price, or the fewest and most points of a variable reward. */
  points: number | { min: number; max: number };
  /** Days until it may be taken again. */
  every?: number;
  outOfStock?: true;
  /** Cart value that is asked for; the demo’s cart is worth `CART`. */
  cart?: number;
  /** Only for members of the highest tier. */
  summit?: true;
  /** A partner decides, so that nobody can say beforehand. */
  partner?: true;
}

export const RULES: readonly Rule[] = [
  { id: 'five-off', kind: 'amount_off', points: 500 },
  { id: 'flexible', kind: 'amount_off', points: { min: 200, max: 2_000 } },
  { id: 'ten-percent', kind: 'percent_off', points: 400, every: 30 },
  { id: 'free-shipping', kind: 'free_shipping', points: 300, cart: 5_000 },
  { id: 'mug', kind: 'free_product', points: 800, outOfStock: true },
  { id: 'gift-card', kind: 'gift_card', points: 2_500 },
  { id: 'guided-hike', kind: 'other', points: 600, summit: true },
  { id: 'hut-night', kind: 'other', points: 900, partner: true },
];

/** Points for one euro of a variable reward, and its step. */
const PER_EURO = 100;
const CART = 3_150;

export interface Shopper {
  /** Only a member has a balance. */
  isMember: boolean;
  isBlocked: boolean;
  isSummit: boolean;
  balance: number;
  redemptions: readonly StoredRedemption[];
  revoked: readonly string[];
  now: number;
}

export function eligibility(rule: Rule, { isMember, isBlocked, isSummit, balance, redemptions, revoked, now }: Shopper): RewardEligibility {
  if (isBlocked) return { status: 'unknown' };
  if (!isMember || (rule.summit && !isSummit)) return { status: 'member_only' };
  if (rule.outOfStock) return { status: 'out_of_stock' };
  if (rule.every) {
    const taken = redemptions.filter(({ id, rewardId }) => rewardId === rule.id && !revoked.includes(id)).map(({ at }) => at + rule.every! * DAY);
    const free = Math.max(0, ...taken);
    if (free > now) return { status: 'claim_limit_reached', availableAt: instant(free) };
  }
  const missingPoints = (typeof rule.points === 'number' ? rule.points : rule.points.min) - balance;
  if (missingPoints > 0) return { status: 'insufficient_points', missingPoints };
  if (rule.cart && rule.cart > CART) return { status: 'cart_requirements_not_met', missingAmount: { amount: rule.cart - CART, currency: CURRENCY } };
  return { status: rule.partner ? 'unknown' : 'redeemable' };
}

export const rewardList = (shopper: Shopper, words: Words): PointsProgram['rewards'] =>
  RULES.map((rule) => {
    const [title, description, terms] = words.rewards[rule.id];
    const { points } = rule;
    return {
      id: rule.id,
      kind: rule.kind,
      title,
      description,
      cost:
        typeof points === 'number'
          ? { type: 'fixed', points }
          : { type: 'variable', pointsPerUnit: PER_EURO, unitValue: { amount: 100, currency: CURRENCY }, ...points, step: PER_EURO },
      eligibility: eligibility(rule, shopper),
      ...(terms && { terms }),
    };
  });

/** What a reward costs for a wish, or undefined where the wish makes no sense. */
export function priceOf({ points }: Rule, wish: number | null | undefined): number | undefined {
  if (typeof points === 'number') return wish === undefined || wish === null || wish === points ? points : undefined;
  const good = typeof wish === 'number' && wish >= points.min && wish <= points.max && wish % PER_EURO === 0;
  return good ? wish : undefined;
}

/** A redemption without its code, as it may be stored. */
export function describeRedemption(stored: StoredRedemption, revoked: readonly string[], words: Words, now: number): Redemption {
  const { id, rewardId, points, at, fulfilment, usage, expiresAt } = stored;
  const back = revoked.includes(id);
  return {
    id,
    rewardId,
    title: words.rewards[rewardId as RewardId]?.[0] ?? null,
    pointsSpent: points,
    fulfilment: back ? 'cancelled' : fulfilment,
    usage,
    expiresAt: expiresAt === null ? null : instant(expiresAt),
    revocable: !back && usage === 'unused' && (expiresAt ?? Infinity) > now,
    createdAt: instant(at),
  };
}

/** The same redemption always has the same code; one that is not issued has none. */
export const withCode = (redemption: Redemption): Redemption => ({
  ...redemption,
  code: redemption.fulfilment === 'issued' && redemption.usage !== 'untracked' ? couponCode('NP', redemption.id) : null,
});
