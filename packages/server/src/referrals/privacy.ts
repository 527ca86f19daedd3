/** What is known of a shopper as an advocate and as a friend. */
import type { Context } from '../context.ts';
import type { PrivacyPart, Subject } from '../privacy/part.ts';
import { end } from './state.ts';
import type { ReferralRow } from './tables.ts';

export const referralsPrivacy: PrivacyPart = {
  name: 'referrals',

  async export(context, subject) {
    const { db } = context;
    const codes = await db.selectFrom('referral_codes').select(['code', 'created_at', 'retired_at']).where('shopper_id', '=', subject.shopperId).orderBy('created_at').execute();
    const invited = await db
      .selectFrom('referrals')
      .select(['id', 'friend_label', 'status', 'reason', 'available_at', 'reward_code', 'created_at', 'ended_at'])
      .where('advocate_id', '=', subject.shopperId)
      .orderBy('created_at')
      .execute();
    const invitations = (await asFriend(context, subject)).map(({ id, status, code, expires_at, order_number, created_at }) => ({ id, status, code, expires_at, order_number, created_at }));
    return { codes, invited, invitations };
  },

  async erase(context, subject) {
    const { db } = context;
    await db.deleteFrom('referral_codes').where('shopper_id', '=', subject.shopperId).execute();
    await db
      .deleteFrom('referral_refusals')
      .where((eb) => eb.or([eb('advocate_id', '=', subject.shopperId), ...(subject.emailHash === null ? [] : [eb('friend_email_hash', '=', subject.emailHash)])]))
      .execute();
    // Nobody is left to be rewarded. What was given stays in the shop’s books, under the name that the ledger has for it.
    const invited = await db.updateTable('referrals').set({ advocate_id: subject.pseudonym }).where('advocate_id', '=', subject.shopperId).returningAll().execute();
    for (const referral of invited) {
      if (referral.status !== 'approved') await end(context, referral, { status: 'void', reason: 'other', why: 'The advocate was erased.' });
    }
    for (const { id } of await asFriend(context, subject)) {
      const nobody: Partial<ReferralRow> = { friend_email_hash: `erased:${id}`, friend_stem_hash: null, friend_shopper_id: null, friend_label: '•••', client_hash: null };
      await db.updateTable('referrals').set(nobody).where('id', '=', id).execute();
    }
  },
};

const asFriend = ({ db }: Context, { shopperId, emailHash }: Subject): Promise<ReferralRow[]> =>
  db
    .selectFrom('referrals')
    .selectAll()
    .where((eb) => eb.or([eb('friend_shopper_id', '=', shopperId), ...(emailHash === null ? [] : [eb('friend_email_hash', '=', emailHash)])]))
    .orderBy('created_at')
    .execute();
