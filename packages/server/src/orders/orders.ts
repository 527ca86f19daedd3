/** Finding orders. */
import { AdapterError } from '@aftercart/contract';
import type { ShopperContext } from '../context.ts';
import type { Database } from '../database/database.ts';
import type { OrderLineRow, OrderRow } from './tables.ts';

/** `#np-10241 ` and `NP-10241` are one order. */
export const normaliseOrderNumber = (number: string): string => number.normalize('NFKC').trim().replace(/^#/, '').trim().toUpperCase();

export const findOrder = (db: Database, number: string): Promise<OrderRow | undefined> =>
  db.selectFrom('orders').selectAll().where('number', '=', normaliseOrderNumber(number)).executeTakeFirst();

/** The order, when it is the shopper’s own; nothing for another’s, as for one that there is not. */
export async function findOwnOrder({ db, shopper }: ShopperContext, number: string): Promise<OrderRow | undefined> {
  const order = await findOrder(db, number);
  return order?.shopper_id === shopper.id ? order : undefined;
}

export const linesOf = (db: Database, orderNumber: string): Promise<OrderLineRow[]> =>
  db.selectFrom('order_lines').selectAll().where('order_number', '=', orderNumber).orderBy('position').orderBy('id').execute();

/** @throws AdapterError INVALID_REQUEST when there is no such order. For merchants: shoppers never learn whether one exists. */
export async function requireOrder(db: Database, number: string): Promise<OrderRow> {
  const order = await findOrder(db, number);
  if (!order) throw new AdapterError('INVALID_REQUEST', `There is no order ${number}.`);
  return order;
}
