/** Points: an account, a program, a ledger, redemptions. */
import { z } from 'zod';
import { Money, PluralForms, count, id, instant, line, list, openEnum, points, text, url } from './common.ts';

export const MEMBER_STATES = ['guest', 'candidate', 'member', 'blocked'] as const;
export const PENDING_REASONS = ['return_window', 'payment', 'delivery', 'moderation', 'other'] as const;
export const TIER_UNITS = ['points', 'spend', 'orders'] as const;
export const LEDGER_STATUSES = ['pending', 'approved', 'void', 'declined', 'expired', 'unknown'] as const;
export const LEDGER_KINDS = ['purchase', 'sign_up', 'review', 'referral', 'birthday', 'redemption', 'refund', 'expiry', 'adjustment', 'other'] as const;
export const EARNING_KINDS = ['purchase', 'sign_up', 'review', 'referral', 'birthday', 'visit', 'social', 'other'] as const;
export const REWARD_KINDS = ['amount_off', 'percent_off', 'free_shipping', 'free_product', 'gift_card', 'other'] as const;
export const FULFILMENT_STATUSES = ['pending', 'issued', 'cancelled', 'failed'] as const;
export const USAGE_STATUSES = ['unused', 'used', 'untracked'] as const;

export const TierName = z
  .object({ id: id().describe('Tier id.'), name: line().describe('Tier name in the shopper’s language.') })
  .meta({ id: 'TierName', description: 'A tier by id and name.' });

export const TierStatus = z
  .object({
    current: TierName.nullish().describe('The tier that the shopper is in.'),
    next: TierName.nullish().describe('The tier above, or null at the top.'),
    unit: openEnum(TIER_UNITS, 'points').describe('What is counted. `spend` is in minor units of `currency`.'),
    currency: z.string().max(3).nullish().describe('ISO 4217 code when `unit` is `spend`.'),
    progress: count().describe('How much is counted so far in this period.'),
    toNext: count().nullish().describe('How much is missing for `next`.'),
    toRetain: count().nullish().describe('How much is missing to keep `current`; 0 when it is kept already.'),
    expiresAt: instant().nullish().describe('When `current` is reviewed.'),
  })
  .meta({ id: 'TierStatus', description: 'Where the shopper stands between two tiers.' });

export const PointsAccount = z
  .object({
    state: openEnum(MEMBER_STATES, 'guest').describe('`candidate` is signed in and not enrolled.'),
    balance: points().describe('Spendable points. Negative after a refund of spent points.'),
    pending: count().describe('Points that are earned and not yet spendable.'),
    lifetime: count().describe('Points ever earned.'),
    spent: count().describe('Points ever redeemed.'),
    pendingBatches: list(
      z.object({
        points: count().describe('Points in this batch.'),
        availableAt: instant().nullish().describe('When they become spendable, if that is known.'),
        reason: openEnum(PENDING_REASONS, 'other').describe('What they wait for.'),
        description: line().nullish().describe('What they were earned with.'),
      }),
    ).describe('Pending points by what they wait for, soonest first.'),
    expiringBatches: list(
      z.object({ points: count().describe('Points in this batch.'), expiresAt: instant().describe('When they lapse.') }),
    ).describe('Points that expire, soonest first.'),
    tier: TierStatus.nullish().describe('Tier status, when the program has tiers.'),
    asOf: instant().describe('When the backend computed this account.'),
  })
  .meta({ id: 'PointsAccount', description: 'What one shopper has. A shopper without a ledger has zeros, not an error.' });

/** Whether this shopper may take a reward now, and if not, exactly why. */
export const RewardEligibility = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('redeemable') }),
    z.object({ status: z.literal('insufficient_points'), missingPoints: count().describe('Points still missing.') }),
    z.object({ status: z.literal('claim_limit_reached'), availableAt: instant().nullish().describe('When the limit resets.') }),
    z.object({ status: z.literal('cart_requirements_not_met'), missingAmount: Money.nullish().describe('Cart value still missing.') }),
    z.object({ status: z.literal('out_of_stock') }),
    z.object({ status: z.literal('member_only') }),
    z.object({ status: z.literal('unknown') }),
  ])
  .catch({ status: 'unknown' })
  .meta({ id: 'RewardEligibility', description: 'Whether this shopper may redeem a reward now, and why not.', 'x-fallback': { status: 'unknown' } });

export const Reward = z
  .object({
    id: id().describe('Reward id.'),
    kind: openEnum(REWARD_KINDS, 'other').describe('What the reward gives.'),
    title: line().describe('Name of the reward.'),
    description: text().nullish().describe('What it gives, in words.'),
    imageUrl: url().nullish().describe('Picture.'),
    cost: z
      .discriminatedUnion('type', [
        z.object({ type: z.literal('fixed'), points: count().describe('Price in points.') }),
        z.object({
          type: z.literal('variable'),
          pointsPerUnit: count().min(1).describe('Points for one `unitValue`.'),
          unitValue: Money.describe('What `pointsPerUnit` points buy.'),
          min: count().describe('Fewest points.'),
          max: count().nullish().describe('Most points.'),
          step: count().min(1).describe('Points are redeemed in multiples of this.'),
        }),
      ])
      .describe('Fixed price, or as many points as the shopper likes.'),
    eligibility: RewardEligibility.describe('For the shopper of this request.'),
    terms: text().nullish().describe('Conditions in words.'),
  })
  .meta({ id: 'Reward', description: 'Something that points buy.' });

export const PointsProgram = z
  .object({
    name: line().nullish().describe('Name of the program.'),
    terminology: PluralForms.nullish().describe('What one unit is called. Without it: “point”, “points” in the page’s language.'),
    decimals: z.int().min(0).max(4).describe('All points are integers scaled by 10 to this power.'),
    tiers: list(
      z.object({
        id: id().describe('Tier id.'),
        name: line().describe('Tier name.'),
        threshold: count().describe('From how much of `TierStatus.unit` on.'),
        benefits: list(line(), 20).nullish().describe('What the tier gives.'),
      }),
      20,
    ).describe('Tiers from the lowest up; empty without tiers.'),
    earningRules: list(
      z.object({
        id: id().describe('Rule id.'),
        kind: openEnum(EARNING_KINDS, 'other').describe('What earns.'),
        title: line().describe('What to do, in words.'),
        description: text().nullish().describe('Conditions, in words.'),
        points: count().nullish().describe('Points for doing it once.'),
        per: Money.nullish().describe('`points` are for each of this amount spent.'),
        url: url().nullish().describe('Where to do it.'),
      }),
      50,
    ).describe('Ways to earn.'),
    rewards: list(Reward, 100).describe('What points buy.'),
    joinUrl: url().nullish().describe('Where a guest creates an account.'),
    signInUrl: url().nullish().describe('Where a guest signs in.'),
    termsUrl: url().nullish().describe('Terms of the program.'),
  })
  .meta({ id: 'PointsProgram', description: 'The rules of the game. `rewards[].eligibility` is for the shopper of the request.' });

export const Redemption = z
  .object({
    id: id().describe('Redemption id.'),
    rewardId: id().describe('Reward that was redeemed.'),
    title: line().nullish().describe('Name of the reward at that time.'),
    pointsSpent: count().describe('Points that it cost.'),
    fulfilment: openEnum(FULFILMENT_STATUSES, 'pending').describe('Whether the reward was handed out.'),
    usage: openEnum(USAGE_STATUSES, 'untracked').describe('Whether the shopper used it.'),
    code: line().nullish().describe('Coupon code, once issued.'),
    expiresAt: instant().nullish().describe('Last moment to use it.'),
    revocable: z.boolean().describe('Whether `revoke` gives the points back.'),
    createdAt: instant().describe('When it was redeemed.'),
  })
  .meta({ id: 'Redemption', description: 'A reward that a shopper took.' });

export const LedgerEntry = z
  .object({
    id: id().describe('Entry id.'),
    delta: points().describe('Change of the balance.'),
    status: openEnum(LEDGER_STATUSES, 'unknown').describe('Where the entry stands.'),
    kind: openEnum(LEDGER_KINDS, 'other').describe('What caused it.'),
    description: line().nullish().describe('What caused it, in words.'),
    createdAt: instant().describe('When it was written.'),
    availableAt: instant().nullish().describe('When a pending entry becomes spendable.'),
    expiresAt: instant().nullish().describe('When these points lapse.'),
    redemption: Redemption.nullish().describe('For kind `redemption`.'),
  })
  .meta({ id: 'LedgerEntry', description: 'One line of the points ledger.' });

export const LedgerPage = z
  .object({
    items: list(LedgerEntry).describe('Entries, newest first.'),
    nextCursor: z.string().max(2_000).nullish().describe('Pass as `cursor` for older entries; null at the end.'),
  })
  .meta({ id: 'LedgerPage', description: 'A page of the ledger.' });

export const PointsEstimate = z
  .object({
    points: count().describe('Points that the lines would earn.'),
    description: line().nullish().describe('A condition worth saying, in words.'),
  })
  .meta({ id: 'PointsEstimate', description: 'What a product or cart would earn.' });

export const HistoryInput = z
  .object({
    cursor: z.string().max(2_000).nullish().describe('`nextCursor` of the page before.'),
    limit: z.int().min(1).max(200).nullish().describe('Most entries wanted.'),
  })
  .meta({ id: 'HistoryInput', description: 'Which page of a list.' });

export const EstimateInput = z
  .object({
    lines: list(
      z.object({
        productId: id().nullish().describe('Product id of the shop.'),
        variantId: id().nullish().describe('Variant id of the shop.'),
        quantity: z.int().min(1).max(10_000).describe('How many.'),
        price: Money.nullish().describe('Price of one.'),
      }),
    ).describe('Product or cart lines.'),
  })
  .meta({ id: 'EstimateInput', description: 'What the shopper looks at.' });

export const RedeemInput = z
  .object({
    rewardId: id().describe('Reward to redeem.'),
    points: count().nullish().describe('How many points, for a variable reward.'),
  })
  .meta({ id: 'RedeemInput', description: 'What to redeem.' });

export const RevokeInput = z
  .object({ redemptionId: id().describe('Redemption to give back.') })
  .meta({ id: 'RevokeInput', description: 'What to give back.' });
