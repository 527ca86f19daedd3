import type { Step } from '../database/migrations.ts';

export const createShoppers: Step = async (db) => {
  await db.schema
    .createTable('shoppers')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('blocked_reason', 'text')
    .addColumn('enrolled_at', 'text')
    .addColumn('birthday', 'text')
    .addColumn('email_hash', 'text')
    .addColumn('household_hash', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('birthday_rewarded_on', 'text')
    .execute();
  await db.schema.createIndex('shoppers_email').on('shoppers').column('email_hash').execute();
  await db.schema.createIndex('shoppers_household').on('shoppers').column('household_hash').execute();
  await db.schema.createIndex('shoppers_birthday').on('shoppers').column('birthday').execute();
};
