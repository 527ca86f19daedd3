/** A fulfilment of Vendure as a parcel. */
import type { ImpreciseTime, Shipment, TrackingEvent } from '@aftercart/contract';
import type { Fulfillment, OrderView } from './query.ts';

/** Vendure’s own states; a shop may have more: https://docs.vendure.io/reference/typescript-api/fulfillment/fulfillment-states */
const STATUS: Readonly<Record<string, Shipment['status']>> = {
  Created: 'info_received', Pending: 'info_received', Shipped: 'in_transit', Delivered: 'delivered', Cancelled: 'cancelled',
};

const statusOf = (state: string): Shipment['status'] => (Object.hasOwn(STATUS, state) ? STATUS[state]! : 'unknown');

export const shipmentsOf = (order: OrderView): Shipment[] => (order.fulfillments ?? []).map((fulfillment) => shipmentOf(order, fulfillment));

function shipmentOf(order: OrderView, fulfillment: Fulfillment): Shipment {
  const { id, method, trackingCode, state, updatedAt } = fulfillment;
  const { city = null, countryCode = null } = order.shippingAddress ?? {};
  return {
    id: trackingCode ? `${slugOf(method)}:${trackingCode.replace(/\s+/g, '').toUpperCase()}` : `vendure:${id}`,
    orderNumber: order.code,
    carrier: method,
    trackingNumber: trackingCode || null,
    status: statusOf(state),
    delayed: false,
    items: itemsOf(order, fulfillment),
    destination: { city, country: countryCode && /^[A-Z]{2}$/.test(countryCode) ? countryCode : null },
    events: eventsOf(order, fulfillment),
    // Vendure asks no carrier: this is when it last heard of the parcel.
    asOf: updatedAt,
  };
}

const slugOf = (method: string): string => method.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'carrier';

function itemsOf({ lines }: OrderView, fulfillment: Fulfillment): NonNullable<Shipment['items']> {
  return fulfillment.lines.flatMap(({ orderLineId, quantity }) => {
    const line = lines.find(({ id }) => id === orderLineId);
    return line ? [{ name: line.productVariant.name, quantity, imageUrl: line.featuredAsset?.preview ?? null }] : [];
  });
}

/** When a fulfilment came to which state: by the order’s history, which the shopper may read. The latest comes last. */
export function eventsOf({ history }: OrderView, { id, state, createdAt, updatedAt }: Fulfillment): TrackingEvent[] {
  const moves = history.items
    .filter(({ type }) => type === 'ORDER_FULFILLMENT_TRANSITION')
    .map(({ data, ...entry }) => ({ ...entry, ...(data as { fulfillmentId?: unknown; to?: unknown } | null) }))
    .filter(({ fulfillmentId, to }) => String(fulfillmentId) === id && typeof to === 'string')
    .map((entry) => ({ state: entry.to as string, at: entry.createdAt }))
    .reverse();
  const known = [{ state: 'Created', at: createdAt }, ...moves.filter((move) => move.state !== 'Created')];
  // Shops may hide the history, and change the ids in it.
  if (known.at(-1)!.state !== state) known.push({ state, at: updatedAt });
  return known.map((move, index) => ({ id: `${id}:${index}:${move.state}`, status: statusOf(move.state), time: timeOf(move.at) }));
}

/** Of an instant in UTC, as Vendure writes them. */
const timeOf = (instant: string): ImpreciseTime => ({ value: instant.replace(/Z$/, ''), precision: 'second', offset: 'Z' });
