/**
 * Changing an account. The account’s row is locked first and written last, so that of two changes one waits for the other, and whoever
 * changes it sees what time has brought meanwhile.
 */
import type { Context } from '../../context.ts';
import { pointsTopic } from '../../live/topics.ts';
import { openBatches } from './batches.ts';
import { reviewTier } from '../tiers/review.ts';
import type { PointsAccountRow } from '../tables.ts';
import { settleDue } from './due.ts';
import { emptyAccount } from './find.ts';

/** An account that this transaction holds. Its sums change only by writing entries. */
export interface OpenAccount {
  row: PointsAccountRow;
  /** Whether anything of it differs from the database. */
  changed: boolean;
  /** Whether something was earned or taken back, so that the tier may be another. */
  earned: boolean;
}

/** Runs a change of an account within the transaction of the context. */
export async function changeAccount<T>(context: Context, shopperId: string, change: (account: OpenAccount) => Promise<T>): Promise<T> {
  const account: OpenAccount = { row: await lockAccount(context, shopperId), changed: false, earned: false };
  await settleDue(context, account);
  const result = await change(account);
  await reviewTier(context, account);
  if (account.changed) await save(context, account);
  return result;
}

/** Brings an account up to date with the clock. */
export const settleAccount = (context: Context, shopperId: string): Promise<void> => changeAccount(context, shopperId, async () => {});

/** Tells those who watch an account that something other than its points has changed, such as whether the shopper is a member. */
export const touchAccount = (context: Context, shopperId: string): Promise<void> =>
  changeAccount(context, shopperId, async (account) => {
    account.changed = true;
    account.earned = true;
  });

// One statement that makes the row or finds it, and locks it either way, on both engines.
const lockAccount = ({ db }: Context, shopperId: string): Promise<PointsAccountRow> =>
  db
    .insertInto('points_accounts')
    .values(emptyAccount(shopperId))
    .onConflict((conflict) => conflict.column('shopper_id').doUpdateSet((eb) => ({ change: eb.ref('points_accounts.change') })))
    .returningAll()
    .executeTakeFirstOrThrow();

async function save({ db, publish }: Context, { row }: OpenAccount): Promise<void> {
  row.change += 1;
  row.due_at = soonest(await openBatches.nextAvailable(db, row.shopper_id), await openBatches.nextExpiry(db, row.shopper_id), row.tier_expires_at);
  const { shopper_id: shopperId, ...values } = row;
  await db.updateTable('points_accounts').set(values).where('shopper_id', '=', shopperId).execute();
  await publish(pointsTopic(shopperId));
}

const soonest = (...times: (string | null | undefined)[]): string | null => times.filter((time) => time != null).sort()[0] ?? null;
