/** What an advocate is known by. */
import type { Database } from '../database/database.ts';

/** Whether the e-mail is the advocate’s: of the account, of an order, or of the token that a link was made with. */
export async function isOwnEmail(db: Database, advocateId: string, emailHash: string): Promise<boolean> {
  const known = await db
    .selectFrom('shoppers').select('id').where('id', '=', advocateId).where('email_hash', '=', emailHash)
    .unionAll(db.selectFrom('orders').select('number as id').where('shopper_id', '=', advocateId).where('email_hash', '=', emailHash))
    .unionAll(db.selectFrom('referral_codes').select('code as id').where('shopper_id', '=', advocateId).where('email_hash', '=', emailHash))
    .limit(1)
    .executeTakeFirst();
  return known !== undefined;
}

/** Whether the advocate lives there, or has had an order sent there. */
export async function isOwnHousehold(db: Database, advocateId: string, householdHash: string): Promise<boolean> {
  const known = await db
    .selectFrom('shoppers').select('id').where('id', '=', advocateId).where('household_hash', '=', householdHash)
    .unionAll(db.selectFrom('orders').select('number as id').where('shopper_id', '=', advocateId).where('household_hash', '=', householdHash))
    .limit(1)
    .executeTakeFirst();
  return known !== undefined;
}
