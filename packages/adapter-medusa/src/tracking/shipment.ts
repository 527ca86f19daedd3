/** What Medusa knows of a parcel, as a `Shipment`. */
import { AdapterError, type Shipment, type TrackingEvent } from '@aftercart/contract';
import { listOf, numberOf, recordOf, textOf, type Json } from '../read.ts';

/** The moments that Medusa writes down of a fulfilment, and what each means for the parcel. */
const MOMENTS: readonly (readonly [field: string, status: TrackingEvent['status']])[] = [
  ['packed_at', 'info_received'],
  ['shipped_at', 'in_transit'],
  ['delivered_at', 'delivered'],
  ['canceled_at', 'cancelled'],
];

/** `2026-11-22T10:00:00.123Z`, as Medusa writes every moment. */
const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$/;

/** Medusa’s admin writes `#` where nobody gave an address. */
const addressOf = (value: unknown): string | null => (value === '#' ? null : textOf(value));

/** The parcels of an order: one for each label of a fulfilment. */
export function shipmentsOf(order: Json): Promise<Shipment>[] {
  const bought = new Map(listOf(order['items']).map((item) => [item['id'], item]));
  return listOf(order['fulfillments']).flatMap((fulfilment) => {
    const labels = listOf(fulfilment['labels']);
    return (labels.length ? labels : unlabelled(fulfilment)).map((label) => withTold(shipmentOf(order, fulfilment, label, bought), label['told']));
  });
}

/** What joins it with the carrier’s news is loaded where there are some. */
async function withTold(known: Shipment, told: unknown): Promise<Shipment> {
  if (told == null) return known;
  const part = await import('./told.ts').catch((cause: unknown) => {
    throw new AdapterError('NETWORK', 'The part for carriers’ news could not be loaded.', { cause });
  });
  return part.withCarrier(known, told);
}

/** A fulfilment that was sent without a tracking number is a parcel as well; one that is still being packed is none yet. */
const unlabelled = ({ shipped_at: shipped, delivered_at: delivered }: Json): readonly Json[] => (shipped || delivered ? [{}] : []);

function shipmentOf(order: Json, fulfilment: Json, label: Json, bought: ReadonlyMap<unknown, Json>): Shipment {
  const trackingNumber = textOf(label['tracking_number']);
  const fulfilmentId = textOf(fulfilment['id']) ?? '';
  // Unique whatever the carrier does with its numbers; one fulfilment may be several parcels.
  const id = trackingNumber === null ? fulfilmentId : `${fulfilmentId}:${trackingNumber}`;
  const address = recordOf(order['shipping_address']);
  const known: Shipment = {
    id,
    orderNumber: textOf(order['number']),
    carrier: textOf(fulfilment['carrier']) ?? '',
    trackingNumber,
    trackingUrl: addressOf(label['tracking_url']),
    status: 'unknown',
    delayed: false,
    items: listOf(fulfilment['items']).map((item) => itemOf(item, bought.get(item['line_item_id']))),
    destination: { city: textOf(address['city']), country: textOf(address['country_code'])?.toUpperCase() ?? null },
    events: [],
    asOf: textOf(fulfilment['updated_at']) ?? '',
  };
  return { ...known, ...journey(id, fulfilment) };
}

/** A fulfilment’s own title is that of the variant alone. */
const itemOf = ({ title, quantity }: Json, bought: Json | undefined): NonNullable<Shipment['items']>[number] => ({
  name: textOf(bought?.['product_title']) ?? textOf(bought?.['title']) ?? textOf(title) ?? '',
  quantity: numberOf(quantity),
  imageUrl: textOf(bought?.['thumbnail']),
});

function journey(id: string, fulfilment: Json): Pick<Shipment, 'status' | 'events'> {
  const events = MOMENTS.flatMap(([field, status]) => {
    const [, value] = INSTANT.exec(textOf(fulfilment[field]) ?? '') ?? [];
    return value ? [{ id: `${id}:${status}`, status, time: { value, precision: 'second' as const, offset: 'Z' } }] : [];
  });
  return { events, status: events.at(-1)?.status ?? 'unknown' };
}
