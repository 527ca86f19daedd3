import type { Strings } from '../base/locale.ts';

/** What the prompt says before it is opened. */
export const reviewPromptStrings = {
  // Heading over the stars. {product} is a product’s name.
  ask: 'How was the {product}?',
  // Heading over a review that was sent. {product} is a product’s name.
  yours: 'Your review of {product}',
  // Name of one star of the row, such as “4 of 5 stars”.
  stars: '{n} of {max} stars',
  // {order} is an order number.
  order: 'Order {order}',
  // Under the stars, where nothing is given for a review.
  hint: 'Every opinion helps, good or bad.',
  // Button that lists the other items that were or may be reviewed.
  more: { one: '{n} more item', other: '{n} more items' },
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
