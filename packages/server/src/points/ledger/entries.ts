/** Writing a line of the ledger: the entry, what it takes from batches, and the account’s sums, all from the same numbers. */
import { v7 as uuid } from 'uuid';
import type { Context } from '../../context.ts';
import { toFlag } from '../../database/columns.ts';
import type { Database } from '../../database/database.ts';
import type { EntryKind, PointsEntryRow } from '../tables.ts';
import type { OpenAccount } from './account.ts';
import { earnedBy } from './earned.ts';

/** Points that an entry takes from batches, by their id; less than zero for what it gives back. */
export type Moves = ReadonlyMap<string, number>;

export interface NewEntry {
  delta?: number;
  pendingDelta?: number;
  kind: EntryKind;
  source: string;
  description?: string | null;
  batchId?: string | null;
  redemptionId?: string | null;
  /** The time of the request unless told. */
  at?: Date;
  /** True unless told. */
  shown?: boolean;
}

export async function writeEntry({ db, now }: Context, account: OpenAccount, entry: NewEntry, moves: Moves = new Map()): Promise<void> {
  const { row } = account;
  const { kind, source, delta = 0, pendingDelta = 0 } = entry;
  const id = uuid();
  await db
    .insertInto('points_entries')
    .values({
      id, kind, source, delta,
      shopper_id: row.shopper_id,
      pending_delta: pendingDelta,
      description: entry.description ?? null,
      batch_id: entry.batchId ?? null,
      redemption_id: entry.redemptionId ?? null,
      created_at: (entry.at ?? now).toISOString(),
      shown: toFlag(entry.shown ?? true),
    })
    .execute();
  for (const [batchId, points] of moves) {
    if (points === 0) continue;
    await db.insertInto('points_allocations').values({ entry_id: id, batch_id: batchId, points }).execute();
    await db.updateTable('points_batches').set((eb) => ({ remaining: eb('remaining', '-', points) })).where('id', '=', batchId).execute();
  }
  row.balance += delta;
  row.pending += pendingDelta;
  row.lifetime += earnedBy(kind, delta);
  row.spent += kind === 'redemption' ? -delta : 0;
  account.changed = true;
  if (earnedBy(kind, delta) !== 0) account.earned = true;
}

export const findEntry = (db: Database, source: string): Promise<PointsEntryRow | undefined> =>
  db.selectFrom('points_entries').selectAll().where('source', '=', source).executeTakeFirst();
