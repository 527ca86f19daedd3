import type { Step } from '../database/migrations.ts';

export const createDocuments: Step = async (db) => {
  await db.schema
    .createTable('documents')
    .addColumn('kind', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute();
};
