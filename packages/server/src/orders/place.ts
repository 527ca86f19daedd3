/** Taking an order in, or what changed of it. */
import { AdapterError } from '@aftercart/contract';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { rememberShopper } from '../shoppers/shoppers.ts';
import { moveParcels } from '../tracking/move.ts';
import type { NumberedOrder } from './order-in.ts';
import { linesOf, normaliseOrderNumber } from './orders.ts';
import { forgetReactions, react } from './react.ts';
import { lineRows, orderRow } from './rows.ts';
import type { OrderLineRow, OrderRow } from './tables.ts';

export interface Placed {
  order: OrderRow;
  /** `none` when all of it was known. */
  change: 'created' | 'changed' | 'none';
}

/**
 * Takes an order in. Told again it changes what differs; a guest’s order that gets a shopper earns for the shopper what it has not yet.
 *
 * @throws AdapterError CONFLICT when the order belongs to another shopper.
 */
export async function takeOrder(context: Context, input: NumberedOrder): Promise<Placed> {
  const { db, runtime: { fingerprints } } = context;
  const known = await lockOrder(db, input.number);
  const knownLines = known ? await linesOf(db, known.number) : [];
  if (known?.shopper_id && !known.erased && input.shopper && input.shopper !== known.shopper_id) {
    throw new AdapterError('CONFLICT', `The order ${known.number} belongs to another shopper: an order never changes hands.`);
  }
  if (!known && !(await insertOrder(db, orderRow(fingerprints, input, undefined)))) return takeOrder(context, input);
  const order = { ...orderRow(fingerprints, input, known), ...(known && known.total !== input.total && { refunded: await countedRefunds(db, known.number, input.total) }) };
  const lines = lineRows(input, knownLines);
  if (known && isSameOrder([known, knownLines], [order, lines])) return { order: known, change: 'none' };
  if (known) await db.updateTable('orders').set(order).where('number', '=', order.number).execute();
  await writeLines(db, lines, knownLines);
  if (order.shopper_id && !order.erased) await rememberContact(context, order);
  if (known && order.shopper_id !== known.shopper_id) {
    await moveParcels(context, order);
    await forgetReactions(db, order.number);
    await react(context, order);
  }
  return { order, change: known ? 'changed' : 'created' };
}

/** Whether it was new; not when somebody else took it in just now. */
const insertOrder = async (db: Database, order: OrderRow): Promise<boolean> =>
  (await db.insertInto('orders').values(order).onConflict((conflict) => conflict.column('number').doNothing()).returning('number').executeTakeFirst()) !== undefined;

/** The order, held until the end of the transaction. */
export const lockOrder = (db: Database, number: string): Promise<OrderRow | undefined> =>
  db
    .updateTable('orders')
    .set((eb) => ({ number: eb.ref('number') }))
    .where('number', '=', normaliseOrderNumber(number))
    .returningAll()
    .executeTakeFirst();

/** A total that changed changes how much of the refunds counts. */
async function countedRefunds(db: Database, number: string, total: number): Promise<number> {
  const { sum } = await db
    .selectFrom('order_refunds')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('amount'), eb.lit(0)).as('sum'))
    .where('order_number', '=', number)
    .executeTakeFirstOrThrow();
  return Math.min(sum, total);
}

async function writeLines(db: Database, lines: readonly OrderLineRow[], known: readonly OrderLineRow[]): Promise<void> {
  const kept = new Set(lines.map(({ id }) => id));
  const gone = known.map(({ id }) => id).filter((id) => !kept.has(id));
  if (gone.length > 0) await db.deleteFrom('order_lines').where('id', 'in', gone).execute();
  await db
    .insertInto('order_lines')
    .values([...lines])
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        product_id: eb.ref('excluded.product_id'),
        variant_id: eb.ref('excluded.variant_id'),
        name: eb.ref('excluded.name'),
        variant: eb.ref('excluded.variant'),
        quantity: eb.ref('excluded.quantity'),
        unit_price: eb.ref('excluded.unit_price'),
        image_url: eb.ref('excluded.image_url'),
        url: eb.ref('excluded.url'),
      })),
    )
    .execute();
}

/** An order tells the e-mail and the household of a shopper of whom none is known. */
async function rememberContact(context: Context, { shopper_id: id, email_hash: email, household_hash: household }: OrderRow): Promise<void> {
  const shopper = await rememberShopper(context, id!);
  const changes = {
    ...(shopper.email_hash === null && email && { email_hash: email }),
    ...(shopper.household_hash === null && household && { household_hash: household }),
  };
  if (Object.keys(changes).length > 0) await context.db.updateTable('shoppers').set(changes).where('id', '=', id!).execute();
}

/** Whether what the shop tells is what is known. */
export const isSameOrder = (known: readonly [OrderRow, readonly OrderLineRow[]], told: readonly [OrderRow, readonly OrderLineRow[]]): boolean =>
  same(known[0], told[0]) && sameLines(known[1], told[1]);

const same = (a: object, b: object): boolean => Object.entries(b).every(([name, value]) => (a as Record<string, unknown>)[name] === value);
const sameLines = (a: readonly OrderLineRow[], b: readonly OrderLineRow[]): boolean => a.length === b.length && b.every((line, index) => same(a[index]!, line));
