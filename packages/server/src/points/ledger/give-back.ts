/** Points that a redemption took go back to where they came from. */
import type { Context } from '../../context.ts';
import type { RedemptionRow } from '../tables.ts';
import type { OpenAccount } from './account.ts';
import { addDays } from './calendar.ts';
import { addBatch } from './earn.ts';
import { findEntry, writeEntry } from './entries.ts';
import { debtOf } from './spend.ts';

/** Days that points are good for whose own day has passed while they were spent: long enough to spend them again. */
const GRACE_DAYS = 7;

/**
 * Gives a redemption’s points back to the very batches that they came from, with the expiry that those have. Points of batches that have
 * expired meanwhile come back in a batch of their own, for a week. A debt that was made meanwhile is paid first.
 */
export async function giveBack(context: Context, account: OpenAccount, redemption: RedemptionRow): Promise<void> {
  const { id, points_spent: points, title } = redemption;
  const parts = await partsOf(context, id);
  const isOpen = ({ status, expiresAt }: Part) => status === 'approved' && (expiresAt === null || expiresAt > context.now.toISOString());
  const open = parts.filter(isOpen);
  const late = parts.filter((part) => !isOpen(part)).reduce((sum, part) => sum + part.points, 0);
  if (late > 0) open.push({ ...(await addGrace(context, account, late, title)), points: 0, returning: late });
  // What comes back and expires first pays the debt, as if it were spent.
  open.sort((a, b) => ((a.expiresAt ?? '~') < (b.expiresAt ?? '~') ? -1 : 1));
  let debt = debtOf(account);
  const moves = new Map<string, number>();
  for (const { batchId, points: taken, returning = taken } of open) {
    const paid = Math.min(debt, returning);
    debt -= paid;
    moves.set(batchId, paid - taken);
  }
  await writeEntry(context, account, { delta: points, kind: 'redemption', description: title, source: `revoked:${id}`, redemptionId: id }, moves);
}

interface Part {
  batchId: string;
  /** What was taken from the batch, and goes back into it. */
  points: number;
  /** What comes back with it, when that differs. */
  returning?: number;
  status: string;
  expiresAt: string | null;
}

async function partsOf({ db }: Context, redemptionId: string): Promise<Part[]> {
  const entry = await findEntry(db, `redemption:${redemptionId}`);
  return db
    .selectFrom('points_allocations as a')
    .innerJoin('points_batches as b', 'b.id', 'a.batch_id')
    .select(['a.batch_id as batchId', 'a.points', 'b.status', 'b.expires_at as expiresAt'])
    .where('a.entry_id', '=', entry!.id)
    .orderBy('b.id')
    .execute();
}

/** A new batch has its points from the start, so nothing is put into it. */
async function addGrace(context: Context, account: OpenAccount, points: number, description: string): Promise<Pick<Part, 'batchId' | 'status' | 'expiresAt'>> {
  const { id, status, expires_at: expiresAt } = await addBatch(context, account, {
    kind: 'redemption', points, description, status: 'approved', reason: null, order_number: null,
    available_at: context.now.toISOString(),
    expires_at: addDays(context.now, GRACE_DAYS).toISOString(),
  });
  return { batchId: id, status, expiresAt };
}
