/** Coupon codes that the shop made beforehand: each is given to one, once. */
import type { Context } from '../context.ts';

export interface TakenCode {
  code: string;
  /** RFC 3339. */
  expiresAt: string | null;
}

/** Takes a code of a pool for somebody, or nothing when the pool is empty. In a transaction: undone with it. */
export async function takeCode({ db, now, runtime }: Pick<Context, 'db' | 'now' | 'runtime'>, pool: string, takenBy: string): Promise<TakenCode | undefined> {
  // In the order of the index of free codes, so that the many that are taken are not gone through.
  let free = db
    .selectFrom('coupon_codes')
    .select('code')
    .where('pool', '=', pool)
    .where('taken_by', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now.toISOString())]))
    .orderBy('code')
    .limit(1);
  // Two that ask at once get two codes, and neither waits. SQLite has one writer at a time anyway.
  if (runtime.store.engine === 'postgresql') free = free.forUpdate().skipLocked();
  const taken = await db
    .updateTable('coupon_codes')
    .set({ taken_by: takenBy, taken_at: now.toISOString() })
    .where('code', '=', free)
    .returning(['code', 'expires_at'])
    .executeTakeFirst();
  return taken && { code: taken.code, expiresAt: taken.expires_at };
}

/** Whether a pool has a code to give. */
export async function hasFreeCode({ db, now }: Pick<Context, 'db' | 'now'>, pool: string): Promise<boolean> {
  const row = await db
    .selectFrom('coupon_codes')
    .select('code')
    .where('pool', '=', pool)
    .where('taken_by', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now.toISOString())]))
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
