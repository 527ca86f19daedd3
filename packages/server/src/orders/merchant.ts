import { AdapterError } from '@aftercart/contract';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { merchantOperation, type MerchantOperation } from '../merchant/operation.ts';
import { cancel, markDelivered, markPaid, refund } from './happenings.ts';
import { Instant, OrderIn, OrderNumber, RefundIn } from './order-in.ts';
import { OrderOut, orderOut } from './order-out.ts';
import { normaliseOrderNumber, requireOrder } from './orders.ts';
import { takeOrder } from './place.ts';
import type { OrderRow } from './tables.ts';

const Which = z.object({ number: OrderNumber.describe('As the shopper knows it, such as `NP-10241`; letter case and a leading `#` don’t matter.') });
const When = z.strictObject({ at: Instant.nullish().describe('When it happened; now when left out. The first time that is told stays.') });
/** Clocks differ. */
const LEEWAY = 5 * 60_000;

type Mark = (context: Context, order: OrderRow, at: Date) => Promise<OrderRow>;

const marking = (name: `POST /${string}`, summary: string, mark: Mark) =>
  merchantOperation(name, {
    summary,
    parameters: Which,
    body: When,
    answer: OrderOut,
    handle: async ({ parameters, body }, context) => {
      const at = body.at ? new Date(body.at) : context.now;
      if (at.getTime() > context.now.getTime() + LEEWAY) throw new AdapterError('INVALID_REQUEST', `\`at\` is ${body.at}, which lies in the future: tell what has happened.`);
      const order = await requireOrder(context.db, parameters.number);
      return orderOut(context.db, await mark(context, order, at));
    },
  });

export const ordersMerchant: readonly MerchantOperation[] = [
  merchantOperation('PUT /orders/{number}', {
    summary: 'Takes an order in, or what changed of it.',
    parameters: Which,
    body: OrderIn,
    answer: OrderOut,
    handle: async ({ parameters, body }, context) => {
      const { order } = await takeOrder(context, { ...body, number: normaliseOrderNumber(parameters.number) });
      return orderOut(context.db, order);
    },
  }),
  merchantOperation('GET /orders/{number}', {
    summary: 'What is known of an order; of what is kept as a fingerprint, only whether it is known.',
    parameters: Which,
    answer: OrderOut,
    handle: async ({ parameters }, { db }) => orderOut(db, await requireOrder(db, parameters.number)),
  }),
  marking('POST /orders/{number}/paid', 'The order is paid for: from here on it earns.', markPaid),
  marking('POST /orders/{number}/delivered', 'All of the order has arrived.', markDelivered),
  marking('POST /orders/{number}/cancelled', 'The order was called off: what it earned is taken back.', cancel),
  merchantOperation('POST /orders/{number}/refunds', {
    summary: 'Money was given back for goods: what they earned is taken back in proportion.',
    parameters: Which,
    body: RefundIn,
    answer: OrderOut,
    handle: async ({ parameters, body }, context) => {
      const order = await requireOrder(context.db, parameters.number);
      return orderOut(context.db, await refund(context, order, body));
    },
  }),
];
