/** What the merchant does with returns: policies in, withdrawals out. */
import { AdapterError } from '@aftercart/contract';
import { date, id, instant, line, list, text } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { decodeCursor, DEFAULT_PAGE, encodeCursor } from '../database/page.ts';
import { documentOperations } from '../merchant/documents.ts';
import { merchantOperation, type MerchantOperation } from '../merchant/operation.ts';
import { findOrder, normaliseOrderNumber } from '../orders/orders.ts';
import { dayIn } from './calendar.ts';
import { RETURN_POLICIES } from './policy-document.ts';
import type { WithdrawalRow } from './tables.ts';
import { termsOfOrder } from './terms.ts';
import { itemsOf } from './withdrawals.ts';

const MATCHES = ['owner', 'email', 'none'] as const;

const Withdrawal = z
  .object({
    id: id(),
    receivedAt: instant(),
    orderNumber: line(),
    shopperId: id().nullable(),
    name: line().nullable().describe('Null once the person is erased; so is the e-mail.'),
    email: line().nullable(),
    items: list(line(), 200).nullable().describe('In the shopper’s words; null for the whole order.'),
    reason: text().nullable(),
    content: text().describe('The declaration, word for word.'),
    match: z.enum(MATCHES).describe('`owner`: the signed-in owner of the order. `email`: the e-mail is that of the order. `none`: to be checked.'),
    statutoryUntil: date().nullable().describe('Last day of the right of withdrawal for that order; null when it is not known.'),
    isLate: z.boolean().nullable().describe('Whether it came after that day.'),
  })
  .meta({ id: 'Withdrawal', description: 'A withdrawal as the merchant sees it.' });

async function toWithdrawal(context: Context, row: WithdrawalRow): Promise<z.infer<typeof Withdrawal>> {
  const order = await findOrder(context.db, row.order_number);
  const known = order && (await termsOfOrder(context, order));
  // Lines may have days of their own: it is late when the last of them was over.
  const ends = known ? [known.terms, ...known.lines.map(({ terms }) => terms)].flatMap(({ statutoryUntil }) => statutoryUntil ?? []) : [];
  const statutoryUntil = ends.toSorted().at(-1) ?? null;
  return {
    id: row.id,
    receivedAt: row.received_at,
    orderNumber: row.order_number,
    shopperId: row.shopper_id,
    name: row.name,
    email: row.email,
    items: itemsOf(row),
    reason: row.reason,
    content: row.content,
    match: row.match,
    statutoryUntil,
    isLate: known && statutoryUntil !== null ? dayIn(known.timeZone, row.received_at) > statutoryUntil : null,
  };
}

export const returnsMerchant: readonly MerchantOperation[] = [
  ...documentOperations('/returns/policies', RETURN_POLICIES, 'the return policies'),

  merchantOperation('GET /returns/withdrawals', {
    summary: 'Lists withdrawals, newest first.',
    parameters: z.object({
      match: z.enum(MATCHES).optional(),
      orderNumber: line().optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).optional(),
    }),
    answer: z.object({ items: list(Withdrawal, 100), nextCursor: z.string().nullable() }),
    async handle({ parameters: { match, orderNumber, cursor, limit = DEFAULT_PAGE } }, context) {
      const place = decodeCursor(cursor);
      let rows = context.db.selectFrom('withdrawals').selectAll().orderBy('received_at', 'desc').orderBy('id', 'desc').limit(limit + 1);
      if (match) rows = rows.where('match', '=', match);
      if (orderNumber) rows = rows.where('order_number', '=', normaliseOrderNumber(orderNumber));
      if (place) rows = rows.where((eb) => eb(eb.refTuple('received_at', 'id'), '<', eb.tuple(place[0], place[1])));
      const found = await rows.execute();
      const items: z.infer<typeof Withdrawal>[] = [];
      for (const row of found.slice(0, limit)) items.push(await toWithdrawal(context, row));
      const last = found.length > limit ? found[limit - 1] : undefined;
      return { items, nextCursor: last ? encodeCursor([last.received_at, last.id]) : null };
    },
  }),

  merchantOperation('GET /returns/withdrawals/{id}', {
    summary: 'Reads one withdrawal, such as for its acknowledgement by e-mail.',
    parameters: z.object({ id: id() }),
    answer: Withdrawal,
    async handle({ parameters }, context) {
      const row = await context.db.selectFrom('withdrawals').selectAll().where('id', '=', parameters.id).executeTakeFirst();
      if (!row) throw new AdapterError('INVALID_REQUEST', `There is no withdrawal ${parameters.id}.`);
      return toWithdrawal(context, row);
    },
  }),
];
