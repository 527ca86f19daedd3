/** Finding the batches of a shopper that still hold points. Conditions are written as in the partial indices, which SQLite asks for. */
import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { PointsBatchRow } from '../tables.ts';

const OPEN = sql<boolean>`remaining > 0`;
const PENDING = sql<boolean>`status = 'pending'`;

const pending = (db: Database, shopperId: string) => db.selectFrom('points_batches').where('shopper_id', '=', shopperId).where(PENDING);
const spendable = (db: Database, shopperId: string) => db.selectFrom('points_batches').where('shopper_id', '=', shopperId).where('status', '=', 'approved').where(OPEN);
const expiring = (db: Database, shopperId: string) => spendable(db, shopperId).where('expires_at', 'is not', null);

/** Batches that are read at once; a spending of ordinary size touches one or two. */
const PORTION = 50;

export const openBatches = {
  /** Pending ones, soonest first; those whose time is not known come last. */
  async pending(db: Database, shopperId: string, most: number): Promise<PointsBatchRow[]> {
    const known = await pending(db, shopperId).where('available_at', 'is not', null).selectAll().orderBy('available_at').orderBy('id').limit(most).execute();
    const unknown = await pending(db, shopperId).where('available_at', 'is', null).selectAll().orderBy('id').limit(most).execute();
    return [...known, ...unknown].slice(0, most);
  },

  /** Points by when they expire, soonest first. */
  expiring: (db: Database, shopperId: string, most: number): Promise<{ points: number; expiresAt: string }[]> =>
    expiring(db, shopperId)
      .select((eb) => [eb.fn.sum<number>('remaining').as('points'), eb.ref('expires_at').$notNull().as('expiresAt')])
      .groupBy('expires_at')
      .orderBy('expires_at')
      .limit(most)
      .execute(),

  async nextAvailable(db: Database, shopperId: string): Promise<string | undefined> {
    const row = await pending(db, shopperId).where('available_at', 'is not', null).select('available_at').orderBy('available_at').limit(1).executeTakeFirst();
    return row?.available_at ?? undefined;
  },

  async nextExpiry(db: Database, shopperId: string): Promise<string | undefined> {
    const row = await expiring(db, shopperId).select('expires_at').orderBy('expires_at').limit(1).executeTakeFirst();
    return row?.expires_at ?? undefined;
  },

  /** The first pending one that is spendable by now. */
  firstAvailable: (db: Database, shopperId: string, now: string): Promise<PointsBatchRow | undefined> =>
    pending(db, shopperId).where('available_at', '<=', now).selectAll().orderBy('available_at').orderBy('id').limit(1).executeTakeFirst(),

  /** The first that has expired by now. */
  firstExpired: (db: Database, shopperId: string, now: string): Promise<PointsBatchRow | undefined> =>
    expiring(db, shopperId).where('expires_at', '<=', now).selectAll().orderBy('expires_at').orderBy('id').limit(1).executeTakeFirst(),

  /** In the order of spending: the first to expire, then the oldest of those that never do. Not to be written to meanwhile. */
  async *toSpend(db: Database, shopperId: string): AsyncGenerator<PointsBatchRow> {
    const forever = spendable(db, shopperId).where('expires_at', 'is', null);
    for (const query of [expiring(db, shopperId).orderBy('expires_at').orderBy('id'), forever.orderBy('id')]) {
      for (let offset = 0, more = true; more; offset += PORTION) {
        const batches = await query.selectAll().offset(offset).limit(PORTION).execute();
        yield* batches;
        more = batches.length === PORTION;
      }
    }
  },
};
