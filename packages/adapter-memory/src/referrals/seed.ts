/** Maria’s friends. */
import type { Referral } from '@aftercart/contract';
import type { Environment } from '../environment.ts';
import type { State } from '../state.ts';
import { DAY, instant } from '../time.ts';
import type { Words } from '../words.ts';
import { advocateOffer } from './offers.ts';

type Seed = readonly [daysAgo: number, friend: string, status: Referral['status'], reason?: NonNullable<Referral['reason']>, dueInDays?: number];

const FRIENDS: readonly Seed[] = [
  [1, 'n•••s@g•••.com', 'clicked'],
  [3, 'e•••i@o•••.gr', 'claimed', 'awaiting_order'],
  [5, 't•••s@g•••.com', 'pending', 'awaiting_payment'],
  [9, 'k•••a@y•••.gr', 'pending', 'awaiting_return_window', 11],
  [12, 'd•••o@p•••.me', 'pending', 'under_review'],
  [47, 's•••a@g•••.com', 'approved'],
  [62, 'm•••s@e•••.com', 'declined', 'self_referral'],
  [75, 'g•••e@w•••.de', 'declined', 'already_customer'],
  [90, 'a•••k@o•••.com', 'declined', 'already_referred'],
  [104, 'p•••l@f•••.gr', 'void', 'order_returned'],
  [131, 'c•••e@l•••.fr', 'void', 'order_cancelled'],
  [158, 'j•••n@g•••.com', 'declined', 'cap_reached'],
  [190, 'i•••a@o•••.gr', 'approved'],
  [240, 'v•••r@m•••.ru', 'void', 'expired'],
];

/** Newest first: those who came through this page, then those from before. */
export function friendsOf({ isMaria, base, scenario }: Environment, state: State, words: Words): Referral[] {
  if (scenario === 'empty') return [];
  const offer = advocateOffer(words);
  const came = state.claims.map(
    ({ friend, mask, at, status }): Referral => ({
      id: `rf-${friend}`,
      friend: mask,
      status,
      reason: status === 'claimed' ? 'awaiting_order' : 'under_review',
      createdAt: instant(at),
      offer,
    }),
  );
  const before = isMaria
    ? FRIENDS.map(
        ([daysAgo, friend, status, reason, due], i): Referral => ({
          id: `rf-demo-${i + 1}`,
          friend,
          status,
          reason: reason ?? null,
          createdAt: instant(base - daysAgo * DAY),
          availableAt: due ? instant(base + due * DAY) : null,
          offer,
        }),
      )
    : [];
  return [...came.reverse(), ...before];
}
