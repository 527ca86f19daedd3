import type { Database } from '../../database/database.ts';
import { hold, refuse, type Rule } from './rule.ts';

const HOUR = 3_600_000;
/** So many times the limit is no family at one computer. */
const BLATANT = 5;

/** Many claims from one network and browser together. Never by the address alone, which a whole office shares. */
export const velocity: Rule = async ({ context: { db, now }, program: { velocity: { claims, hours } }, clientHash }) => {
  if (!clientHash) return undefined;
  const since = new Date(now.getTime() - hours * HOUR).toISOString();
  const count = (await countSince(db, 'referrals', clientHash, since)) + (await countSince(db, 'referral_refusals', clientHash, since));
  const reason = `${count} claims came from this network and browser within ${hours} hours before; ${claims} are allowed.`;
  if (count >= claims * BLATANT) return refuse('velocity', 'FRAUD_SUSPECTED', reason, 'This claim was flagged.');
  return count >= claims ? hold('velocity', reason, { self: false }) : undefined;
};

async function countSince(db: Database, table: 'referrals' | 'referral_refusals', clientHash: string, since: string): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('client_hash', '=', clientHash)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}
