import type { Step } from '../database/migrations.ts';

export const createOrders: Step = async (db) => {
  await db.schema
    .createTable('orders')
    .addColumn('number', 'text', (c) => c.primaryKey())
    .addColumn('shopper_id', 'text')
    .addColumn('email_hash', 'text')
    .addColumn('postcode_hash', 'text')
    .addColumn('household_hash', 'text')
    .addColumn('country', 'text')
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('total', 'bigint', (c) => c.notNull())
    .addColumn('refunded', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('coupon_codes', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('placed_at', 'text', (c) => c.notNull())
    .addColumn('paid_at', 'text')
    .addColumn('delivered_at', 'text')
    .addColumn('cancelled_at', 'text')
    .addColumn('erased', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('orders_shopper').on('orders').columns(['shopper_id', 'placed_at']).execute();
  await db.schema.createIndex('orders_email').on('orders').column('email_hash').execute();
  await db.schema
    .createTable('order_lines')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('order_number', 'text', (c) => c.notNull().references('orders.number').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('product_id', 'text', (c) => c.notNull())
    .addColumn('variant_id', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('variant', 'text')
    .addColumn('quantity', 'integer', (c) => c.notNull())
    .addColumn('refunded_quantity', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('unit_price', 'bigint', (c) => c.notNull())
    .addColumn('image_url', 'text')
    .addColumn('url', 'text')
    .execute();
  await db.schema.createIndex('order_lines_order').on('order_lines').column('order_number').execute();
  await db.schema
    .createTable('order_refunds')
    .addColumn('order_number', 'text', (c) => c.notNull().references('orders.number').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('amount', 'bigint', (c) => c.notNull())
    .addColumn('counted', 'bigint', (c) => c.notNull())
    .addColumn('lines', 'text', (c) => c.notNull())
    .addColumn('refunded_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('order_refunds_pk', ['order_number', 'id'])
    .execute();
  await db.schema
    .createTable('order_reactions')
    .addColumn('order_number', 'text', (c) => c.notNull().references('orders.number').onDelete('cascade'))
    .addColumn('happening', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('order_reactions_pk', ['order_number', 'happening'])
    .execute();
};
