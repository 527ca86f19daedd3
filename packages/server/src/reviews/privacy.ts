/** The reviews of a shopper. They are the shopper’s own words, so erasing leaves none of them. */
import type { PrivacyPart } from '../privacy/part.ts';

export const reviewsPrivacy: PrivacyPart = {
  name: 'reviews',
  export: ({ db }, { shopperId }) => db.selectFrom('reviews').selectAll().where('shopper_id', '=', shopperId).orderBy('created_at').execute(),
  async erase({ db }, { shopperId }) {
    await db.deleteFrom('reviews').where('shopper_id', '=', shopperId).execute();
  },
};
