import { refuse, type Rule } from './rule.ts';
import { DAY } from '../../time.ts';

/** So many friends of one advocate in so many days; those that came to nothing don’t count. Exact, since the advocate’s code is held. */
export const cap: Rule = async ({ context: { db, now }, program, code }) => {
  if (!program.cap) return undefined;
  const { referrals, days } = program.cap;
  const { count } = await db
    .selectFrom('referrals')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('advocate_id', '=', code.shopper_id)
    .where('status', 'not in', ['declined', 'void'])
    .where('created_at', '>', new Date(now.getTime() - days * DAY).toISOString())
    .executeTakeFirstOrThrow();
  return count >= referrals
    ? refuse('cap', 'REFERRAL_CAP_REACHED', `The advocate has ${count} friends in ${days} days; ${referrals} are allowed.`, 'The advocate has invited as many friends as the program allows.')
    : undefined;
};
