import type { Step } from '../database/migrations.ts';

export const createReturns: Step = async (db) => {
  await db.schema
    .createTable('withdrawals')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('order_number', 'text', (c) => c.notNull())
    .addColumn('shopper_id', 'text')
    .addColumn('name', 'text')
    .addColumn('email', 'text')
    .addColumn('email_hash', 'text')
    .addColumn('items', 'text')
    .addColumn('reason', 'text')
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('match', 'text', (c) => c.notNull())
    .addColumn('claimant', 'text', (c) => c.notNull())
    .addColumn('items_key', 'text', (c) => c.notNull())
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('withdrawals_once', ['order_number', 'claimant', 'items_key'])
    .execute();
  await db.schema.createIndex('withdrawals_received').on('withdrawals').columns(['received_at', 'id']).execute();
  await db.schema.createIndex('withdrawals_shopper').on('withdrawals').column('shopper_id').execute();
  await db.schema.createIndex('withdrawals_email').on('withdrawals').column('email_hash').execute();
};
