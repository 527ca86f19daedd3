import { AdapterError, type Shipment } from '@aftercart/contract';
import { ACTION_KINDS, ImpreciseTime, instant, SHIPMENT_STATUSES, Shipment as ShipmentSchema, Shipments, TrackingEvent } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { merchantOperation, type MerchantOperation } from '../merchant/operation.ts';
import { OrderNumber } from '../orders/order-in.ts';
import { requireOrder } from '../orders/orders.ts';
import { lockOrder } from '../orders/place.ts';
import type { OrderRow } from '../orders/tables.ts';
import { findShipment, saveShipment } from './change.ts';
import { ShopSays } from './compose.ts';
import { settleDelivery } from './delivered.ts';
import { readParcels, shipmentOf } from './parcels.ts';
import { carrierKeyOf, normaliseTrackingNumber, shipmentIdOf } from './parcel.ts';
import { isOf, lockNumber, setPending } from './pending.ts';
import { factsOf, mergeTold, toldOf } from './update.ts';

/** Clocks differ. */
const LEEWAY = 5 * 60_000;

const Which = z.object({
  orderNumber: OrderNumber.describe('As the shopper knows it.'),
  carrier: z
    .string()
    .max(40)
    .refine((carrier) => carrierKeyOf(carrier) !== '', 'needs a letter or a digit')
    .describe('Name or code of the carrier, such as `dhl`. With AfterShip or EasyPost, begin it as they do, so that their webhooks find the parcel.'),
  trackingNumber: z
    .string()
    .max(50)
    .refine((number) => normaliseTrackingNumber(number) !== '', 'is empty')
    .describe('Number at the carrier; spaces and letter case don’t matter.'),
});
type Which = z.infer<typeof Which>;

// The contract reads a code that it does not know as the nearest that it does, for backends of the future. Here it is a typo.
const EventIn = TrackingEvent.extend({
  status: z.enum(SHIPMENT_STATUSES),
  time: ImpreciseTime.extend({ precision: z.enum(['second', 'minute', 'hour', 'day']) }),
}).meta({ id: 'TrackingEventIn', description: 'One checkpoint as the shop tells of it.' });

const { delayed, estimate, actionRequired } = ShipmentSchema.shape;

const NewsIn = z
  .strictObject({
    events: z.array(EventIn).max(500).default([]).describe('Told twice, an event counts once, by its id.'),
    delayed: delayed.nullish().describe('As it was when left out.'),
    estimate: estimate.describe('What is expected now. As it was when left out.'),
    actionRequired: actionRequired
      .unwrap()
      .unwrap()
      .extend({ kind: z.enum(ACTION_KINDS) })
      .nullish()
      .describe('What the shopper has to do. Left out, as it was, until the parcel comes to another stage.'),
    asOf: instant().nullish().describe('When this was so; now when left out. Of two, the later one counts.'),
  })
  .meta({ id: 'ShipmentNewsIn', description: 'What happened to a parcel.' });
type NewsIn = z.infer<typeof NewsIn>;

/** @throws AdapterError INVALID_REQUEST when there is none. */
const lockedOrder = async ({ db }: Context, number: string): Promise<OrderRow> => (await lockOrder(db, number)) ?? requireOrder(db, number);

const idIn = (order: OrderRow, { carrier, trackingNumber }: Which): string => shipmentIdOf(carrier, trackingNumber, order.number);

async function putShipment(context: Context, which: Which, says: ShopSays): Promise<Shipment> {
  const number = normaliseTrackingNumber(which.trackingNumber);
  const waiting = await lockNumber(context, number);
  const order = await lockedOrder(context, which.orderNumber);
  const id = idIn(order, which);
  const row = await findShipment(context, id);
  const before = row && factsOf(row);
  const facts = {
    ...says,
    carrier: which.carrier,
    trackingNumber: which.trackingNumber,
    promised: before?.promised ?? says.estimate ?? null,
    since: before?.since ?? context.now.toISOString(),
  };
  const names = { carrier_key: carrierKeyOf(which.carrier), order_number: order.number };
  const own = waiting.filter((update) => isOf(names, update));
  const told = own.reduce((merged, update) => mergeTold(id, merged, update), row ? toldOf(row) : null);
  const shipment = await saveShipment(context, order, row, facts, told);
  await setPending(context, number, waiting.filter((update) => !own.includes(update)));
  return shipment;
}

async function addNews(context: Context, which: Which, news: NewsIn): Promise<Shipment> {
  const order = await lockedOrder(context, which.orderNumber);
  const row = await findShipment(context, idIn(order, which));
  if (!row) throw new AdapterError('INVALID_REQUEST', `The order ${order.number} has no parcel ${which.trackingNumber} with ${which.carrier}: put it first.`);
  const asOf = news.asOf ?? context.now.toISOString();
  if (Date.parse(asOf) > context.now.getTime() + LEEWAY) throw new AdapterError('INVALID_REQUEST', `\`asOf\` is ${asOf}, which lies in the future.`);
  const facts = factsOf(row);
  const before = toldOf(row);
  const update: Shipment = {
    id: row.id,
    carrier: facts.carrier,
    status: 'unknown',
    delayed: news.delayed ?? before?.delayed ?? false,
    estimate: news.estimate === undefined ? before?.estimate : news.estimate,
    actionRequired: null,
    events: news.events,
    asOf,
  };
  const movesOn = mergeTold(row.id, before, update).status !== row.status;
  const asBefore = movesOn ? null : before?.actionRequired;
  const told = mergeTold(row.id, before, { ...update, actionRequired: news.actionRequired === undefined ? asBefore : news.actionRequired });
  return saveShipment(context, order, row, facts, told);
}

async function deleteShipment(context: Context, which: Which): Promise<void> {
  const order = await lockedOrder(context, which.orderNumber);
  await context.db.deleteFrom('shipments').where('id', '=', idIn(order, which)).execute();
  // It may have been the last that was on its way.
  await settleDelivery(context, order);
}

const PARCELS = '/orders/{orderNumber}/shipments' as const;
const PARCEL = `${PARCELS}/{carrier}/{trackingNumber}` as const;

export const trackingMerchant: readonly MerchantOperation[] = [
  merchantOperation(`GET ${PARCELS}`, {
    summary: 'The parcels of an order, as the shopper sees them.',
    parameters: Which.pick({ orderNumber: true }),
    answer: Shipments,
    handle: async ({ parameters }, { db }) => {
      const { number } = await requireOrder(db, parameters.orderNumber);
      return { items: (await readParcels(db, { orderNumber: number, topic: '' })).map(shipmentOf) };
    },
  }),
  merchantOperation(`PUT ${PARCEL}`, {
    summary: 'Puts a parcel of an order, or corrects what the shop says of it.',
    parameters: Which,
    body: ShopSays,
    answer: ShipmentSchema,
    handle: ({ parameters, body }, context) => putShipment(context, parameters, body),
  }),
  merchantOperation(`POST ${PARCEL}/events`, {
    summary: 'Adds what happened to a parcel, in any order.',
    parameters: Which,
    body: NewsIn,
    answer: ShipmentSchema,
    handle: ({ parameters, body }, context) => addNews(context, parameters, body),
  }),
  merchantOperation(`DELETE ${PARCEL}`, {
    summary: 'Removes a parcel that is not of this order. Pages that show it do so until they read again.',
    parameters: Which,
    handle: ({ parameters }, context) => deleteShipment(context, parameters),
  }),
];
