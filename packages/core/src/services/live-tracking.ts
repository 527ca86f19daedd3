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

const merge = ({ items }: Shipments, update: Shipment): Shipments => ({
  items: items.some(({ id }) => id === update.id)
    ? items.map((item) => (item.id === update.id ? mergeShipment(item, update) : item))
    : [update, ...items].slice(0, MOST_SHIPMENTS),
});

export const live = (shop: Shop, input: unknown, locale: string, signal: AbortSignal, resource: Resource<Shipments>): Promise<void> =>
  follow(shop, { where: 'tracking.subscribe', input, locale, guard: guardShipment, merge }, signal, resource);
