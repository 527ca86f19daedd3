/** The part of the program document that says what earns points: shown to shoppers, and done by this server. */
import { url } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { amount, currency, ownId, paragraph, refuseTwins, words } from './common.ts';

const shown = {
  id: ownId(),
  title: words().describe('What to do, in words.'),
  description: paragraph().nullish().describe('Conditions, in words.'),
  url: url().nullish().describe('Where to do it.'),
};

const rate = z.object({
  points: amount().describe('So many points …'),
  per: z.object({ amount: amount(), currency: currency() }).describe('… for each of this much paid for goods, in minor units. Parts count; the sum is rounded down.'),
});

const once = <const K extends string>(kind: K, what: string) =>
  z.object({ ...shown, kind: z.literal(kind), points: amount().describe(`Points for ${what}.`) });

export const EarningRule = z.discriminatedUnion('kind', [
  z.object({
    ...shown,
    kind: z.literal('purchase'),
    rates: z.array(rate).min(1).max(50).check(refuseTwins(({ per }) => per.currency, 'per')).describe('One for each currency; others earn nothing.'),
    excludedProducts: z.array(z.string().min(1).max(200)).max(5_000).nullish().describe('Ids of products that earn nothing.'),
  }),
  once('sign_up', 'joining the program'),
  once('review', 'a review that was published'),
  once('referral', 'a friend’s first order, for the advocate'),
  once('birthday', 'a birthday, once a year, for members who joined before it'),
  z.object({ ...shown, kind: z.enum(['visit', 'social', 'other']), points: amount().nullish().describe('Shown only: the shop gives them by adjustment.') }),
]);

const EFFECTIVE = new Set(['purchase', 'sign_up', 'review', 'referral', 'birthday']);

export const EarningRules = z
  .array(EarningRule)
  .max(50)
  .check(refuseTwins(({ id }) => id, 'id'))
  .check(refuseTwins(({ kind }) => (EFFECTIVE.has(kind) ? kind : undefined), 'kind'));

export type EarningRule = z.infer<typeof EarningRule>;
export type PurchaseRule = Extract<EarningRule, { kind: 'purchase' }>;
