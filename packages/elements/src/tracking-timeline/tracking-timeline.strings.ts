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
  // What the shopper has to do now.
  fix_address: 'Check your address',
  pick_up: 'Pick up your parcel',
  pay_duties: 'Pay customs charges',
  reschedule: 'Choose a new day',
  contact_carrier: 'Contact the carrier',
  contact_shop: 'Contact us',
  other: 'We need your help',
  // {order} is the number of an order.
  order: 'Order {order}',
  // For screen readers: names the row of four steps.
  steps: 'Stage',
  // {date} is such as “3–5 December”.
  expected: 'Expected {date}',
  // Under the line above, when the expectation has changed.
  first: 'First estimate was {date}',
  // A short flag beside the stage.
  delayed: 'Delayed',
  // Last day of what the shopper has to do.
  until: 'Until {date}',
  // What opens a locker or proves who picks up.
  code: 'Code {code}',
  // How old the news is. {age} is such as “5 minutes ago”.
  age: 'Checked {age}',
  // Button that opens the rest of one parcel.
  open: 'Show details',
  // Button that opens the rest of several parcels; {n} is two or more.
  openAll: { other: 'Show all {n} parcels' },
  // Instead of parcels.
  empty: 'No parcel is on its way to you at the moment.',
} as const satisfies Strings;
