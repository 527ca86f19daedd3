/** The points program: what the merchant sets up as a whole, with `PUT /merchant/v1/points/program`. */
import { PluralForms, url } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readDocument, type DocumentKind } from '../documents/documents.ts';
import { Span, words } from './program/common.ts';
import { EarningRules, type EarningRule, type PurchaseRule } from './program/earning.ts';
import { Rewards, type RewardRule } from './program/rewards.ts';
import { Tiers } from './program/tiers.ts';

export const ProgramDocument = z
  .object({
    name: words().nullish().describe('Name of the program.'),
    terminology: z
      .record(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), PluralForms)
      .refine((byLanguage) => Object.keys(byLanguage).length > 0, 'needs at least one language')
      .nullish()
      .describe('What one unit is called, by BCP 47 language, in its CLDR plural forms.'),
    decimals: z.int().min(0).max(4).default(0).describe('All points are integers scaled by 10 to this power. Not to be changed once points were given.'),
    tiers: Tiers.nullish(),
    earningRules: EarningRules.default([]).describe('At most one of each kind that this server does by itself.'),
    rewards: Rewards.default([]),
    purchasesAvailable: z
      .object({
        after: z.enum(['payment', 'delivery']).describe('What has to happen first.'),
        days: z.int().min(0).max(1_000).describe('Days after that: the return window. `payment` with 0 is at once.'),
      })
      .default({ after: 'delivery', days: 14 })
      .describe('When the points of an order become spendable. Until then they are pending.'),
    expiry: Span.nullish().describe('How long points last after they became spendable; for ever when left out. Points that are there already keep what they got.'),
    orderDescription: words().nullish().describe('What a line of the history says of an order, with `{order}` for its number. The number alone when left out.'),
    joinUrl: url().nullish().describe('Where a guest creates an account.'),
    signInUrl: url().nullish().describe('Where a guest signs in.'),
    termsUrl: url().nullish().describe('Terms of the program.'),
  })
  .check(({ value: { rewards, tiers }, issues }) => {
    const known = new Set(tiers?.levels.map(({ id }) => id));
    for (const [index, { fromTier }] of rewards.entries()) {
      if (fromTier != null && !known.has(fromTier)) issues.push({ code: 'custom', input: fromTier, path: ['rewards', index, 'fromTier'], message: `is none of the tiers: ${fromTier}` });
    }
  });

export type ProgramDocument = z.infer<typeof ProgramDocument>;

export const PROGRAM: DocumentKind<ProgramDocument> = { name: 'points_program', schema: ProgramDocument };

/** The program, or nothing when the merchant has set none up. */
export const readProgram = async (context: Pick<Context, 'db'>): Promise<ProgramDocument | undefined> => (await readDocument(context, PROGRAM))?.body;

/** What something earns that is done once, or nothing when the program gives nothing for it. */
export async function pointsFor(context: Pick<Context, 'db'>, kind: 'sign_up' | 'review' | 'referral' | 'birthday'): Promise<number | undefined> {
  const program = await readProgram(context);
  return program?.earningRules.find((rule): rule is Extract<EarningRule, { kind: typeof kind }> => rule.kind === kind)?.points;
}

export const purchaseRule = ({ earningRules }: ProgramDocument): PurchaseRule | undefined => earningRules.find((rule) => rule.kind === 'purchase');

/** The reward, when it can be redeemed at all. */
export const findReward = ({ rewards }: ProgramDocument, id: string): RewardRule | undefined => rewards.find((reward) => reward.id === id && reward.active);
