/** Transactions, and what happens once they are committed. */
import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { Context, Runtime } from './context.ts';
import { isCollision } from './database/failure.ts';
import type { Tables } from './database/tables.ts';
import { CHANNEL } from './live/hub.ts';

const MOST_ATTEMPTS = 6;
/** Milliseconds; two that collided should not meet again. */
const LONGEST_PAUSE = 50;

/** What a transaction adds to a context. */
export type Work = Pick<Context, 'db' | 'publish'>;

/**
 * Runs a change in a transaction: all of it or nothing. Run again when another transaction stood in its way, so `change` must do nothing
 * that can’t be undone.
 */
export async function transact<T>(runtime: Runtime, change: (work: Work) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const topics = new Set<string>();
    try {
      const result = await runtime.store.db.transaction().execute((db) => change({ db, publish: (topic) => publish(runtime, db, topics, topic) }));
      for (const topic of topics) runtime.hub.tell(topic);
      return result;
    } catch (error) {
      if (!isCollision(error) || attempt === MOST_ATTEMPTS) throw error;
      await wait(Math.random() * LONGEST_PAUSE * attempt);
    }
  }
}

/** Of a context outside of a transaction. */
export const noPublish = (): Promise<never> => Promise.reject(new TypeError('Only a transaction publishes.'));

async function publish(runtime: Runtime, db: Transaction<Tables>, topics: Set<string>, topic: string): Promise<void> {
  // PostgreSQL tells every process at commit, this one too; SQLite is one process.
  if (runtime.store.engine === 'postgresql') await sql`select pg_notify(${CHANNEL}, ${topic})`.execute(db);
  else topics.add(topic);
}

/** A context for work that nobody asked for over HTTP: sweeps, imports, demo. */
export const systemContext = (runtime: Runtime, work: Work, locale = 'en'): Context => ({
  runtime, ...work, now: runtime.clock(), locale, shopper: null, client: { ip: '', userAgent: '' },
});

/** Runs a change of the server’s own accord in a transaction. */
export const transactAsSystem = <T>(runtime: Runtime, change: (context: Context) => Promise<T>): Promise<T> =>
  transact(runtime, (work) => change(systemContext(runtime, work)));
