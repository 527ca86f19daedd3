/** What is known of who a shopper is. */
import type { PrivacyPart } from '../privacy/part.ts';
import { findShopper } from './shoppers.ts';

export const shoppersPrivacy: PrivacyPart = {
  name: 'shopper',
  export: async ({ db }, { shopperId }) => (await findShopper(db, shopperId)) ?? null,
  erase: async ({ db }, { shopperId }) => void (await db.deleteFrom('shoppers').where('id', '=', shopperId).execute()),
};
