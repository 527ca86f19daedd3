/** All that a database holds. */
import { sql } from 'kysely';
import type { Store } from '../../src/database/database.ts';

/** Counters of requests, which any request may change. */
const IGNORED = new Set(['rate_limits', 'kysely_migration', 'kysely_migration_lock']);

/** Every row of every table, each as a text that begins with the name of its table. */
export async function dump({ db }: Pick<Store, 'db'>): Promise<string[]> {
  const tables = await db.introspection.getTables();
  const rows: string[] = [];
  for (const { name } of tables) {
    if (IGNORED.has(name) || name.startsWith('sqlite_')) continue;
    const found = await sql<object>`select * from ${sql.table(name)}`.execute(db);
    rows.push(...found.rows.map((row) => `${name} ${JSON.stringify(row)}`));
  }
  return rows.sort();
}
