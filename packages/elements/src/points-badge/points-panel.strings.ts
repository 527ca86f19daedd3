import type { Strings } from '../base/locale.ts';

/** What the panel of the badge says. {amount} is always such as “120 points”. */
export const pointsPanelStrings = {
  // Heading, where the program has no name.
  title: 'Your points',
  close: 'Close',
  // After a balance below zero: why, and what will happen.
  negative: 'Points of a returned order were taken back. New points fill this up first.',
  // To a shopper who is not signed in.
  guest: 'Create an account to collect points with every order.',
  signIn: 'Sign in',
  // Button that makes a signed-in shopper a member.
  enrol: 'Start collecting',
  // Under that button, where it failed.
  notEnrolled: 'That did not work. Please try again.',
  // Progress to the next tier. {tier} is its name, {missing} such as “200 points”, “€50” or “2 orders”.
  toNext: '{missing} to {tier}',
  // Progress needed to stay in a tier until {date}.
  toRetain: '{missing} more by {date} to stay in {tier}',
  // The tier is safe until {date}.
  retained: '{tier} is yours until {date}',
  // The highest tier.
  topTier: 'You are in our highest tier, {tier}.',
  orders: { one: '{n} order', other: '{n} orders' },
  pendingTitle: 'On their way',
  // A batch of points becomes spendable on {date}.
  availableOn: 'Available {date}',
  // Why points wait.
  return_window: 'Until the return period ends',
  payment: 'Until the order is paid',
  delivery: 'Until the order arrives',
  moderation: 'Until somebody has checked them',
  other: 'Being processed',
  expiringTitle: 'Use soon',
  // A batch of points lapses on {date}.
  expiresOn: 'Expire {date}',
  rewardsTitle: 'Rewards',
  noRewards: 'There are no rewards at the moment.',
  redeem: 'Redeem',
  // Cost of a reward with a choice: “from {amount}”.
  from: 'From {amount}',
  // Why a reward can’t be redeemed now.
  missingPoints: '{amount} to go',
  claimLimit: 'Limit reached',
  claimLimitUntil: 'Again from {date}',
  cartRequirements: 'Not for this cart',
  missingAmount: 'Add {money} to your cart',
  outOfStock: 'Out of stock',
  memberOnly: 'Members only',
  notNow: 'Not available now',
  // Label of the choice of how many points to spend.
  howMany: 'Points to spend',
  // What the chosen points give. {money} is such as “€5”.
  gives: '{amount} for {money}',
  // Question before a redemption. {reward} is its name.
  confirmTitle: 'Spend {amount} on “{reward}”?',
  confirm: 'Redeem now',
  cancel: 'Cancel',
  working: 'Redeeming…',
  // After a redemption.
  done: 'Here is your reward: {reward}',
  donePending: '“{reward}” is on its way to you.',
  copy: 'Copy code',
  copied: 'Copied',
  // {date} is the last day of a code.
  useBy: 'Use it by {date}',
  undo: 'Give back, return my points',
  undone: 'Your points are back.',
  // Why a redemption failed, in words that blame nobody.
  failed: 'That did not work. Your points are untouched.',
  unknownOutcome: 'We could not confirm this. Try again: you will not be charged twice.',
  insufficient: 'You have too few points for this now.',
  limit: 'This reward can’t be redeemed again yet.',
  gone: 'This reward has just run out.',
  earnTitle: 'Ways to earn',
  // {points} for each {money} spent.
  perAmount: '{amount} for every {money}',
  historyTitle: 'History',
  historyEmpty: 'Nothing here yet.',
  more: 'Show more',
  pendingEntry: 'Pending',
  void: 'Void',
  declined: 'Declined',
  expired: 'Expired',
  purchase: 'Order',
  sign_up: 'Welcome',
  review: 'Review',
  referral: 'Referral',
  birthday: 'Birthday',
  redemption: 'Reward',
  refund: 'Return',
  expiry: 'Expired',
  adjustment: 'Adjustment',
  otherKind: 'Points',
  terms: 'Terms',
} as const satisfies Strings;
