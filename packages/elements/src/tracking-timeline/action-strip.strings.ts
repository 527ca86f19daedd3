import type { Strings } from '../base/locale.ts';

/** What a parcel says that waits for the shopper. */
export const actionStripStrings = {
  // What the shopper has to do now.
  fix_address: 'Check your address',
  pick_up: 'Pick up your parcel',
  pay_duties: 'Pay customs charges',
  reschedule: 'Choose a new day',
  contact_carrier: 'Contact the carrier',
  contact_shop: 'Contact us',
  other: 'We need your help',
  // Last day of what the shopper has to do.
  until: 'Until {date}',
  // What opens a locker or proves who picks up.
  code: 'Code {code}',
} as const satisfies Strings;
