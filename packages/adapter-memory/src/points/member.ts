/** Who the shopper is to the points service, and what they have. */
import type { PointsAccount } from '@aftercart/contract';
import type { Environment } from '../environment.ts';
import type { State } from '../state.ts';
import { instant } from '../time.ts';
import { fill, type Words } from '../words.ts';
import { keepBooks, type Books, type Line } from './ledger.ts';
import type { RewardId, Shopper } from './rewards.ts';
import { ledgerOf } from './seed.ts';
import { standingOf, tierStatus, type Standing } from './tiers.ts';

/** A shopper’s books, standing and rights, all from the same moment. */
export interface Member {
  books: Books;
  standing: Standing;
  shopper: Shopper;
  state: PointsAccount['state'];
  now: number;
}

export function memberOf(environment: Environment, state: State): Member {
  const { scenario, isMaria, base } = environment;
  const now = environment.now();
  const { entries, redemptions } = ledgerOf(environment, state);
  const books = keepBooks(entries, now);
  const standing = standingOf(books.lines, base, isMaria && scenario !== 'negative' ? 'ridge' : 'trail');
  const memberState = scenario === 'guest' || scenario === 'blocked' ? scenario : scenario === 'candidate' && !state.enrolled ? 'candidate' : 'member';
  return {
    books,
    standing,
    state: memberState,
    now,
    shopper: {
      isMember: memberState === 'member',
      isBlocked: memberState === 'blocked',
      isSummit: standing.current.id === 'summit',
      balance: books.balance,
      redemptions,
      revoked: state.revoked,
      now,
    },
  };
}

/** What a ledger line is called. */
export const describe = ({ text, order, reward }: Pick<Line, 'text' | 'order' | 'reward'>, words: Words) =>
  fill(words.ledger[text], { order: order ?? '', reward: words.rewards[reward as RewardId]?.[0] ?? '' });

export function accountOf({ books, standing, state, now }: Member, words: Words): PointsAccount {
  return {
    state,
    balance: books.balance,
    pending: books.pending,
    lifetime: books.lifetime,
    spent: books.spent,
    pendingBatches: books.pendingEntries.map((entry) => ({
      points: entry.delta,
      availableAt: entry.availableAt ? instant(entry.availableAt) : null,
      reason: entry.waitsFor ?? 'other',
      description: describe(entry, words),
    })),
    expiringBatches: books.expiring.map(({ points, expiresAt }) => ({ points, expiresAt: instant(expiresAt) })),
    tier: state === 'member' || state === 'blocked' ? tierStatus(standing, words) : null,
    asOf: instant(now),
  };
}
