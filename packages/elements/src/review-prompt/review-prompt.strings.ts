import type { Strings } from '../base/locale.ts';

/** What the prompt says before it is opened. */
export const reviewPromptStrings = {
  // Heading over the stars. {product} is a product’s name.
  ask: 'How was the {product}?',
  // Name of one star of the row, such as “4 of 5 stars”.
  stars: '{n} of {max} stars',
  // {order} is an order number.
  order: 'Order {order}',
  // Under the stars, where nothing is given for a review.
  hint: 'Every opinion helps, good or bad.',
  // Button that lists the other items that were or may be reviewed.
  more: { one: '{n} more item', other: '{n} more items' },
} as const satisfies Strings;
