/** Parcels tell where somebody lives and what was bought, and nothing makes the merchant keep them: the order knows when it arrived. */
import type { Context } from '../context.ts';
import { ordersOf } from '../orders/privacy.ts';
import type { PrivacyPart, Subject } from '../privacy/part.ts';
import { shipmentOf } from './parcels.ts';

const orderNumbers = async ({ db }: Context, subject: Subject): Promise<string[]> => (await ordersOf(db, subject)).map(({ number }) => number);

export const trackingPrivacy: PrivacyPart = {
  name: 'shipments',

  async export(context, subject) {
    const { db } = context;
    const parcels = await Promise.all(
      (await orderNumbers(context, subject)).map((number) => db.selectFrom('shipments').select('body').where('order_number', '=', number).orderBy('id').execute()),
    );
    return parcels.flat().map(shipmentOf);
  },

  async erase(context, subject) {
    for (const number of await orderNumbers(context, subject)) await context.db.deleteFrom('shipments').where('order_number', '=', number).execute();
  },
};
