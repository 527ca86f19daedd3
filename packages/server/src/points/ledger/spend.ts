/** Which batches points are taken from: the first to expire are the first to go. */
import type { Context } from '../../context.ts';
import type { PointsBatchRow } from '../tables.ts';
import type { OpenAccount } from './account.ts';
import { openBatches } from './batches.ts';
import type { Moves } from './entries.ts';

/**
 * Takes so many points, from `first` before all others when it is given. What the batches do not have is no part of the answer: it becomes
 * debt.
 */
export async function takeFromBatches({ db }: Context, { row }: OpenAccount, points: number, first?: PointsBatchRow): Promise<Moves> {
  const moves = new Map<string, number>();
  let missing = points;
  const take = ({ id, remaining }: PointsBatchRow) => {
    const taken = Math.min(remaining, missing);
    moves.set(id, taken);
    missing -= taken;
  };
  if (first) take(first);
  if (missing > 0) {
    for await (const batch of openBatches.toSpend(db, row.shopper_id)) {
      if (!moves.has(batch.id)) take(batch);
      if (missing === 0) break;
    }
  }
  return moves;
}

/** Points that the account owes. */
export const debtOf = ({ row }: OpenAccount): number => Math.max(0, -row.balance);
