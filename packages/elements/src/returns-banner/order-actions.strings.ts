import type { Strings } from '../base/locale.ts';
import { untilStrings } from './until.strings.ts';

/** What the banner says about an order, before anything is opened. */
export const orderActionsStrings = {
  ...untilStrings,
  // The shopper withdrew from the contract of this order.
  withdrawn: 'Withdrawn on {date}',
  // Button of the statutory withdrawal. The law wants exactly these words: Directive 2011/83/EU Art. 11a(1).
  withdraw: 'Withdraw from contract here',
  // Button that shows the receipt of a withdrawal.
  showReceipt: 'Show receipt',
} as const satisfies Strings;
