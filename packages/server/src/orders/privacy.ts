/** Orders of one shopper: told whole, and kept without the person when erased, since the shop’s books need them. */
import type { Database } from '../database/database.ts';
import type { PrivacyPart, Subject } from '../privacy/part.ts';
import { orderOut } from './order-out.ts';
import type { OrderRow } from './tables.ts';

/** The shopper’s own, and those made as a guest with the same e-mail. */
export const ordersOf = (db: Database, { shopperId, emailHash }: Subject): Promise<OrderRow[]> =>
  db
    .selectFrom('orders')
    .selectAll()
    .where((eb) =>
      eb.or([eb('shopper_id', '=', shopperId), ...(emailHash === null ? [] : [eb.and([eb('shopper_id', 'is', null), eb('email_hash', '=', emailHash)])])]),
    )
    .orderBy('placed_at')
    .orderBy('number')
    .execute();

export const ordersPrivacy: PrivacyPart = {
  name: 'orders',
  export: async ({ db }, subject) => Promise.all((await ordersOf(db, subject)).map((order) => orderOut(db, order))),
  async erase({ db }, subject) {
    for (const { number } of await ordersOf(db, subject)) {
      await db
        .updateTable('orders')
        // A coupon code may be a person’s own, such as that of a referral.
        .set({ shopper_id: null, email_hash: null, postcode_hash: null, household_hash: null, coupon_codes: '[]', erased: 1 })
        .where('number', '=', number)
        .execute();
    }
  },
};
