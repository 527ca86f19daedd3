import type { Strings } from '../base/locale.ts';

/** What the details below the card say. */
export const trackingDetailsStrings = {
  // On the button that closes the details.
  close: 'Hide details',
  // For screen readers: names everything below the card.
  details: 'Details of the parcel',
  // Above the list of several parcels.
  parcelsTitle: 'Your parcels',
  actionTitle: 'What to do now',
  historyTitle: 'What happened so far',
  // Instead of a list of what happened.
  noHistory: 'The carrier has not told us anything yet.',
  // Button that shows the older entries, too; {n} is how many there are in all.
  showAll: { one: 'Show {n} entry', other: 'Show all {n} entries' },
  // Under the list: each time is that of the clock at the place.
  localTimes: 'All times are local to the place.',
  itemsTitle: 'In this parcel',
  // How many of a product.
  quantity: 'Quantity: {n}',
  shippingTitle: 'Delivery',
  carrier: 'Carrier',
  trackingNumber: 'Tracking number',
  destination: 'Destination',
  // Link to the carrier’s page. {carrier} is its name.
  track: 'Track with {carrier}',
  // Buttons that stop and continue live updates.
  pause: 'Pause live updates',
  resume: 'Resume live updates',
  // Told when live updates are paused.
  paused: 'Live updates are paused.',
  // Button that opens the form for another order.
  another: 'Look up another order',
} as const satisfies Strings;
