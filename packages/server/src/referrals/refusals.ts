/** Claims that were refused, kept for the merchant without the e-mail. */
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { RememberedRefusal } from '../http/remembered-refusal.ts';
import { maskEmail } from './friend-email.ts';
import type { Attempt, Refusal } from './rules/rule.ts';
import { DAY } from '../time.ts';

/** Days that a refusal is kept: long enough to see a pattern. */
const KEPT_DAYS = 90;

/** The error for the friend, which leaves a row for the merchant. */
export const refusalOf = ({ code: { shopper_id: advocateId }, email, emailHash, clientHash }: Attempt, { rule, code, reason, message }: Refusal): RememberedRefusal =>
  new RememberedRefusal(code, message, async ({ db, now }) => {
    await db
      .insertInto('referral_refusals')
      .values({ id: uuid(), advocate_id: advocateId, friend_email_hash: emailHash, friend_label: maskEmail(email), rule, code, reason, client_hash: clientHash, created_at: now.toISOString() })
      .execute();
  });

export async function forgetOldRefusals(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('referral_refusals').where('created_at', '<', new Date(now.getTime() - KEPT_DAYS * DAY).toISOString()).execute();
}
