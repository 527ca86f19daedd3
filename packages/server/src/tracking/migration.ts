import type { Step } from '../database/migrations.ts';

export const createTracking: Step = async (db) => {
  await db.schema
    .createTable('shipments')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('order_number', 'text', (c) => c.notNull())
    .addColumn('carrier_key', 'text', (c) => c.notNull())
    .addColumn('tracking_number', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .addColumn('told', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('change', 'bigint', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('shipments_order').on('shipments').column('order_number').execute();
  await db.schema.createIndex('shipments_topic').on('shipments').columns(['topic', 'change']).execute();
  await db.schema.createIndex('shipments_number').on('shipments').column('tracking_number').execute();
  await db.schema
    .createTable('pending_updates')
    .addColumn('number', 'text', (c) => c.primaryKey())
    .addColumn('updates', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('pending_updates_received').on('pending_updates').column('received_at').execute();
};
