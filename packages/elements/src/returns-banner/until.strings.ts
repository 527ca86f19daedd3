import type { Strings } from '../base/locale.ts';

/** What is said of a last day, by the parts that know an order. */
export const untilStrings = {
  // After “Return by …”, where that is now.
  today: 'today',
  ended: 'Return period ended on {date}',
} as const satisfies Strings;
