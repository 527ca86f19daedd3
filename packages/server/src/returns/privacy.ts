/** Withdrawals of one shopper: told whole, and kept without the person when erased, since the shop must be able to prove what it refunded. */
import type { Database } from '../database/database.ts';
import type { PrivacyPart, Subject } from '../privacy/part.ts';
import { withoutPerson } from './declaration.ts';
import { toReceipt } from './withdrawals.ts';

const theirs = (db: Database, { shopperId, emailHash }: Subject) =>
  db
    .selectFrom('withdrawals')
    .selectAll()
    .where((eb) => eb.or([eb('shopper_id', '=', shopperId), ...(emailHash === null ? [] : [eb('email_hash', '=', emailHash)])]))
    .orderBy('received_at')
    .execute();

export const returnsPrivacy: PrivacyPart = {
  name: 'withdrawals',
  async export({ db }, subject) {
    return (await theirs(db, subject)).map((row) => ({ ...toReceipt(row), reason: row.reason }));
  },
  async erase({ db }, subject) {
    for (const { id, content, name, email, claimant, email_hash: emailHash } of await theirs(db, subject)) {
      await db
        .updateTable('withdrawals')
        .set({
          shopper_id: null, name: null, email: null, email_hash: null, reason: null,
          content: name && email ? withoutPerson(content, { name, email }) : content,
          // Fingerprints can be found again by who knows the text.
          content_hash: '', claimant: claimant === emailHash ? `erased:${id}` : claimant,
        })
        .where('id', '=', id)
        .execute();
    }
  },
};
