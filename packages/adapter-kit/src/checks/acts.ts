/** Every kind of act, in a form that one rule can be held for all: what to do, how often it was done, and what of its answer stays the same. */
import type { Capability } from '@aftercart/contract';
import type { Answer, Input } from '../methods.ts';
import type { Inspection } from '../setup.ts';
import type { Trial } from '../trial.ts';
import { codeOfAnn, friend } from './referrals.ts';
import { confirmationOf } from './returns.ts';
import { openRequests, REVIEW } from './reviews.ts';

export interface Act<C extends Capability = Capability> {
  method: C;
  needs: Capability[];
  inspects: (keyof Inspection)[];
  /** Who does it; null for a guest. */
  shopper: string | null;
  /** Brings the shop to where it can be done, and says with what. */
  prepare(trial: Trial): Promise<Input<C>>;
  /** How often it was done, as the backend knows. */
  count(trial: Trial): Promise<number>;
  /** What of its answer is the same whenever it is given. */
  factOf(answer: Answer<C>): unknown;
}

const faqEntry = ({ world, seeded, lacks }: Trial): string => {
  const id = world.faq?.['en']?.[0]?.id ?? lacks('no question in English');
  return seeded.faq?.[id] ?? id;
};

/** Keeps the types of one act together. */
const act = <C extends Capability>(declared: Act<C>): Act => declared as unknown as Act;

export const ACTS: readonly Act[] = [
  act({
    method: 'points.redeem', needs: ['points.redeem'], inspects: ['redemptions'], shopper: 'ann',
    prepare: async (trial) => ({ rewardId: trial.reward('small').id }),
    count: async ({ inspect }) => (await inspect.redemptions('ann')).length,
    factOf: ({ id, pointsSpent }) => ({ id, pointsSpent }),
  }),
  act({
    method: 'points.revoke', needs: ['points.redeem', 'points.revoke'], inspects: ['redemptions'], shopper: 'ann',
    async prepare(trial) {
      const { id, revocable } = await trial.call('points.redeem', { rewardId: trial.reward('small').id }, trial.context('ann'));
      return revocable ? { redemptionId: id } : trial.lacks('no redemption that can be given back');
    },
    count: async ({ inspect }) => (await inspect.redemptions('ann')).filter(({ revoked }) => revoked).length,
    factOf: ({ id, revocable }) => ({ id, revocable }),
  }),
  act({
    method: 'points.enrol', needs: ['points.enrol'], inspects: ['enrolled'], shopper: 'cleo',
    prepare: async () => ({}),
    count: async ({ inspect }) => Number(await inspect.enrolled('cleo')),
    factOf: ({ state, balance }) => ({ state, balance }),
  }),
  act({
    method: 'referrals.claim', needs: ['referrals.claim', 'referrals.link'], inspects: ['claims'], shopper: null,
    prepare: async (trial) => ({ code: await codeOfAnn(trial), email: friend(1) }),
    count: async ({ inspect }) => (await inspect.claims()).length,
    factOf: ({ code, status }) => ({ code, status }),
  }),
  act({
    method: 'reviews.submit', needs: ['reviews.submit', 'reviews.requests'], inspects: ['reviews'], shopper: 'ann',
    prepare: async (trial) => ({ requestId: (await openRequests(trial))[0]!.id, ...REVIEW, incentivised: false }),
    count: async ({ inspect }) => (await inspect.reviews('ann')).length,
    factOf: ({ id, rating, body }) => ({ id, rating, body }),
  }),
  act({
    method: 'returns.withdraw', needs: ['returns.withdraw'], inspects: ['withdrawals'], shopper: 'ann',
    prepare: async (trial) => ({ step: 'confirm', confirmation: await confirmationOf(trial) }),
    count: async ({ inspect }) => (await inspect.withdrawals()).length,
    factOf: (result) => ({ step: result.step, id: result.step === 'done' && result.receipt.id }),
  }),
  act({
    method: 'faq.vote', needs: ['faq.vote'], inspects: ['votes'], shopper: 'ann',
    prepare: async (trial) => ({ entryId: faqEntry(trial), helpful: true }),
    count: async (trial) => (await trial.inspect.votes(faqEntry(trial))).length,
    factOf: ({ recorded }) => recorded,
  }),
];
