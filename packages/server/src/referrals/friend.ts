/** What a friend is known by. */
import type { Database } from '../database/database.ts';
import type { ReferralRow } from './tables.ts';

/** The friend’s referral, by e-mail or by account: nobody is a friend twice. */
export const findByFriend = (db: Database, emailHash: string, shopperId: string | undefined): Promise<ReferralRow | undefined> =>
  db
    .selectFrom('referrals')
    .selectAll()
    .where((eb) => eb.or([eb('friend_email_hash', '=', emailHash), ...(shopperId === undefined ? [] : [eb('friend_shopper_id', '=', shopperId)])]))
    .orderBy('created_at')
    .executeTakeFirst();

/** Whether the friend has an order that was not cancelled, or somebody else has an account with this e-mail. */
export async function isCustomer(db: Database, emailHash: string, shopperId: string | undefined): Promise<boolean> {
  const order = await db
    .selectFrom('orders')
    .select('number')
    .where('cancelled_at', 'is', null)
    .where((eb) => eb.or([eb('email_hash', '=', emailHash), ...(shopperId === undefined ? [] : [eb('shopper_id', '=', shopperId)])]))
    .executeTakeFirst();
  if (order) return true;
  const account = await db
    .selectFrom('shoppers')
    .select('id')
    .where('email_hash', '=', emailHash)
    .where('id', '!=', shopperId ?? '')
    .executeTakeFirst();
  return account !== undefined;
}
