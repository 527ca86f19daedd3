/** The points service: account, program, history, estimate. Writing is in `redeem.ts`. */
import type { LedgerEntry, PointsService } from '@aftercart/contract';
import { CURRENCY, productOf } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import { page } from '../page.ts';
import { instant } from '../time.ts';
import type { Words } from '../words.ts';
import type { Line } from './ledger.ts';
import { accountOf, describe, memberOf, type Member } from './member.ts';
import { pointsActions } from './redeem.ts';
import { describeRedemption, rewardList, withCode } from './rewards.ts';
import { subscribe } from './subscribe.ts';
import { tierList } from './tiers.ts';

const entryOf = (line: Line, { shopper, now }: Member, words: Words): LedgerEntry => {
  const redemption = shopper.redemptions.find(({ id }) => id === line.redemptionId);
  return {
    id: line.id,
    delta: line.delta,
    status: line.state,
    kind: line.kind,
    description: describe(line, words),
    createdAt: instant(line.at),
    availableAt: line.availableAt ? instant(line.availableAt) : null,
    expiresAt: line.expiresAt ? instant(line.expiresAt) : null,
    redemption: redemption ? withCode(describeRedemption(redemption, shopper.revoked, words, now)) : null,
  };
};

export const points = (environment: Environment) =>
  ({
    account: (_, context) =>
      environment.read(context, 'anyone', (state, words) => (environment.isEmpty ? null : accountOf(memberOf(environment, state), words))),

    program: (_, context) =>
      environment.read(context, 'anyone', (state, words) => {
        if (environment.isEmpty) return null;
        const { join, signIn, terms } = environment.links;
        const rule = (kind: Exclude<keyof Words['rules'], 'repair'>, earns: number) => ({
          id: kind, kind, title: words.rules[kind][0], description: words.rules[kind][1], points: earns,
        });
        return {
          name: words.club,
          terminology: { ...words.terminology },
          decimals: 0,
          tiers: tierList(words),
          earningRules: [
            { ...rule('purchase', 1), per: { amount: 100, currency: CURRENCY } },
            rule('sign_up', 100),
            rule('review', 25),
            rule('referral', 250),
            rule('birthday', 150),
            { id: 'repair', kind: 'other', title: words.rules.repair[0], description: words.rules.repair[1] },
          ],
          rewards: rewardList(memberOf(environment, state).shopper, words),
          joinUrl: join,
          signInUrl: signIn,
          termsUrl: terms,
        };
      }),

    history: (input, context) =>
      environment.read(context, 'shopper', (state, words) => {
        const member = memberOf(environment, state);
        const { items, nextCursor } = page(member.books.lines, input);
        return { items: items.map((line) => entryOf(line, member, words)), nextCursor };
      }),

    estimate: ({ lines }, context) =>
      environment.read(context, 'anyone', (state, words) => {
        const { standing, shopper } = memberOf(environment, state);
        let cents = 0;
        for (const { productId, price, quantity } of lines) {
          const unit = price ? (price.currency === CURRENCY ? price.amount : undefined) : productOf(productId)?.price;
          // A sum with a part missing would promise something else than what is earned.
          if (unit === undefined) return null;
          cents += unit * quantity;
        }
        if (environment.isEmpty || cents < 0) return null;
        const rate = shopper.isMember ? standing.current.rate : 1;
        return { points: Math.floor((cents * rate) / 100), description: words.estimate };
      }),

    ...pointsActions(environment),

    subscribe: (_, context) => subscribe(environment, context),
  }) satisfies PointsService;
