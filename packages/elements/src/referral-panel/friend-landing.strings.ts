import type { Strings } from '../base/locale.ts';

/** What the friend reads, who came by a link. Nobody is accused of anything: whoever reads it is most likely honest. */
export const friendLandingStrings = {
  // {amount} is such as “€50”.
  minimumOrder: 'For a first order of {amount} or more.',
  // Heading. {offer} is such as “€10 off”.
  friendTitle: 'A friend gives you {offer}',
  landing: 'Enter your e-mail to get the code.',
  yourEmail: 'Your e-mail',
  // Button that gets the offer; short, it stands beside the field.
  claim: 'Get offer',
  claiming: 'One moment…',
  invalidEmail: 'Please enter an e-mail address such as name@example.com.',
  // Box to tick. Nothing is kept without it.
  remember: { one: 'Remember this offer on this device for {n} day', other: 'Remember this offer on this device for {n} days' },
  // The privacy choices that the friend made in this shop forbid it.
  notKept: 'Your privacy choices do not allow this. Use the offer now, or keep your friend’s link.',
  close: 'Close',
  // Where the shop has no form: the code itself is the offer.
  useCode: 'Use this code with your first order.',
  yourCode: 'Your code',
  copyCode: 'Copy code',
  codeCopied: 'Code copied.',
  // Where the browser does not let the page copy; the code is selected then.
  codeSelected: 'The code is selected: please copy it by hand.',
  // After the claim. {offer} is such as “€10 off”.
  receipt: 'All yours: {offer}',
  receiptPending: 'Thank you! We take a short look and write to {email}.',
  // Where the offer needs no code.
  receiptNoCode: 'It is waiting for your first order with {email}.',
  // {date} is the last day of the code.
  useBy: 'Use it by {date}.',
  startShopping: 'Start shopping',
  // Why there is no offer, by code.
  SELF_REFERRAL: 'This link is your own, so the offer is for somebody else. Share it with a friend!',
  ALREADY_CUSTOMER: 'This offer is for a first order, and you have shopped here before. Thank you! You can invite friends yourself.',
  ALREADY_REFERRED: 'You already have an offer from a friend. It stays yours: look for its code in your e-mails.',
  REFERRAL_CAP_REACHED: 'Your friend has given away all offers for now. Please ask them again later.',
  REFERRAL_EXPIRED: 'This invitation has ended. Your friend can send you a new one.',
  INVALID_REFEREE: 'The offer can’t be sent to this address. Please try another one.',
  FRAUD_SUSPECTED: 'We could not confirm this by ourselves. Write to us, and we will sort it out together.',
  INVALID_REQUEST: 'This invitation is not known here. Please open your friend’s link once more.',
  UNAUTHENTICATED: 'Please sign in first, then come back to this offer.',
  RATE_LIMITED: 'There is a lot going on at the moment. Please try again in a minute: nothing is lost.',
  OFFLINE: 'You are offline. Try again when you are connected: nothing is lost.',
  // It is not known whether the backend heard us.
  undecided: 'We could not confirm this. Please try again: nothing is lost, and you get the offer only once.',
  // Any other refusal.
  refused: 'This offer can’t be used with this address at the moment.',
  // Button after SELF_REFERRAL and ALREADY_CUSTOMER.
  inviteYourself: 'Invite friends',
} as const satisfies Strings;
