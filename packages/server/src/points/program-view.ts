/** The program as a shopper sees it. */
import type { PointsProgram, Reward } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { choose, say, sayMaybe } from '../locale/text.ts';
import { claimantOf, eligibilityOf, type Claimant } from './eligibility.ts';
import type { ProgramDocument } from './program-document.ts';
import type { EarningRule } from './program/earning.ts';
import type { RewardRule } from './program/rewards.ts';
import type { PointsAccountRow } from './tables.ts';

export async function viewProgram(context: Context, program: ProgramDocument, row: PointsAccountRow, state: Claimant['state']): Promise<PointsProgram> {
  const { locale } = context;
  const claimant = await claimantOf(context, program, row, state);
  const rewards: Reward[] = [];
  for (const reward of program.rewards) if (reward.active) rewards.push(await viewReward(context, program, reward, claimant));
  return {
    name: sayMaybe(program.name, locale) ?? null,
    terminology: program.terminology ? choose(program.terminology, locale) : null,
    decimals: program.decimals,
    tiers: (program.tiers?.levels ?? []).map(({ id, name, threshold, benefits }) => ({
      id, threshold, name: say(name, locale), benefits: benefits?.map((benefit) => say(benefit, locale)) ?? null,
    })),
    earningRules: program.earningRules.flatMap((rule) => viewRule(rule, locale)),
    rewards,
    joinUrl: program.joinUrl ?? null,
    signInUrl: program.signInUrl ?? null,
    termsUrl: program.termsUrl ?? null,
  };
}

function viewRule(rule: EarningRule, locale: string): PointsProgram['earningRules'] {
  const shown = { id: rule.id, kind: rule.kind, title: say(rule.title, locale), description: sayMaybe(rule.description, locale) ?? null, url: rule.url ?? null };
  if (rule.kind !== 'purchase') return [{ ...shown, points: rule.points ?? null }];
  // One line for each currency, since a line has one price.
  return rule.rates.map(({ points, per }, index) => ({ ...shown, id: index === 0 ? rule.id : `${rule.id}:${per.currency}`, points, per }));
}

const viewReward = async (context: Context, program: ProgramDocument, reward: RewardRule, claimant: Claimant): Promise<Reward> => ({
  id: reward.id,
  kind: reward.kind,
  title: say(reward.title, context.locale),
  description: sayMaybe(reward.description, context.locale) ?? null,
  imageUrl: reward.imageUrl ?? null,
  cost: reward.cost,
  eligibility: await eligibilityOf(context, program, reward, claimant),
  terms: sayMaybe(reward.terms, context.locale) ?? null,
});
