/**
 * What time does to an account: pending points become spendable, spendable ones expire. It is done in the order in which it was due and
 * dated so, whenever somebody looks, so the ledger is the same however late that is.
 */
import type { Context } from '../../context.ts';
import { readProgram } from '../program-document.ts';
import type { PointsBatchRow } from '../tables.ts';
import type { OpenAccount } from './account.ts';
import { openBatches } from './batches.ts';
import { addSpan } from './calendar.ts';
import { writeEntry } from './entries.ts';
import { isDue } from './find.ts';
import { debtOf } from './spend.ts';

export async function settleDue(context: Context, account: OpenAccount): Promise<void> {
  const { db, now } = context;
  const { row } = account;
  if (!isDue(row, now)) return;
  const at = now.toISOString();
  for (;;) {
    const available = await openBatches.firstAvailable(db, row.shopper_id, at);
    const expired = await openBatches.firstExpired(db, row.shopper_id, at);
    if (available && (!expired || available.available_at! <= expired.expires_at!)) await makeSpendable(context, account, available);
    else if (expired) await expire(context, account, expired);
    else break;
  }
  account.changed = true;
}

/** When points lapse that become spendable at a time; null when they never do. */
export async function expiryFrom(context: Context, at: Date): Promise<string | null> {
  const expiry = (await readProgram(context))?.expiry;
  return expiry ? addSpan(at, expiry).toISOString() : null;
}

async function makeSpendable(context: Context, account: OpenAccount, batch: PointsBatchRow): Promise<void> {
  const at = new Date(batch.available_at!);
  const { id, kind, remaining, description } = batch;
  // A debt is paid first: those points were spent before they were had.
  const paid = Math.min(remaining, debtOf(account));
  await writeEntry(
    context, account,
    { delta: remaining, pendingDelta: -remaining, kind, description, source: `settled:${id}`, batchId: id, at, shown: false },
    new Map([[id, paid]]),
  );
  await context.db
    .updateTable('points_batches')
    .set({ status: 'approved', expires_at: await expiryFrom(context, at) })
    .where('id', '=', id)
    .execute();
}

async function expire(context: Context, account: OpenAccount, { id, remaining, expires_at: at }: PointsBatchRow): Promise<void> {
  await writeEntry(
    context, account,
    { delta: -remaining, kind: 'expiry', source: `expired:${id}`, batchId: id, at: new Date(at!) },
    new Map([[id, remaining]]),
  );
  await context.db.updateTable('points_batches').set({ status: 'expired', lapsed: remaining }).where('id', '=', id).execute();
}
