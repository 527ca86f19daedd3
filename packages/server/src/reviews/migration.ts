import type { Step } from '../database/migrations.ts';

export const createReviews: Step = async (db) => {
  await db.schema
    .createTable('reviews')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('order_line_id', 'text', (c) => c.notNull().unique())
    .addColumn('shopper_id', 'text', (c) => c.notNull())
    .addColumn('product_id', 'text', (c) => c.notNull())
    .addColumn('rating', 'integer', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('body', 'text')
    .addColumn('display_name', 'text')
    .addColumn('aspects', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('incentivised', 'integer', (c) => c.notNull())
    .addColumn('incentive', 'text')
    .addColumn('reward', 'text', (c) => c.notNull())
    .addColumn('reward_count', 'integer', (c) => c.notNull())
    .addColumn('reward_code', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('published_at', 'text')
    .addColumn('moderated_at', 'text')
    .execute();
  await db.schema.createIndex('reviews_shopper').on('reviews').columns(['shopper_id', 'created_at']).execute();
  await db.schema.createIndex('reviews_status').on('reviews').columns(['status', 'created_at', 'id']).execute();
  await db.schema.createIndex('reviews_waiting').on('reviews').columns(['reward', 'status']).execute();
  await db.schema.createIndex('reviews_product').on('reviews').columns(['product_id', 'status', 'created_at', 'id']).execute();
};
