/** Taking back what a batch gave, because its cause was undone. */
import type { Context } from '../../context.ts';
import type { PointsBatchRow } from '../tables.ts';
import type { OpenAccount } from './account.ts';
import { writeEntry } from './entries.ts';
import { takeFromBatches } from './spend.ts';

export interface ClawBack {
  /** How many points of the batch are to be taken back in all, with what was taken back before. */
  total: number;
  source: string;
  description: string | null;
}

/**
 * Takes back up to a total. Pending points are reduced, and void when none is left. Spendable ones are taken from the batch, then from the
 * others, then the balance goes below zero. Points that expired unspent did nobody any good and count as given back.
 */
export async function clawBack(context: Context, account: OpenAccount, batch: PointsBatchRow, { total, source, description }: ClawBack): Promise<void> {
  const points = Math.max(0, Math.min(total, batch.points) - batch.lapsed) - batch.taken_back;
  if (points <= 0) return;
  const { id, status, remaining } = batch;
  const isVoid = status === 'pending' && points === remaining;
  const entry = { kind: 'refund', source, description, batchId: id } as const;
  if (status === 'pending') {
    // Of what is void as a whole the shopper sees one line, that which is void.
    await writeEntry(context, account, { ...entry, pendingDelta: -points, shown: !isVoid }, new Map([[id, points]]));
  } else {
    await writeEntry(context, account, { ...entry, delta: -points }, await takeFromBatches(context, account, points, batch));
  }
  await context.db
    .updateTable('points_batches')
    .set({ taken_back: batch.taken_back + points, ...(isVoid && { status: 'void' as const }) })
    .where('id', '=', id)
    .execute();
}
