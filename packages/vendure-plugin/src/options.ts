/** What a shop says when it installs the plugin. */
import { z } from 'zod';
import { Text } from './text.ts';

const points = () => z.int().min(0).max(1_000_000_000);
const days = () => z.int().min(0).max(3_650);
const money = z.object({ amount: z.int().min(1), currency: z.string().regex(/^[A-Z]{3}$/) });

/** What the code of a reward does at the checkout. */
const Coupon = z.discriminatedUnion('type', [
  z.object({ type: z.literal('amount_off'), amount: z.int().min(1).describe('In the minor unit of the channel’s currency.') }),
  z.object({ type: z.literal('percent_off'), percent: z.number().gt(0).max(100) }),
  z.object({ type: z.literal('free_shipping') }),
]);

const Reward = z
  .object({
    id: z.string().min(1).max(200),
    title: Text,
    description: Text.optional(),
    terms: Text.optional(),
    imageUrl: z.string().optional(),
    points: points().min(1).describe('What it costs.'),
    coupon: Coupon.optional().describe('A promotion with a code of its own, for one use, is made for each redemption.'),
    pool: z.string().min(1).max(200).optional().describe('Codes that were made beforehand; with `kind`.'),
    kind: z.enum(['amount_off', 'percent_off', 'free_shipping', 'free_product', 'gift_card', 'other']).optional(),
    validDays: days().min(1).optional().describe('Days that a code is good for; without end when left out.'),
    mostPerCustomer: z.int().min(1).optional().describe('How often one customer may have it.'),
  })
  .refine(({ coupon, pool }) => (coupon === undefined) !== (pool === undefined), 'needs either `coupon` or `pool`');

const Points = z.object({
  name: Text.optional().describe('Name of the program.'),
  terminology: z.union([z.object({ one: z.string().optional(), other: z.string().min(1) }), z.record(z.string(), z.object({ one: z.string().optional(), other: z.string().min(1) }))]).optional(),
  decimals: z.int().min(0).max(4).default(0).describe('All points are integers scaled by 10 to this power.'),
  joinUrl: z.string().optional(),
  signInUrl: z.string().optional(),
  termsUrl: z.string().optional(),
  purchase: z
    .object({
      title: Text,
      points: points().min(1),
      per: money.describe('`points` for each of this amount, of what was paid for goods with tax.'),
      pendingDays: days().describe('Days from delivery on which goods may come back: until then the points are pending.'),
    })
    .optional(),
  signUp: z.object({ title: Text, points: points().min(1) }).optional(),
  rewards: z.array(Reward).max(100).default([]),
});

const Reviews = z.object({
  moderation: z.enum(['before', 'none']).default('before').describe('`before`: published by an administrator. `none`: at once.'),
  lastDay: days().default(90).describe('Days from delivery on which a review is asked for.'),
  incentive: z
    .object({ title: Text, points: points().min(1), disclosure: Text.describe('What the published review says about it.') })
    .optional()
    .describe('Given for a published review of any rating by a member of the points program.'),
});

const Options = z.object({
  points: Points.optional(),
  reviews: Reviews.optional(),
  now: z.custom<() => Date>((value) => typeof value === 'function', 'is no function').default(() => () => new Date()).describe('The clock; for tests.'),
});

/** See the README for what each is for. */
export type AftercartPluginOptions = z.input<typeof Options>;
export type CheckedOptions = z.output<typeof Options>;
export type PointsOptions = z.output<typeof Points>;
export type ReviewsOptions = z.output<typeof Reviews>;
export type RewardOptions = z.output<typeof Reward>;

/** @throws TypeError naming each option that is wrong. */
export function checkOptions(options: AftercartPluginOptions): CheckedOptions {
  const { data, error } = Options.safeParse(options);
  if (error) throw new TypeError(`AftercartPlugin.init: ${error.issues.map(({ path, message }) => `${path.join('.') || 'options'}: ${message}`).join('; ')}`);
  const ids = (data.points?.rewards ?? []).map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new TypeError(`AftercartPlugin.init: points.rewards: two have the id “${twice}”.`);
  return data;
}
