import { sql } from 'kysely';
import type { Step } from '../database/migrations.ts';
import { guardLedger } from './ledger/guard.ts';

export const createPoints: Step = async (db, engine) => {
  await db.schema
    .createTable('points_accounts')
    .addColumn('shopper_id', 'text', (c) => c.primaryKey())
    .addColumn('balance', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('pending', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('lifetime', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('spent', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('due_at', 'text')
    .addColumn('change', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('tier_id', 'text')
    .addColumn('tier_expires_at', 'text')
    .execute();
  await db.schema.createIndex('points_accounts_due').on('points_accounts').columns(['due_at', 'shopper_id']).execute();
  await db.schema
    .createTable('points_batches')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('shopper_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('points', 'bigint', (c) => c.notNull())
    .addColumn('remaining', 'bigint', (c) => c.notNull())
    .addColumn('taken_back', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('lapsed', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('description', 'text')
    .addColumn('available_at', 'text')
    .addColumn('expires_at', 'text')
    .addColumn('order_number', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  // What is spent or over is never read again, so the indices that every request uses hold only what is open.
  await db.schema
    .createIndex('points_batches_open')
    .on('points_batches')
    .columns(['shopper_id', 'status', 'expires_at', 'id', 'remaining'])
    .where(sql<boolean>`remaining > 0`)
    .execute();
  await db.schema
    .createIndex('points_batches_pending')
    .on('points_batches')
    .columns(['shopper_id', 'available_at', 'id'])
    .where(sql<boolean>`status = 'pending'`)
    .execute();
  await db.schema.createIndex('points_batches_shopper').on('points_batches').column('shopper_id').execute();
  await db.schema
    .createTable('points_entries')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('shopper_id', 'text', (c) => c.notNull())
    .addColumn('delta', 'bigint', (c) => c.notNull())
    .addColumn('pending_delta', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('description', 'text')
    .addColumn('source', 'text', (c) => c.notNull().unique())
    .addColumn('batch_id', 'text')
    .addColumn('redemption_id', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('shown', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  // With all that tiers count, so that counting a year reads a page or two and not one for each entry.
  await db.schema.createIndex('points_entries_shopper').on('points_entries').columns(['shopper_id', 'created_at', 'id', 'kind', 'delta']).execute();
  await db.schema
    .createTable('points_allocations')
    .addColumn('entry_id', 'text', (c) => c.notNull())
    .addColumn('batch_id', 'text', (c) => c.notNull())
    .addColumn('points', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('points_allocations_pk', ['entry_id', 'batch_id'])
    .execute();
  await db.schema.createIndex('points_allocations_batch').on('points_allocations').column('batch_id').execute();
  await db.schema
    .createTable('redemptions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('shopper_id', 'text', (c) => c.notNull())
    .addColumn('reward_id', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('points_spent', 'bigint', (c) => c.notNull())
    .addColumn('fulfilment', 'text', (c) => c.notNull())
    .addColumn('usage', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.unique())
    .addColumn('expires_at', 'text')
    .addColumn('revoked_at', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('redemptions_shopper').on('redemptions').columns(['shopper_id', 'reward_id', 'created_at']).execute();
  await db.schema
    .createTable('coupon_codes')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('pool', 'text', (c) => c.notNull())
    .addColumn('taken_by', 'text')
    .addColumn('taken_at', 'text')
    .addColumn('expires_at', 'text')
    .execute();
  await db.schema.createIndex('coupon_codes_pool').on('coupon_codes').columns(['pool', 'code']).execute();
  await db.schema.createIndex('coupon_codes_free').on('coupon_codes').columns(['pool', 'code']).where(sql<boolean>`taken_by is null`).execute();
  await guardLedger(db, engine);
};
