/** The ledger as shoppers read it: newest first, page by page. */
import type { HistoryInput, LedgerEntry, LedgerPage } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { decodeCursor, DEFAULT_PAGE, encodeCursor } from '../database/page.ts';
import { orderWords } from './order-words.ts';
import { viewRedemption } from './redemptions.ts';
import type { BatchStatus, PointsBatchRow, PointsEntryRow, RedemptionRow } from './tables.ts';

/** A page of one shopper’s ledger, which must be up to date. */
export async function historyOf(context: Context, shopperId: string, { cursor, limit }: HistoryInput): Promise<LedgerPage> {
  const { db, now } = context;
  const size = limit ?? DEFAULT_PAGE;
  const after = decodeCursor(cursor);
  let query = db.selectFrom('points_entries').selectAll().where('shopper_id', '=', shopperId).where('shown', '=', 1);
  if (after) {
    const [at, id] = after;
    query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(at, id)));
  }
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(size + 1).execute();
  const page = rows.slice(0, size);
  const batches = await rowsOf<PointsBatchRow>(context, 'points_batches', page.map(({ batch_id: id }) => id));
  const redemptions = await rowsOf<RedemptionRow>(context, 'redemptions', page.map(({ redemption_id: id }) => id));
  const describeOrder = await orderWords(context);
  const items = page.map((entry): LedgerEntry => {
    const batch = batches.get(entry.batch_id ?? '');
    const redemption = redemptions.get(entry.redemption_id ?? '');
    const status = statusOf(entry, batch);
    return {
      id: entry.id,
      delta: entry.delta + entry.pending_delta,
      status,
      kind: entry.kind,
      description: entry.description ?? describeOrder(batch?.order_number),
      createdAt: entry.created_at,
      availableAt: status === 'pending' ? (batch?.available_at ?? null) : null,
      expiresAt: isEarning(entry) && status === 'approved' ? (batch?.expires_at ?? null) : null,
      redemption: redemption ? viewRedemption(redemption, now) : null,
    };
  });
  const last = page.at(-1);
  return { items, nextCursor: rows.length > size && last ? encodeCursor([last.created_at, last.id]) : null };
}

/** Where an entry stands: with its batch, as far as the batch’s fate is its own. */
function statusOf(entry: PointsEntryRow, batch: PointsBatchRow | undefined): BatchStatus {
  if (!batch) return 'approved';
  if (isEarning(entry)) return batch.status;
  // What was taken from points that were still pending waits, or comes to nothing, with them.
  return entry.pending_delta !== 0 && batch.status !== 'expired' ? batch.status : 'approved';
}

const isEarning = ({ delta, pending_delta: pendingDelta, batch_id: batchId }: PointsEntryRow): boolean => batchId !== null && delta + pendingDelta > 0;

async function rowsOf<T extends { id: string }>({ db }: Context, table: 'points_batches' | 'redemptions', ids: readonly (string | null)[]): Promise<Map<string, T>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom(table).selectAll().where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row as unknown as T]));
}
