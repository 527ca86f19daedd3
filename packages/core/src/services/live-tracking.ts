/** Live updates of parcels; loaded when an adapter has them. */
import { guardShipment, type Shipment, type Shipments } from '@aftercart/contract';
import type { Resource } from '../resource.ts';
import type { Shop } from '../shop.ts';
import { follow } from './follow.ts';

// What the contract allows in a list; a stream must not outgrow it.
const MOST_EVENTS = 500;
const MOST_SHIPMENTS = 100;
/** A parcel with what an update says of it. Events count once by id; an update that is older changes no stage. */
export function mergeShipment(known: Shipment, update: Shipment): Shipment {
  const newer = Date.parse(update.asOf) >= Date.parse(known.asOf);
  const [base, other] = newer ? [update, known] : [known, update];
  const ids = new Set(base.events.map(({ id }) => id));
  return { ...base, events: [...base.events, ...other.events.filter(({ id }) => !ids.has(id))].slice(0, MOST_EVENTS) };
}

const add = (items: Shipment[], update: Shipment): Shipment[] =>
  items.some(({ id }) => id === update.id)
    ? items.map((item) => (item.id === update.id ? mergeShipment(item, update) : item))
    : [update, ...items].slice(0, MOST_SHIPMENTS);

const whole = (update: Shipment): Shipments => ({ items: [update] });
const merge = (known: Shipments, news: Shipments): Shipments => ({ items: news.items.reduceRight(add, known.items) });

export const live = (shop: Shop, input: unknown, locale: string, signal: AbortSignal, resource: Resource<Shipments>): Promise<void> =>
  follow(shop, { where: 'tracking.subscribe', input, locale, guard: guardShipment, whole, merge }, signal, resource);
