/** Reading parcels. */
import type { Shipment } from '@aftercart/contract';
import type { Database } from '../database/database.ts';
import type { Scope } from './scope.ts';
import type { ShipmentRow } from './tables.ts';

/** The contract’s greatest number of parcels in an answer. */
const MOST_PARCELS = 100;
/** No order has this number. */
const NO_ORDER = '';

export type ReadParcel = Pick<ShipmentRow, 'body' | 'topic' | 'change'>;

export const shipmentOf = ({ body }: Pick<ShipmentRow, 'body'>): Shipment => JSON.parse(body) as Shipment;

/** The parcels of the newest orders, newest first. Nothing takes as long as what may not be seen. */
export function readParcels(db: Database, scope: Scope | null): Promise<ReadParcel[]> {
  const parcels = db.selectFrom('shipments').select(['shipments.body', 'shipments.topic', 'shipments.change']).limit(MOST_PARCELS);
  if (scope && 'shopperId' in scope) {
    return parcels
      .innerJoin('orders', 'orders.number', 'shipments.order_number')
      .where('orders.shopper_id', '=', scope.shopperId)
      .orderBy('orders.placed_at', 'desc')
      .orderBy('orders.number', 'desc')
      .orderBy('shipments.id')
      .execute();
  }
  return parcels.where('order_number', '=', scope?.orderNumber ?? NO_ORDER).orderBy('created_at', 'desc').orderBy('id').execute();
}

/**
 * Parcels that changed after a change, in the order of their changes. Those of an order that has moved to another topic are among them,
 * since their numbers are no longer those of this one.
 */
export function readChanged(db: Database, scope: Scope, after: number, most: number): Promise<ReadParcel[]> {
  const parcels = db.selectFrom('shipments').select(['body', 'topic', 'change']).orderBy('change').limit(most);
  if ('shopperId' in scope) return parcels.where('topic', '=', scope.topic).where('change', '>', after).execute();
  return parcels
    .where('order_number', '=', scope.orderNumber)
    .where((eb) => eb.or([eb('change', '>', after), eb('topic', '<>', scope.topic)]))
    .execute();
}
