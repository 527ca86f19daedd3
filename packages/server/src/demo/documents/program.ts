/** Northpine’s points program, and the codes that its rewards give. */
import { REWARDS, TIERS } from '@aftercart/adapter-memory/demo';
import type { PointsProgram } from '@aftercart/contract';
import type { Context } from '../../context.ts';
import { ask, type Northpine, type Told } from '../northpine.ts';
import { tell } from '../tell.ts';
import { codes } from './codes.ts';

/** Days that a code is good for. */
const VALID_DAYS = 60;
const GIFT_CARD_DAYS = 730;
/** Enough for an afternoon of trying. */
const CODES = 60;

export async function setUpProgram(context: Context, northpine: Northpine): Promise<void> {
  const program = await ask((asked) => northpine.points.program({}, asked));
  const orders = await ask(async (asked) => (await northpine.points.history({}, asked)).items.find(({ kind }) => kind === 'purchase'));
  const { name, terminology, decimals, tiers, joinUrl, signInUrl, termsUrl } = program.en;
  await tell(context, 'PUT /points/program', {
    body: {
      body: {
        name: program.maybe((answer) => answer.name) ?? name,
        terminology: terminology && Object.fromEntries(Object.entries(program.by).map(([locale, answer]) => [locale, answer.terminology])),
        decimals,
        tiers: {
          unit: 'points',
          period: { type: 'rolling', months: 12 },
          levels: tiers.map(({ id, threshold, benefits }, i) => ({
            id, threshold,
            name: program.text((answer) => answer.tiers[i]!.name),
            benefits: benefits?.map((_, j) => program.text((answer) => answer.tiers[i]!.benefits![j]!)),
            multiplier: TIERS.find((tier) => tier.id === id)?.rate,
          })),
        },
        earningRules: earningRules(program),
        rewards: rewards(program),
        purchasesAvailable: { after: 'delivery', days: 14 },
        expiry: { months: 12 },
        orderDescription: orders.text((entry) => entry!.description!.replace(/NP-\d+/, '{order}')),
        joinUrl, signInUrl, termsUrl,
      },
    },
  });
  for (const [pool, size] of pools(program.en)) await tell(context, 'POST /points/coupon-codes', { body: { pool, codes: codes(size) } });
}

const earningRules = (program: Told<PointsProgram>) =>
  program.en.earningRules.map(({ id, kind, points, per }, i) => ({
    id, kind,
    title: program.text((answer) => answer.earningRules[i]!.title),
    description: program.maybe((answer) => answer.earningRules[i]!.description),
    ...(kind === 'purchase' ? { rates: [{ points, per }], excludedProducts: ['gift-card'] } : { points }),
  }));

const ruleOf = (id: string) => REWARDS.find((rule) => rule.id === id)!;

const rewards = (program: Told<PointsProgram>) =>
  program.en.rewards.map(({ id, kind, cost }, i) => {
    const { every, summit, partner } = ruleOf(id);
    return {
      id, kind, cost,
      title: program.text((answer) => answer.rewards[i]!.title),
      description: program.maybe((answer) => answer.rewards[i]!.description),
      terms: program.maybe((answer) => answer.rewards[i]!.terms),
      // A partner hands it out.
      ...(!partner && { pool: cost.type === 'variable' ? `${id}-{points}` : id, validDays: kind === 'gift_card' ? GIFT_CARD_DAYS : VALID_DAYS }),
      ...(every && { limit: { times: 1, days: every } }),
      ...(summit && { fromTier: 'summit' }),
    };
  });

/** Pools of codes, each with how many it has. One that is out of stock had a few once. */
function pools({ rewards: all }: PointsProgram): [pool: string, size: number][] {
  return all.flatMap(({ id, cost }): [string, number][] => {
    const { partner, outOfStock } = ruleOf(id);
    if (partner) return [];
    if (cost.type === 'fixed') return [[id, outOfStock ? 1 : CODES]];
    const { min, max, step } = cost;
    return Array.from({ length: (max! - min) / step + 1 }, (_, i) => [`${id}-${min + i * step}`, CODES]);
  });
}

