import type { Strings } from '../base/locale.ts';

/** What the badge says before it is opened. */
export const pointsBadgeStrings = {
  // An amount, where the program does not name its currency.
  points: { one: '{n} point', other: '{n} points' },
  // Beside the balance. {amount} is such as “+120 points”.
  pending: '{amount} pending',
  // To a shopper without an account, and on the button that makes one.
  join: 'Join and earn points',
  // To a shopper whose account is closed for points.
  blocked: 'Points are paused for this account',
  // For screen readers, after the balance: what the button does.
  open: 'Show rewards and history',
} as const satisfies Strings;
