import type { Step } from '../database/migrations.ts';

export const createUpstream: Step = async (db) => {
  await db.schema
    .createTable('upstream_sources')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('next_at', 'text', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('state', 'text')
    .execute();
  await db.schema
    .createTable('upstream_parcels')
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('shipment_id', 'text', (c) => c.notNull().references('shipments.id').onDelete('cascade'))
    .addColumn('next_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('upstream_parcels_pk', ['source', 'shipment_id'])
    .execute();
  // For removing those of a parcel that is removed.
  await db.schema.createIndex('upstream_parcels_shipment').on('upstream_parcels').column('shipment_id').execute();
};
