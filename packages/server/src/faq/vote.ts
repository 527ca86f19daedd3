/** Whether an answer helped: one vote for each shopper, or each guest’s client, and entry. The last counts. */
import { AdapterError, type VoteInput, type VoteReceipt } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { toFlag } from '../database/columns.ts';
import { localeFor } from './locales.ts';
import { questionsOf } from './questions/questions.ts';
import { voterOf } from './voter.ts';

export async function vote({ entryId, helpful, comment }: VoteInput, context: Context): Promise<VoteReceipt> {
  const { db, now, runtime } = context;
  const entry = await db.selectFrom('faq_entries').select('id').where('id', '=', entryId).limit(1).executeTakeFirst();
  if (!entry) throw new AdapterError('INVALID_REQUEST', 'There is no such entry.');
  const locale = (await localeFor(context))?.locale ?? context.locale;
  const voter = voterOf(context);
  const values = { locale, helpful: toFlag(helpful), comment: comment?.trim() || null, created_at: now.toISOString() };
  await db
    .insertInto('faq_votes')
    .values({ entry_id: entryId, voter_hash: voter, ...values })
    .onConflict((conflict) => conflict.columns(['entry_id', 'voter_hash']).doUpdateSet(values))
    .execute();
  if (!helpful) questionsOf(runtime).unhelpful(voter, now);
  return { recorded: true };
}
