/** Balance, tier and what points buy. */
import type { Money, PointsAccount, PointsProgram, PointsService, Reward, TierStatus } from '@aftercart/contract';
import { AdapterError } from '@aftercart/contract';
import { redeemOf } from './redeem.ts';
import { statusOf } from './failure.ts';
import type { SmilePointsProduct, SmileVipStatus } from './sdk.ts';
import { untilAborted, type AsShopper } from './session.ts';

export interface SmilePointsOptions {
  /**
   * What a reward’s value of 1 is worth, such as `{ amount: 100, currency: 'USD' }` for a dollar: Smile.js does not say its currency. Without it, rewards for any number
   * of points are left out.
   */
  rewardUnit?: Money;
  /** What VIP tiers count. Smile.js does not say; without it there are no tiers. `spend` needs `rewardUnit`. */
  vip?: 'points' | 'spend';
  /** Where a guest creates an account, and signs in. */
  joinUrl?: string;
  signInUrl?: string;
}

const STATES: Readonly<Record<string, PointsAccount['state']>> = { candidate: 'candidate', member: 'member', disabled: 'blocked' };

export function points(as: AsShopper, { rewardUnit, vip, joinUrl, signInUrl }: SmilePointsOptions): PointsService {
  const unit = vip === 'spend' ? rewardUnit!.amount : 1;

  return {
    async account(_, context) {
      const token = await context.token();
      if (context.signal.aborted) throw new AdapterError('ABORTED');
      if (!token) return accountOf('guest', 0, null);
      const answer = as(token, async (smile) => {
        const [{ balance }, status] = await Promise.all([smile.customerPointsWallet.get(), vip ? orNone(smile.customerVipStatus.get()) : null]);
        return accountOf(STATES[smile.customer.current()?.state ?? ''] ?? 'candidate', balance, status && tierOf(status));
      });
      return untilAborted(answer, context);
    },

    async program(_, context): Promise<PointsProgram | null> {
      const token = await context.token();
      const answer = as(token, async (smile) => {
        const state = smile.customer.current()?.state;
        const [settings, products, tiers, wallet] = await Promise.all([
          orNone(smile.pointsSettings.get()), smile.pointsProducts.get(), vip ? smile.vipTiers.get() : [], token ? smile.customerPointsWallet.get() : null,
        ]);
        if (!settings) return null;
        return {
          terminology: { one: settings.pointsLabel.one, other: settings.pointsLabel.other },
          decimals: 0,
          tiers: tiers.map(({ id, name, milestone }) => ({ id: String(id), name, threshold: Math.round(milestone * unit) })),
          earningRules: [],
          rewards: products.flatMap((product) => rewardOf(product, rewardUnit, state === 'member' && wallet ? wallet.balance : null)),
          joinUrl: joinUrl ?? null,
          signInUrl: signInUrl ?? null,
        };
      });
      return untilAborted(answer, context);
    },

    redeem: redeemOf(as),
  };

  function tierOf({ progressValue, vipTier, nextVipTier, vipTierExpiresAt, deltaToNextVipTier, deltaToRetainVipTier }: SmileVipStatus): TierStatus {
    const named = (tier: { id: number; name: string } | null) => tier && { id: String(tier.id), name: tier.name };
    return {
      current: named(vipTier),
      next: named(nextVipTier),
      unit: vip!,
      currency: vip === 'spend' ? rewardUnit!.currency : null,
      progress: Math.round(progressValue * unit),
      toNext: deltaToNextVipTier === null ? null : Math.round(deltaToNextVipTier * unit),
      // Null is said of a tier that is kept, and of tiers that nobody loses.
      toRetain: deltaToRetainVipTier === null ? null : Math.round(deltaToRetainVipTier * unit),
      expiresAt: vipTierExpiresAt,
    };
  }
}

/** Null where there is no such program. */
const orNone = <T>(answer: Promise<T>): Promise<T | null> =>
  answer.catch((thrown: unknown) => {
    if (statusOf(thrown) === 404) return null;
    throw thrown;
  });

/** Smile.js tells the balance and nothing of how it came about: `lifetime` and `spent` are the least that is certain. */
const accountOf = (state: PointsAccount['state'], balance: number, tier: TierStatus | null): PointsAccount => ({
  state, balance, pending: 0, lifetime: Math.max(0, balance), spent: 0, pendingBatches: [], expiringBatches: [], tier, asOf: new Date().toISOString(),
});

/** @param balance Of a member; null of anybody else. */
function rewardOf(product: SmilePointsProduct, rewardUnit: Money | undefined, balance: number | null): Reward[] {
  const cost = costOf(product, rewardUnit);
  if (!cost) return [];
  const least = cost.type === 'fixed' ? cost.points : cost.min;
  const { name, description, imageUrl } = product.reward;
  return [
    {
      id: String(product.id),
      kind: 'other',
      title: name,
      description,
      imageUrl,
      cost,
      eligibility:
        balance === null ? { status: 'unknown' } : balance >= least ? { status: 'redeemable' } : { status: 'insufficient_points', missingPoints: least - balance },
    },
  ];
}

function costOf(product: SmilePointsProduct, rewardUnit: Money | undefined): Reward['cost'] | null {
  const { exchangeType, pointsPrice, variablePointsStep: step, variablePointsStepRewardValue: value, variablePointsMin: min, variablePointsMax: max } = product;
  if (exchangeType === 'fixed' && pointsPrice !== null) return { type: 'fixed', points: pointsPrice };
  if (exchangeType !== 'variable' || !step || value === null || !rewardUnit) return null;
  return { type: 'variable', pointsPerUnit: step, unitValue: { amount: Math.round(value * rewardUnit.amount), currency: rewardUnit.currency }, min: min ?? step, max, step };
}
