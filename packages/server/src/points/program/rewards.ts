/** The part of the program document that says what points buy. */
import { Money, REWARD_KINDS, url } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { amount, ownId, paragraph, refuseTwins, words } from './common.ts';

const Cost = z.discriminatedUnion('type', [
  z.object({ type: z.literal('fixed'), points: amount().describe('Price in points.') }),
  z
    .object({
      type: z.literal('variable'),
      pointsPerUnit: amount().describe('Points for one `unitValue`.'),
      unitValue: Money.describe('What `pointsPerUnit` points buy.'),
      min: amount().describe('Fewest points; a multiple of `step`.'),
      max: amount().nullish().describe('Most points.'),
      step: amount().describe('Points are redeemed in multiples of this.'),
    })
    .check(({ value: { min, max, step }, issues }) => {
      if (min % step !== 0) issues.push({ code: 'custom', input: min, path: ['min'], message: `must be a multiple of \`step\`, ${step}` });
      if (max != null && max < min) issues.push({ code: 'custom', input: max, path: ['max'], message: `must not be less than \`min\`, ${min}` });
    }),
]);

export const RewardRule = z.object({
  id: ownId(),
  kind: z.enum(REWARD_KINDS),
  title: words(),
  description: paragraph().nullish().describe('What it gives, in words.'),
  imageUrl: url().nullish(),
  cost: Cost,
  pool: z
    .string()
    .min(1)
    .max(200)
    .nullish()
    .describe(
      'Pool of coupon codes that it takes one from; out of stock when that is empty. `{points}` in it stands for the points spent, since a code is made for one ' +
        'value. Left out: the shop hands the reward out itself, told by the webhook `redemption.created`, and says so with `POST /points/redemptions/{id}/fulfilment`.',
    ),
  validDays: z.int().min(1).max(20_000).nullish().describe('Days that a code can be used after it was redeemed; a code’s own expiry counts too.'),
  limit: z
    .object({
      times: z.int().min(1).max(10_000),
      days: z.int().min(1).max(20_000).nullish().describe('In how many days; ever, when left out.'),
    })
    .nullish()
    .describe('How often one shopper may redeem it. What was given back does not count.'),
  fromTier: z.string().min(1).max(200).nullish().describe('Id of the lowest tier that may redeem it; every member may when left out.'),
  active: z.boolean().default(true).describe('An inactive one is neither shown nor redeemed.'),
  terms: paragraph().nullish().describe('Conditions in words, such as the smallest cart that the shop accepts the code for.'),
});

export const Rewards = z.array(RewardRule).max(100).check(refuseTwins(({ id }) => id, 'id'));

export type RewardRule = z.infer<typeof RewardRule>;
