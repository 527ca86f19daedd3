/** What a member does with points: redeem, give back, join. */
import { AdapterError, type ErrorCode, type PointsService, type RewardEligibility } from '@aftercart/contract';
import type { Environment } from '../environment.ts';
import { invalid } from '../fail.ts';
import type { StoredRedemption } from '../state.ts';
import { DAY } from '../time.ts';
import { accountOf, memberOf } from './member.ts';
import { describeRedemption, eligibility, priceOf, RULES, withCode } from './rewards.ts';
import { LIFETIME, WELCOME } from './seed.ts';

const REFUSALS: Partial<Record<RewardEligibility['status'], ErrorCode>> = {
  insufficient_points: 'INSUFFICIENT_POINTS',
  claim_limit_reached: 'REWARD_LIMIT_REACHED',
  cart_requirements_not_met: 'CART_REQUIREMENTS_NOT_MET',
  out_of_stock: 'REWARD_OUT_OF_STOCK',
  member_only: 'NOT_ELIGIBLE',
};

/** How long a code is good. */
const CODE_LIFETIME = 60 * DAY;

export const pointsActions = (environment: Environment) =>
  ({
    redeem: async (input, context) => {
      const redemption = await environment.write(context, 'member', 'points.redeem', input, (state, words) => {
        const rule = RULES.find(({ id }) => id === input.rewardId);
        if (!rule) throw invalid('There is no such reward.');
        const { shopper, now } = memberOf(environment, state);
        const refusal = REFUSALS[eligibility(rule, shopper).status];
        if (refusal) throw new AdapterError(refusal, 'This reward can’t be redeemed now.');
        const points = priceOf(rule, input.points);
        if (points === undefined) throw invalid('This reward does not come for that many points.');
        if (points > shopper.balance) throw new AdapterError('INSUFFICIENT_POINTS', 'The balance is too small.');
        const id = `rd-${++state.count}`;
        // A partner has to say yes first, so there is no code yet.
        const stored: StoredRedemption = {
          id,
          rewardId: rule.id,
          points,
          at: now,
          fulfilment: rule.partner ? 'pending' : 'issued',
          usage: rule.partner ? 'untracked' : 'unused',
          expiresAt: rule.partner ? null : now + CODE_LIFETIME,
        };
        state.redemptions.push(stored);
        state.entries.push({ id: `le-${id}`, at: now, delta: -points, kind: 'redemption', text: 'redemption', reward: rule.id, redemptionId: id });
        return describeRedemption(stored, state.revoked, words, now);
      });
      return withCode(redemption);
    },

    revoke: (input, context) =>
      environment.write(context, 'member', 'points.revoke', input, (state, words) => {
        const { shopper, books, now } = memberOf(environment, state);
        const stored = shopper.redemptions.find(({ id }) => id === input.redemptionId);
        if (!stored) throw invalid('There is no such redemption.');
        if (stored.usage === 'used') throw new AdapterError('REWARD_ALREADY_USED', 'The code was used.');
        if (!describeRedemption(stored, state.revoked, words, now).revocable) throw new AdapterError('CONFLICT', 'This redemption can’t be given back.');
        const spent = books.lines.find(({ redemptionId, delta }) => redemptionId === stored.id && delta < 0);
        state.revoked.push(stored.id);
        state.entries.push({
          id: `le-${++state.count}`,
          at: now,
          delta: stored.points,
          kind: 'redemption',
          text: 'revoked',
          reward: stored.rewardId,
          redemptionId: stored.id,
          ...(spent && { returns: spent.id }),
        });
        return describeRedemption(stored, state.revoked, words, now);
      }),

    enrol: (input, context) =>
      environment.write(context, 'shopper', 'points.enrol', input, (state, words) => {
        if (environment.scenario === 'blocked') throw new AdapterError('CUSTOMER_BLOCKED', 'This shopper is blocked.');
        if (environment.isEmpty) throw new AdapterError('NOT_ELIGIBLE', 'The shop has no program.');
        if (environment.scenario === 'candidate' && !state.enrolled) {
          const now = environment.now();
          state.enrolled = true;
          state.entries.push({ id: `le-${++state.count}`, at: now, delta: WELCOME, kind: 'sign_up', text: 'welcome', expiresAt: now + LIFETIME });
        }
        return accountOf(memberOf(environment, state), words);
      }),
  }) satisfies Partial<PointsService>;
