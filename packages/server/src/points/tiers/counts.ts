/** What is counted for tiers. */
import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import { EARNED } from '../ledger/earned.ts';
import type { Tiers } from '../program/tiers.ts';

/** How much of the tiers’ unit a shopper has from one time on (always, without) and before another. */
export async function countBetween(db: Database, { unit, currency }: Tiers, shopperId: string, since: Date | null, until?: Date): Promise<number> {
  const counted = { from: since?.toISOString() ?? '', to: until?.toISOString() };
  return unit === 'points' ? countEarned(db, shopperId, counted) : countOrders(db, shopperId, counted, unit === 'spend' ? { currency: currency! } : undefined);
}

interface Between {
  from: string;
  to: string | undefined;
}

async function countEarned(db: Database, shopperId: string, { from, to }: Between): Promise<number> {
  let query = db.selectFrom('points_entries').where('shopper_id', '=', shopperId).where('created_at', '>=', from);
  if (to !== undefined) query = query.where('created_at', '<', to);
  const { count } = await query.select(sql<number>`coalesce(sum(${EARNED}), 0)`.as('count')).executeTakeFirstOrThrow();
  // A refund of what was earned before this period may come in it.
  return Math.max(0, count);
}

/** Paid orders that were not called off: how many, or what is left of their totals in one currency. */
async function countOrders(db: Database, shopperId: string, { from, to }: Between, spend: { currency: string } | undefined): Promise<number> {
  let query = db
    .selectFrom('orders')
    .where('shopper_id', '=', shopperId)
    .where('placed_at', '>=', from)
    .where('paid_at', 'is not', null)
    .where('cancelled_at', 'is', null);
  if (to !== undefined) query = query.where('placed_at', '<', to);
  if (spend) query = query.where('currency', '=', spend.currency);
  const count = spend ? sql<number>`coalesce(sum(total - refunded), 0)` : sql<number>`count(*)`;
  return (await query.select(count.as('count')).executeTakeFirstOrThrow()).count;
}
