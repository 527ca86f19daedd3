import type { Strings } from '../base/locale.ts';

/** What the banner says before it is opened. */
export const returnsBannerStrings = {
  // Headline: the shop’s own return window.
  days: { one: '{n} day to return', other: '{n} days to return' },
  // Headline, where a return on a change of mind costs nothing. {what} is such as “30 days to return”.
  free: '{what}, free',
  // Headline, where the law gives more days than the shop. A right of withdrawal, not a courtesy.
  statutory: { one: '{n} day to withdraw, by law', other: '{n} days to withdraw, by law' },
  // Headlines for a policy without a number of days: some window, no end, no returns, not said.
  MerchantReturnFiniteReturnWindow: 'Returns accepted',
  MerchantReturnUnlimitedWindow: 'Return whenever you like',
  MerchantReturnNotPermitted: 'No returns',
  MerchantReturnUnspecified: 'Returns',
  // Under the headline: what the days are counted from.
  delivery: 'Counted from delivery',
  fulfilment: 'Counted from dispatch',
  order: 'Counted from the order',
  // Button that shows the rest of the policy.
  details: 'Details',
} as const satisfies Strings;
