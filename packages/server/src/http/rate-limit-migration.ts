import type { Step } from '../database/migrations.ts';

/** Where processes count together; the columns are those that rate-limiter-flexible reads and writes. SQLite is one process. */
export const createRateLimits: Step = async (db, engine) => {
  if (engine !== 'postgresql') return;
  await db.schema
    .createTable('rate_limits')
    .addColumn('key', 'varchar(255)', (c) => c.primaryKey())
    .addColumn('points', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('expire', 'bigint')
    .execute();
};
