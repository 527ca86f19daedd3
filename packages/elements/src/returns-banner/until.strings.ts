import type { Strings } from '../base/locale.ts';

/** What is said of a last day and of starting a return, by the parts that know an order. Dates are such as “6 December”. */
export const untilStrings = {
  // Under the headline, for an order or a season: the last day.
  by: 'Return by {date}',
  // After “Return by …”, where that is now.
  today: 'today',
  ended: 'Return period ended on {date}',
  // Link to where a return under the shop’s own policy is started.
  start: 'Start a return',
} as const satisfies Strings;
