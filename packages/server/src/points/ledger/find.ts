/** Reading an account. */
import type { Context } from '../../context.ts';
import type { PointsAccountRow } from '../tables.ts';

/** The account as it is kept; zeros when there is none yet. */
export async function findAccount({ db }: Pick<Context, 'db'>, shopperId: string): Promise<PointsAccountRow> {
  const row = await db.selectFrom('points_accounts').selectAll().where('shopper_id', '=', shopperId).executeTakeFirst();
  return row ?? emptyAccount(shopperId);
}

export const emptyAccount = (shopperId: string): PointsAccountRow => ({
  shopper_id: shopperId, balance: 0, pending: 0, lifetime: 0, spent: 0, due_at: null, change: 0, tier_id: null, tier_expires_at: null,
});

/** Whether time has changed what the row says. */
export const isDue = ({ due_at: dueAt }: PointsAccountRow, now: Date): boolean => dueAt !== null && dueAt <= now.toISOString();
