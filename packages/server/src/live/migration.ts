import type { Step } from '../database/migrations.ts';

export const createLive: Step = async (db) => {
  await db.schema
    .createTable('topics')
    .addColumn('topic', 'text', (c) => c.primaryKey())
    .addColumn('change', 'bigint', (c) => c.notNull())
    .execute();
};
