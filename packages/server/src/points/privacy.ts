/** What the ledger knows of a shopper, and how it forgets. */
import { sql } from 'kysely';
import type { PrivacyPart } from '../privacy/part.ts';

/** Causes that name nothing but rows of the ledger itself. */
const OF_THE_LEDGER = sql<boolean>`source like 'redemption:%' or source like 'revoked:%' or source like 'settled:%' or source like 'expired:%'`;

export const pointsPrivacy: PrivacyPart = {
  name: 'points',

  async export({ db }, { shopperId }) {
    const of = <T extends 'points_accounts' | 'points_entries' | 'points_batches' | 'redemptions'>(table: T) =>
      db.selectFrom(table as 'points_entries').selectAll().where('shopper_id', '=', shopperId);
    return {
      account: (await of('points_accounts').executeTakeFirst()) ?? null,
      entries: await of('points_entries').orderBy('created_at').orderBy('id').execute(),
      batches: await of('points_batches').orderBy('id').execute(),
      redemptions: await of('redemptions').orderBy('id').execute(),
    };
  },

  /**
   * The sums stay, since the books of the shop must still come out right, under a name that leads to nobody. Words go: they may tell of a
   * person. So do causes that have the shopper’s id in them. Codes stay taken, so that nobody gets them again.
   */
  async erase({ db }, { shopperId, pseudonym: nobody }) {
    await db.updateTable('points_accounts').set({ shopper_id: nobody }).where('shopper_id', '=', shopperId).execute();
    await db
      .updateTable('points_entries')
      .set({ shopper_id: nobody, description: null, source: sql<string>`case when ${OF_THE_LEDGER} then source else ${`${nobody}:`} || id end` })
      .where('shopper_id', '=', shopperId)
      .execute();
    await db.updateTable('points_batches').set({ shopper_id: nobody, description: null, order_number: null }).where('shopper_id', '=', shopperId).execute();
    await db.updateTable('redemptions').set({ shopper_id: nobody }).where('shopper_id', '=', shopperId).execute();
  },
};
