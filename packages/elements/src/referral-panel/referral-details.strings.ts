import type { Strings } from '../base/locale.ts';

/** What opens under the panel: QR code, terms, friends. Where a friend stands is never said as a reproach. */
export const referralDetailsStrings = {
  // Under the QR code.
  qrHint: 'Scan this code with a phone to open your link.',
  // For screen readers: what the picture is.
  qrLabel: 'QR code of your link',
  // The link is too long for a QR code, or its file did not load.
  qrFailed: 'The code could not be drawn. Use the link instead.',
  // {amount} is such as “€50”.
  minimumOrder: 'For a first order of {amount} or more.',
  // Link to the page with all terms.
  fullTerms: 'All terms',
  // Over the two rewards, for advocate and friend alike.
  youGet: 'You get',
  friendGets: 'Your friend gets',
  friendsEmpty: 'Nobody yet. Share your link, and your friends will show up here.',
  friendsFailed: 'Your friends could not be loaded.',
  // Button that loads older friends.
  showMore: 'Show more',
  // Where a friend stands.
  clicked: 'Opened your link',
  claimed: 'Took the offer',
  pending: 'Your reward is on its way',
  approved: 'Done, thank you',
  declined: 'No reward this time',
  void: 'No reward any more',
  unknown: 'In progress',
  // Why a friend stands there: full sentences.
  awaiting_order: 'The first order is still to come.',
  awaiting_payment: 'The order is not paid yet.',
  awaiting_return_window: 'The order can still be returned.',
  under_review: 'We are taking a look. You need to do nothing.',
  order_cancelled: 'The order was cancelled.',
  order_returned: 'The order was returned.',
  self_referral: 'The order seems to come from your own household, and the offer is for others.',
  already_customer: 'Your friend had shopped here before.',
  already_referred: 'Another friend’s invitation came first.',
  cap_reached: 'You have reached the number of rewards for this period.',
  expired: 'The time for the first order ran out.',
  other: 'Write to us if you would like to know more.',
  // When the reward comes. {date} is a day.
  expectedOn: 'Expected on {date}.',
  // What the advocate got. {offer} is such as “250 points”.
  youGot: 'You got {offer}.',
} as const satisfies Strings;
