/**
 * Brings together what services say of one parcel. Any order and any repetition of updates gives the same: every part is
 * joined by a rule that does not care who came first.
 */
import type { DeliveryEstimate, Shipment, TrackingEvent } from '@aftercart/contract';
import { newestFirst, newestStage, statedId } from './order.ts';
import { impreciseTime } from './times.ts';
import { hash } from './values.ts';

/** The contract’s limit of a shipment’s checkpoints. */
const MOST_EVENTS = 500;

/**
 * All checkpoints of both lists, each id once, the newest first, the newest 500. Idempotent, commutative and associative. Of
 * two versions of one checkpoint the later one stays.
 */
export const mergeEvents = (a: readonly TrackingEvent[], b: readonly TrackingEvent[]): TrackingEvent[] =>
  newestFirst([...a, ...b].map(wholeEvent), MOST_EVENTS);

/**
 * One shipment from two updates of the same parcel, whichever came first, and however often. Idempotent, commutative and
 * associative.
 *
 * - `events`: all of both. `status`: that of the latest one by its own time, so a late event moves nothing back and a later
 *   one (a return after the delivery) moves on.
 * - `asOf`: the later one; with it come `delayed`, `estimate` and `actionRequired`.
 * - `firstEstimate`: the earliest promise.
 * - Everything else: what is known.
 *
 * @throws TypeError when the ids differ: those are two parcels.
 */
export function mergeShipments(a: Shipment, b: Shipment): Shipment {
  if (a.id !== b.id) throw new TypeError(`“${a.id}” and “${b.id}” are two parcels: merge updates with the same id only.`);
  const [x, y] = [wholeShipment(a), wholeShipment(b)];
  const order = Date.parse(x.asOf) - Date.parse(y.asOf);
  const newest = <K extends 'asOf' | 'delayed' | 'estimate' | 'actionRequired'>(key: K): Shipment[K] =>
    order ? (order > 0 ? x : y)[key] : greater(x[key], y[key]);
  const events = mergeEvents(x.events, y.events);
  return {
    id: x.id,
    orderNumber: greater(x.orderNumber, y.orderNumber),
    carrier: greater(x.carrier, y.carrier),
    trackingNumber: greater(x.trackingNumber, y.trackingNumber),
    trackingUrl: greater(x.trackingUrl, y.trackingUrl),
    status: newestStage(events)?.status ?? 'unknown',
    delayed: newest('delayed'),
    firstEstimate: earliest(x.firstEstimate, y.firstEstimate),
    estimate: newest('estimate'),
    actionRequired: newest('actionRequired'),
    items: greater(x.items, y.items),
    destination: wholeDestination({
      city: greater(x.destination?.city, y.destination?.city),
      country: greater(x.destination?.country, y.destination?.country),
    }),
    events,
    asOf: newest('asOf'),
  };
}

/** Something over nothing, the longer list, then the greater text: a choice that is the same in any order. */
function greater<T>(a: T, b: T): T {
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return a.length > b.length ? a : b;
  return keyOf(a) >= keyOf(b) ? a : b;
}

const keyOf = (value: unknown): string => (value === null || value === undefined || value === '' ? '' : JSON.stringify(value));

function earliest(a: Shipment['firstEstimate'], b: Shipment['firstEstimate']): Shipment['firstEstimate'] {
  if (!a || !b) return a ?? b;
  const [first, second] = [`${a.latest}${a.earliest ?? ''}`, `${b.latest}${b.earliest ?? ''}`];
  return first <= second ? a : b;
}

/**
 * The same shipment with every field in its place, its checkpoints in order, and a status that follows from them: a stage that
 * no checkpoint explains (expired, cancelled, a label without a scan) becomes one of its own, at the time of the update.
 */
export function wholeShipment(shipment: Shipment): Shipment {
  const { id, orderNumber, carrier, trackingNumber, trackingUrl, delayed, firstEstimate, estimate, actionRequired, items, destination,
    asOf } = shipment;
  const events = explained(shipment);
  return {
    id,
    orderNumber: orderNumber ?? null,
    carrier,
    trackingNumber: trackingNumber ?? null,
    trackingUrl: trackingUrl ?? null,
    status: newestStage(events)?.status ?? 'unknown',
    delayed,
    firstEstimate: wholeEstimate(firstEstimate),
    estimate: wholeEstimate(estimate),
    actionRequired: actionRequired
      ? {
          kind: actionRequired.kind,
          description: actionRequired.description ?? null,
          url: actionRequired.url ?? null,
          until: actionRequired.until ?? null,
          code: actionRequired.code ?? null,
        }
      : null,
    items: items?.map(({ name, quantity, imageUrl }) => ({ name, quantity, imageUrl: imageUrl ?? null })) ?? null,
    destination: wholeDestination(destination),
    events,
    asOf,
  };
}

function explained({ events, status, asOf }: Shipment): TrackingEvent[] {
  const sorted = mergeEvents(events, []);
  const latest = newestStage(sorted);
  const time = impreciseTime(asOf);
  if (status === 'unknown' || status === latest?.status || !time) return sorted;
  // Said again of the same checkpoint, it is the same statement.
  const statement: TrackingEvent = { id: statedId(hash([status, latest?.id ?? null])), status, time, description: null, location: null };
  const after = mergeEvents(sorted, [statement]);
  // The clocks of service and carrier differ, or the carrier’s has no offset: what the service says comes after what it knows.
  return newestStage(after)?.id === statement.id || !latest ? after : mergeEvents(sorted, [{ ...statement, time: latest.time }]);
}

const wholeEvent = ({ id, status, time: { value, precision, offset }, description, location }: TrackingEvent): TrackingEvent => ({
  id, status, time: { value, precision, offset: offset ?? null }, description: description ?? null, location: location ?? null,
});

const wholeEstimate = (estimate: DeliveryEstimate | null | undefined): DeliveryEstimate | null =>
  estimate ? { earliest: estimate.earliest ?? null, latest: estimate.latest } : null;

const wholeDestination = (destination: Shipment['destination']): Shipment['destination'] =>
  destination?.city || destination?.country ? { city: destination.city ?? null, country: destination.country ?? null } : null;
