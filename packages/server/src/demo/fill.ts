/** Filling an empty database with the demo shop. */
import { ConfigError } from '../config/config-error.ts';
import type { Context, Runtime } from '../context.ts';
import type { Database } from '../database/database.ts';
import { transactAsSystem } from '../transact.ts';
import { play } from './acts.ts';
import { setUpFaq } from './documents/faq.ts';
import { setUpProgram } from './documents/program.ts';
import { setUpReferrals } from './documents/referrals.ts';
import { setUpReturns } from './documents/returns.ts';
import { setUpReviews } from './documents/reviews.ts';
import { northpineAt } from './northpine.ts';
import { tellOfParcels } from './parcels.ts';
import { ann } from './stories/ann.ts';
import { friends } from './stories/friends.ts';
import { others } from './stories/others.ts';
import { questions } from './stories/questions.ts';

/** Document that marks a database as that of a demo. */
const MARK = 'demo';

/**
 * Fills an empty database, all of it or nothing; one that was filled before stays as it is. Of several processes that start at once, one does.
 *
 * @throws ConfigError when the database holds a real shop, in which a demo would sign anybody in.
 */
export async function fillDemo(runtime: Runtime): Promise<void> {
  await transactAsSystem(runtime, async (context) => {
    const isFirst = await mark(context);
    if (isFirst && !(await isEmpty(context.db))) {
      throw new ConfigError(`The database ${runtime.store.place} holds a shop that is no demo: choose another folder with --data or another DATABASE_URL, or leave --demo out.`);
    }
    if (isFirst) await fill(context);
  });
}

/** Whether nobody did before. Others who try wait until this transaction ends. */
async function mark({ db, now }: Context): Promise<boolean> {
  const made = await db
    .insertInto('documents')
    .values({ kind: MARK, body: '{}', version: 1, updated_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('kind').doNothing())
    .returning('kind')
    .executeTakeFirst();
  return made !== undefined;
}

async function isEmpty(db: Database): Promise<boolean> {
  const found = await Promise.all([
    db.selectFrom('documents').select('kind').where('kind', '<>', MARK).limit(1).executeTakeFirst(),
    db.selectFrom('orders').select('number').limit(1).executeTakeFirst(),
    db.selectFrom('shoppers').select('id').limit(1).executeTakeFirst(),
    db.selectFrom('faq_entries').select('id').limit(1).executeTakeFirst(),
  ]);
  return found.every((row) => row === undefined);
}

async function fill(context: Context): Promise<void> {
  const northpine = northpineAt(context.now);
  for (const setUp of [setUpProgram, setUpReferrals, setUpReviews, setUpReturns, setUpFaq]) await setUp(context, northpine);
  await play(context, [...(await ann(northpine, context.now)), ...friends(), ...others(), ...questions()]);
  await tellOfParcels(context, northpine);
}
