/** Giving points for something that happened elsewhere in the server, and taking them back. */
import type { Context } from '../context.ts';
import { findShopper } from '../shoppers/shoppers.ts';
import { changeAccount, type OpenAccount } from './ledger/account.ts';
import { clawBack } from './ledger/claw-back.ts';
import { earn } from './ledger/earn.ts';
import { findEntry } from './ledger/entries.ts';
import { settleDue } from './ledger/due.ts';
import type { PointsBatchRow } from './tables.ts';

export interface Award {
  shopperId: string;
  /** Scaled by the program’s `decimals`; more than zero. */
  points: number;
  kind: 'purchase' | 'sign_up' | 'review' | 'referral' | 'birthday' | 'adjustment' | 'other';
  /** In the words of the ledger’s reader. */
  description: string | null;
  /** What caused it, such as `review:<id>`. A second award for the same cause does nothing. */
  source: string;
  /** What they wait for, when they are not spendable at once. */
  reason?: 'return_window' | 'payment' | 'delivery' | 'moderation' | 'other' | undefined;
  /** When they become spendable; null when that is not known yet, left out for at once. */
  availableAt?: Date | null | undefined;
  orderNumber?: string | undefined;
}

/** Writes an award into the ledger. Whoever is blocked gets none. */
export async function award(context: Context, award: Award): Promise<void> {
  const { shopperId, points, source } = award;
  if (!Number.isSafeInteger(points) || points <= 0) throw new RangeError(`An award is of a whole number of points above zero, not ${points} (${source}).`);
  const shopper = await findShopper(context.db, shopperId);
  if (shopper?.state === 'blocked') return;
  await changeAccount(context, shopperId, async (account) => {
    // Looked for under the lock of the account, so that of two at once one finds the other’s.
    if (!(await findEntry(context.db, source))) await earn(context, account, award);
  });
}

/** Takes back what an award gave: a pending one is void, a spendable one is clawed back (the balance may become negative). */
export async function takeBack(context: Context, source: string): Promise<void> {
  await changeAward(context, source, (account, batch) =>
    clawBack(context, account, batch, { total: batch.points, source: `back:${source}`, description: batch.description }),
  );
}

/** Says when a pending award becomes spendable, once that is known or has changed; one that is not pending any more stays as it is. */
export async function release(context: Context, source: string, availableAt: Date): Promise<void> {
  await changeAward(context, source, async (account, batch) => {
    const at = availableAt.toISOString();
    if (batch.status !== 'pending' || batch.available_at === at) return;
    // Whatever it waited for has come; what is left to wait for is the time.
    await context.db.updateTable('points_batches').set({ available_at: at, reason: 'return_window' }).where('id', '=', batch.id).execute();
    account.row.due_at = [account.row.due_at ?? at, at].sort()[0]!;
    account.changed = true;
    await settleDue(context, account);
  });
}

/** Changes the batch of an award; nothing when there was none. */
export async function changeAward(
  context: Context, source: string, change: (account: OpenAccount, batch: PointsBatchRow) => Promise<void>,
): Promise<void> {
  const entry = await findEntry(context.db, source);
  if (!entry?.batch_id) return;
  await changeAccount(context, entry.shopper_id, async (account) => {
    const batch = await context.db.selectFrom('points_batches').selectAll().where('id', '=', entry.batch_id).executeTakeFirstOrThrow();
    await change(account, batch);
  });
}
