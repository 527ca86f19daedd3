/** Orders with their lines, and with what has happened to them. In CSV each row is a line; the rows of an order follow one another. */
import { z } from 'zod';
import { Instant, NumberedOrder, RefundIn } from '../../orders/order-in.ts';
import { normaliseOrderNumber } from '../../orders/orders.ts';
import { money, required, several, text, time, whole } from '../columns.ts';
import { valuesOf } from '../read/entries.ts';
import type { CellRow, Column, Entry, Kind } from '../types.ts';
import { writeOrders } from './write-orders.ts';

const ImportedOrder = z.strictObject({
  ...NumberedOrder.shape,
  paidAt: Instant.nullish(),
  deliveredAt: Instant.nullish(),
  cancelledAt: Instant.nullish(),
  refunds: z.array(RefundIn).max(500).nullish(),
});
export type ImportedOrder = z.infer<typeof ImportedOrder>;

const lineColumns: Record<string, Column> = {
  lineId: text('the shop’s id of the line, unique within the order, or leave it empty'),
  productId: required(text('the id of the product')),
  variantId: text('the id of the variant'),
  name: required(text('the name of the product')),
  variant: text('the variant in words, such as a size or a colour'),
  quantity: required(whole('how many were ordered, as a whole number')),
  unitPrice: required(money('the price of one')),
  imageUrl: text('the address of a picture'),
  url: text('the address of the product’s page'),
};

const orderColumns: Record<string, Column> = {
  number: required(text('the order number as the shopper knows it')),
  shopper: text('the `sub` of the shopper’s tokens, or leave it empty for a guest'),
  email: text('an e-mail address'),
  postcode: text('the postcode of the delivery'),
  address: text('the whole postal address in one cell'),
  country: text('the country of the delivery in two capital letters: GR'),
  currency: required(text('the currency in three capital letters: EUR')),
  total: required(money('what was paid for the goods, after discounts and without delivery')),
  couponCodes: several('coupon codes'),
  placedAt: required(time('when it was ordered')),
  paidAt: time('when it was paid for'),
  deliveredAt: time('when all of it had arrived'),
  cancelledAt: time('when it was called off'),
};

export const orders: Kind<ImportedOrder> = {
  columns: { ...orderColumns, ...lineColumns },
  schema: ImportedOrder,
  key: ({ number }) => `The order ${normaliseOrderNumber(number)}`,
  gather: gatherLines,
  write: writeOrders,
};

/** Rows of one number are one order. What an order says, its first row says; the others repeat it or leave it empty. */
async function* gatherLines(rows: AsyncIterable<CellRow>, columns: Readonly<Record<string, Column>>): AsyncGenerator<Entry, void, undefined> {
  let group: CellRow[] = [];
  for await (const row of rows) {
    if (group.length > 0 && row.cells['number'] !== group[0]!.cells['number']) {
      yield toOrder(group, columns);
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield toOrder(group, columns);
}

function toOrder(group: readonly CellRow[], columns: Readonly<Record<string, Column>>): Entry {
  const [first] = group as [CellRow];
  const order: Record<string, unknown> = {};
  const lines: Record<string, unknown>[] = [];
  let trouble = group.find((row) => row.trouble)?.trouble;
  for (const { row, cells } of group) {
    const line: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(valuesOf(cells, columns))) {
      if (name === 'lineId') line['id'] = value;
      else if (Object.hasOwn(lineColumns, name)) line[name] = value;
      else if (cells[name] === first.cells[name]) order[name] = value;
      else trouble ??= { row, column: name, problem: `“${cells[name]}” differs from row ${first.row} of the same order.`, mend: 'Say it once, in the first row of the order.' };
    }
    lines.push(line);
  }
  return {
    row: first.row,
    value: { ...order, lines },
    trouble,
    place: ([field, index, name]) =>
      field === 'lines' && typeof index === 'number'
        ? { row: group[index]!.row, column: name === 'id' ? 'lineId' : name === undefined ? null : String(name) }
        : { row: first.row, column: field === undefined ? null : String(field) },
  };
}
