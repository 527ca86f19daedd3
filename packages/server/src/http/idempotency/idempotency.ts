/** One key, one effect: the answer of a write is kept in the transaction of its effect. */
import { createHash } from 'node:crypto';
import { AdapterError } from '@aftercart/contract';
import type { Context } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { DAY } from '../../time.ts';

/** Days that answers are kept; a page that tries again later than this acts anew. */
const KEPT_DAYS = 7;

export interface Act {
  /** Whose key it is: keys of different shoppers never meet. */
  scope: string;
  key: string;
  method: string;
  input: unknown;
}

/** JSON with its keys in order, so that the same input is the same text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    item && typeof item === 'object' && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
  ) ?? '';

/**
 * Runs a write once. Call it in a transaction: a second one with the same key waits for the first, then gets its answer.
 *
 * @throws AdapterError CONFLICT when the key was used for something else.
 */
export async function once<T>({ db, now }: Pick<Context, 'db' | 'now'>, act: Act, run: () => Promise<T>): Promise<T> {
  const { scope, key, method } = act;
  const inputHash = createHash('sha256').update(canonical(act.input)).digest('base64url');
  const mine = await db
    .insertInto('idempotency')
    .values({ scope, key, method, input_hash: inputHash, answer: null, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!mine) {
    const earlier = await db.selectFrom('idempotency').selectAll().where('scope', '=', scope).where('key', '=', key).executeTakeFirstOrThrow();
    if (earlier.method !== method || earlier.input_hash !== inputHash) {
      throw new AdapterError('CONFLICT', 'This `Idempotency-Key` was used for something else: make a new one for each act.');
    }
    return JSON.parse(earlier.answer!) as T;
  }
  const answer = await run();
  await db.updateTable('idempotency').set({ answer: JSON.stringify(answer ?? null) }).where('scope', '=', scope).where('key', '=', key).execute();
  return answer;
}

/** Forgets what is older than any honest repetition. */
export async function forgetOldAnswers(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('idempotency').where('created_at', '<', new Date(now.getTime() - KEPT_DAYS * DAY).toISOString()).execute();
}
