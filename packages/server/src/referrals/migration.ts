import type { Step } from '../database/migrations.ts';

export const createReferrals: Step = async (db) => {
  await db.schema
    .createTable('referral_codes')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('shopper_id', 'text', (c) => c.notNull())
    .addColumn('email_hash', 'text')
    .addColumn('email_stem_hash', 'text')
    .addColumn('client_hash', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('retired_at', 'text')
    .addColumn('last_claimed_at', 'text')
    .execute();
  // One in use for each shopper.
  await db.schema.createIndex('referral_codes_used').unique().on('referral_codes').column('shopper_id').where('retired_at' as never, 'is', null).execute();
  await db.schema.createIndex('referral_codes_shopper').on('referral_codes').column('shopper_id').execute();
  await db.schema
    .createTable('referrals')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('advocate_id', 'text', (c) => c.notNull())
    .addColumn('friend_email_hash', 'text', (c) => c.notNull().unique())
    .addColumn('friend_stem_hash', 'text')
    .addColumn('friend_shopper_id', 'text', (c) => c.unique())
    .addColumn('friend_label', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('held', 'integer', (c) => c.notNull())
    .addColumn('findings', 'text', (c) => c.notNull())
    .addColumn('merchant_reason', 'text')
    .addColumn('promised', 'text', (c) => c.notNull())
    .addColumn('code', 'text')
    .addColumn('expires_at', 'text')
    .addColumn('order_number', 'text')
    .addColumn('available_at', 'text')
    .addColumn('reward_code', 'text')
    .addColumn('client_hash', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema.createIndex('referrals_advocate').on('referrals').columns(['advocate_id', 'created_at', 'id']).execute();
  await db.schema.createIndex('referrals_client').on('referrals').columns(['client_hash', 'created_at']).execute();
  await db.schema.createIndex('referrals_code').on('referrals').column('code').execute();
  await db.schema.createIndex('referrals_order').on('referrals').column('order_number').execute();
  await db.schema.createIndex('referrals_due').on('referrals').columns(['status', 'available_at']).execute();
  await db.schema.createIndex('referrals_expiring').on('referrals').columns(['status', 'expires_at']).execute();
  await db.schema.createIndex('referrals_newest').on('referrals').columns(['created_at', 'id']).execute();
  await db.schema
    .createTable('referral_refusals')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('advocate_id', 'text', (c) => c.notNull())
    .addColumn('friend_email_hash', 'text', (c) => c.notNull())
    .addColumn('friend_label', 'text', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('client_hash', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('referral_refusals_newest').on('referral_refusals').columns(['created_at', 'id']).execute();
  await db.schema.createIndex('referral_refusals_client').on('referral_refusals').columns(['client_hash', 'created_at']).execute();
};
