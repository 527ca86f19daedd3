import type { Strings } from '../base/locale.ts';

/** What the parcel at the top says. The twelve stages are headlines, four of them also the labels of the steps: keep them short. */
export const trackingTimelineStrings = {
  // Nothing is known of the parcel yet.
  unknown: 'No news yet',
  // The carrier knows of the parcel and does not have it yet.
  info_received: 'Being prepared',
  in_transit: 'On its way',
  out_for_delivery: 'Out for delivery',
  // At a locker, shop or post office.
  ready_for_pickup: 'Ready for pick-up',
  // The courier was there and could not hand it over.
  attempt_failed: 'Delivery missed',
  delivered: 'Delivered',
  // On the way back to the shop.
  returning: 'Going back to us',
  returned: 'Returned to us',
  // Something is wrong with the parcel.
  exception: 'There is a problem',
  cancelled: 'Cancelled',
  // The carrier has said nothing for a month.
  expired: 'No recent news',
  // {order} is the number of an order.
  order: 'Order {order}',
  // For screen readers: names the row of four steps.
  steps: 'Stage',
  // {date} is such as “3–5 December”.
  expected: 'Expected {date}',
  // Button that opens the rest of one parcel.
  open: 'Show details',
  // Button that opens the rest of several parcels; {n} is two or more.
  openAll: { other: 'Show all {n} parcels' },
  // Instead of parcels.
  empty: 'No parcel is on its way to you.',
} as const satisfies Strings;
