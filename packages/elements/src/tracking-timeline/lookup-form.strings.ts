import type { Strings } from '../base/locale.ts';

/** What the form for guests says. */
export const lookupFormStrings = {
  lookupTitle: 'Track your order',
  orderNumber: 'Order number',
  // One field for either.
  proof: 'E-mail or postcode',
  // Under the title: why both are asked for.
  why: 'With these we know that the order is yours.',
  submit: 'Find my parcel',
  looking: 'Looking…',
  // A field was left empty.
  missing: 'Please fill in both fields.',
  // Said alike for an order that does not exist and for a proof that is wrong, so that nobody can find out by trying.
  notFound: 'We found no parcels with these details. Please check the order number and the e-mail or postcode.',
  // The order is known, and nothing has been sent yet.
  noParcels: 'Nothing of this order has been sent yet. Please look again later.',
  failed: 'That did not work. Please try again.',
  // Too many tries. {time} is such as “in 2 minutes”.
  wait: 'There were too many tries. Please try again {time}.',
  // The same where nobody knows how long.
  waitABit: 'There were too many tries. Please try again later.',
  // Closes the form again.
  back: 'Back',
} as const satisfies Strings;
