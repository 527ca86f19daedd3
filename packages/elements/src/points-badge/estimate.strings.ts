import type { Strings } from '../base/locale.ts';

/** What the badge says in mode `estimate`. */
export const estimateStrings = {
  // On a product or cart. {amount} is such as “49 points”.
  estimate: 'Earn {amount} with this',
} as const satisfies Strings;
