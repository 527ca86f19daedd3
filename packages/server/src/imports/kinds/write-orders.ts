/** Writing many orders: what is known is left, new ones are inserted together, the others go one by one. */
import type { Context } from '../../context.ts';
import type { NumberedOrder } from '../../orders/order-in.ts';
import { normaliseOrderNumber } from '../../orders/orders.ts';
import { isSameOrder, lockOrder, takeOrder } from '../../orders/place.ts';
import { passOver, react } from '../../orders/react.ts';
import { keepRefund } from '../../orders/refunds.ts';
import { lineRows, orderRow } from '../../orders/rows.ts';
import type { OrderLineRow, OrderRow } from '../../orders/tables.ts';
import type { Checked, ImportOptions, Outcome } from '../types.ts';
import { insertInParts } from './insert.ts';
import type { ImportedOrder } from './orders.ts';
import { writeEach } from './refusals.ts';

export async function writeOrders(context: Context, records: readonly Checked<ImportedOrder>[], { history }: ImportOptions): Promise<Outcome[]> {
  const orders = records.map(({ value }) => value);
  const known = await knownOrders(context, orders);
  const fresh = await insertNew(context, orders.filter(({ number }) => !known.has(normaliseOrderNumber(number))));
  return writeEach(records, async (value) => {
    const number = normaliseOrderNumber(value.number);
    if (known.get(number) === 'same') return 'skipped';
    const placed = fresh.has(number) || (await takeOrder(context, fieldsOf(value))).change !== 'none';
    const happened = await tellHappenings(context, number, value, history);
    return placed || happened ? 'imported' : 'skipped';
  });
}

/** Which of the orders are there, and of which nothing is new. */
async function knownOrders({ db, runtime: { fingerprints } }: Context, orders: readonly ImportedOrder[]): Promise<Map<string, 'same' | 'other'>> {
  const numbers = orders.map(({ number }) => normaliseOrderNumber(number));
  const rows = new Map((await db.selectFrom('orders').selectAll().where('number', 'in', numbers).execute()).map((row) => [row.number, row]));
  const lines = new Map<string, OrderLineRow[]>();
  if (rows.size > 0) {
    for (const line of await db.selectFrom('order_lines').selectAll().where('order_number', 'in', [...rows.keys()]).orderBy('position').orderBy('id').execute()) {
      lines.set(line.order_number, [...(lines.get(line.order_number) ?? []), line]);
    }
  }
  const known = new Map<string, 'same' | 'other'>();
  for (const [index, order] of orders.entries()) {
    const row = rows.get(numbers[index]!);
    if (!row) continue;
    const told = fieldsOf(order);
    const before = lines.get(row.number) ?? [];
    const isSame = isSameOrder([row, before], [orderRow(fingerprints, told, row), lineRows(told, before)]) && !newTimes(order, row) && !order.refunds?.length;
    known.set(row.number, isSame ? 'same' : 'other');
  }
  return known;
}

/** Inserts orders that nobody had; answers their numbers. Those that somebody has taken in meanwhile are left out. */
async function insertNew({ db, runtime: { fingerprints }, now }: Context, orders: readonly ImportedOrder[]): Promise<Set<string>> {
  const rows = orders.map((order) => orderRow(fingerprints, fieldsOf(order), undefined));
  const inserted = new Set<string>();
  await insertInParts(rows, async (part) => {
    const numbers = await db.insertInto('orders').values(part).onConflict((conflict) => conflict.column('number').doNothing()).returning('number').execute();
    for (const { number } of numbers) inserted.add(number);
  });
  const lines = orders.filter(({ number }) => inserted.has(normaliseOrderNumber(number))).flatMap((order) => lineRows(fieldsOf(order), []));
  await insertInParts(lines, (part) => db.insertInto('order_lines').values(part).execute());
  const owners = new Map<string, OrderRow>();
  for (const row of rows) if (row.shopper_id && inserted.has(row.number)) owners.set(row.shopper_id, row);
  const shoppers = [...owners].map(([id, { email_hash: email, household_hash: household }]) => ({
    id, state: 'candidate' as const, created_at: now.toISOString(), blocked_reason: null, enrolled_at: null, birthday: null,
    email_hash: email, household_hash: household, birthday_rewarded_on: null,
  }));
  await insertInParts(shoppers, (part) =>
    db
      .insertInto('shoppers')
      .values(part)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          email_hash: eb.fn.coalesce('shoppers.email_hash', 'excluded.email_hash'),
          household_hash: eb.fn.coalesce('shoppers.household_hash', 'excluded.household_hash'),
        })),
      )
      .execute(),
  );
  return inserted;
}

/** What the shop says has happened and is not known; nothing when all of it is. */
function newTimes({ paidAt, deliveredAt, cancelledAt }: ImportedOrder, known: OrderRow): Partial<OrderRow> | undefined {
  const times = {
    ...(paidAt && !known.paid_at && { paid_at: new Date(paidAt).toISOString() }),
    ...(deliveredAt && !known.delivered_at && { delivered_at: new Date(deliveredAt).toISOString() }),
    ...(cancelledAt && !known.cancelled_at && { cancelled_at: new Date(cancelledAt).toISOString() }),
  };
  return Object.keys(times).length > 0 ? times : undefined;
}

/** Tells what the shop says has happened; answers whether anything of it was new. History has its effects elsewhere and is passed over here. */
async function tellHappenings(context: Context, number: string, told: ImportedOrder, history: boolean): Promise<boolean> {
  if (!told.paidAt && !told.deliveredAt && !told.cancelledAt && !told.refunds?.length) return false;
  let order = (await lockOrder(context.db, number))!;
  const times = newTimes(told, order);
  if (times) order = await context.db.updateTable('orders').set(times).where('number', '=', number).returningAll().executeTakeFirstOrThrow();
  let isNew = times !== undefined;
  for (const refund of told.refunds ?? []) {
    const kept = await keepRefund(context, number, refund);
    order = kept.order;
    isNew ||= kept.isNew;
  }
  if (isNew) await (history ? passOver : react)(context, order);
  return isNew;
}

/** The order without what happened to it. */
function fieldsOf({ paidAt: _paid, deliveredAt: _delivered, cancelledAt: _cancelled, refunds: _refunds, ...order }: ImportedOrder): NumberedOrder {
  return order;
}
