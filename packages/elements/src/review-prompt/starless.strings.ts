import type { Strings } from '../base/locale.ts';

/** What the prompt says where no star can be chosen. */
export const starlessStrings = {
  // Heading over a review that was sent. {product} is a product’s name.
  yours: 'Your review of {product}',
  // Button that opens and closes a review that was sent.
  show: 'Details',
  // Where a review stands.
  pending: 'Being checked',
  published: 'Published',
  rejected: 'Not published',
  // Where there is nothing to review: a heading and a line under it.
  empty: 'Nothing to review right now',
  emptyText: 'Once an order has arrived, you can say here how it was.',
  // To a shopper who is not signed in: a heading and a line under it.
  guest: 'How was your order?',
  guestText: 'Sign in to review what you bought.',
} as const satisfies Strings;
