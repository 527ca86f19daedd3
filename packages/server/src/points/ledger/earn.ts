/** Points that come in: a new batch, spendable at once or pending. */
import { v7 as uuid } from 'uuid';
import type { Context } from '../../context.ts';
import type { Award } from '../award.ts';
import type { PointsBatchRow } from '../tables.ts';
import type { OpenAccount } from './account.ts';
import { expiryFrom } from './due.ts';
import { writeEntry } from './entries.ts';
import { debtOf } from './spend.ts';

export async function earn(context: Context, account: OpenAccount, award: Omit<Award, 'shopperId'>): Promise<void> {
  const { now } = context;
  const { points, kind, description, source, availableAt, reason } = award;
  const pending = availableAt === null || (availableAt !== undefined && availableAt > now);
  const batch = await addBatch(context, account, {
    kind, points, description,
    status: pending ? 'pending' : 'approved',
    reason: pending ? (reason ?? 'other') : null,
    available_at: pending ? (availableAt?.toISOString() ?? null) : now.toISOString(),
    expires_at: pending ? null : await expiryFrom(context, now),
    order_number: award.orderNumber ?? null,
  });
  if (pending) await writeEntry(context, account, { pendingDelta: points, kind, description, source, batchId: batch.id });
  else await writeEntry(context, account, { delta: points, kind, description, source, batchId: batch.id }, new Map([[batch.id, Math.min(points, debtOf(account))]]));
}

type NewBatch = Omit<PointsBatchRow, 'id' | 'shopper_id' | 'remaining' | 'taken_back' | 'lapsed' | 'created_at'>;

/** A batch with all of its points still in it. */
export async function addBatch({ db, now }: Context, { row }: OpenAccount, batch: NewBatch): Promise<PointsBatchRow> {
  const added: PointsBatchRow = {
    ...batch, id: uuid(), shopper_id: row.shopper_id, remaining: batch.points, taken_back: 0, lapsed: 0, created_at: now.toISOString(),
  };
  await db.insertInto('points_batches').values(added).execute();
  return added;
}
