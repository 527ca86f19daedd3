/** Advocates’ codes: short enough to read out, too many to guess. */
import { randomInt } from 'node:crypto';
import { AdapterError } from '@aftercart/contract';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { clientPrint } from './client.ts';
import { stemPrint } from './friend-email.ts';
import type { ReferralCodeRow } from './tables.ts';

// Without letters and digits that are taken for one another, and without vowels, which make words.
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';
/** 27 to the power of 8 are 2.8 × 10¹¹ codes. */
const LENGTH = 8;

const makeCode = (): string => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** `7k2m-q9xz ` and `7K2MQ9XZ` are one. */
const normaliseCode = (code: string): string => code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** The code that a shopper has in use. */
export const findOwnCode = (db: Database, shopperId: string): Promise<ReferralCodeRow | undefined> =>
  db.selectFrom('referral_codes').selectAll().where('shopper_id', '=', shopperId).where('retired_at', 'is', null).executeTakeFirst();

/** The code of a shopper, made when there is none. In a transaction. */
export async function ownCode(context: Context, shopperId: string): Promise<ReferralCodeRow> {
  const { db, now, shopper, runtime: { fingerprints } } = context;
  const email = shopper?.id === shopperId && typeof shopper.claims['email'] === 'string' ? shopper.claims['email'] : undefined;
  for (;;) {
    const known = await findOwnCode(db, shopperId);
    if (known) return known;
    // Nothing is inserted when the shopper has got one meanwhile, or when the code is taken.
    await db
      .insertInto('referral_codes')
      .values({
        code: makeCode(),
        shopper_id: shopperId,
        email_hash: email === undefined ? null : fingerprints.email(email),
        email_stem_hash: email === undefined ? null : stemPrint(fingerprints, email),
        client_hash: clientPrint(context),
        created_at: now.toISOString(),
        retired_at: null,
        last_claimed_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * The code, held until the end of the transaction, so that the claims of one advocate are counted one after another.
 *
 * @throws AdapterError INVALID_REQUEST when there is no such code.
 */
export async function holdCode({ db, now }: Pick<Context, 'db' | 'now'>, code: string): Promise<ReferralCodeRow> {
  const held = await db
    .updateTable('referral_codes')
    .set({ last_claimed_at: now.toISOString() })
    .where('code', '=', normaliseCode(code))
    .returningAll()
    .executeTakeFirst();
  if (!held) throw new AdapterError('INVALID_REQUEST', 'There is no such code.');
  return held;
}

/** Takes a code out of use; the advocate gets another one. @throws AdapterError INVALID_REQUEST when there is no such code. */
export async function retireCode({ db, now }: Pick<Context, 'db' | 'now'>, code: string): Promise<ReferralCodeRow> {
  const retired = await db
    .updateTable('referral_codes')
    .set((eb) => ({ retired_at: eb.fn.coalesce('retired_at', eb.val(now.toISOString())) }))
    .where('code', '=', normaliseCode(code))
    .returningAll()
    .executeTakeFirst();
  if (!retired) throw new AdapterError('INVALID_REQUEST', `There is no code ${code}.`);
  return retired;
}
