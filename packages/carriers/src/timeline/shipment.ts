/** Makes the contract’s shipment of what the modules of the services have found. */
import type { DeliveryEstimate, Shipment, TrackingEvent } from '@aftercart/contract';
import { isOver, type CarrierMeaning } from './meaning.ts';
import { mergeEvents, wholeShipment } from './merge.ts';
import { newestStage } from './order.ts';
import { dayOf, impreciseTime, instant, instantOf } from './times.ts';
import { cut, hash, line, text, url } from './values.ts';

/** What the shop knows and the service does not. */
export interface CarrierOptions {
  /** The shop’s order number. Without it, the service’s, where it has one. */
  orderNumber?: string;
  /** What is in the parcel. Without it, what the service knows (Shopify only). */
  items?: Shipment['items'];
  /** Name of the carrier for people. Without it, the service’s name or code of it. */
  carrier?: string;
  /** The clock, in milliseconds since 1970; `Date.now` when left out. An update never claims to be newer than this. */
  now?: () => number;
}

/** A checkpoint as a service tells of it. All but the meaning is unchecked. */
export interface CheckpointFacts {
  /** The service’s own id, if it has one that stays the same. */
  id?: unknown;
  /** Times to choose from, best first; the first that is one counts. */
  times: readonly unknown[];
  meaning: CarrierMeaning;
  description: unknown;
  location: string | null;
  /** The service’s code: tells apart what has no words. */
  code: unknown;
}

/** All but `checkpoints` and `stated` is unchecked. */
export interface ShipmentFacts {
  /** The service’s code of the carrier: with the number, the identity of the parcel. */
  carrierCode: unknown;
  carrierName?: unknown;
  number: unknown;
  /** Identity of a parcel without a number. */
  fallbackId: unknown;
  orderNumber?: unknown;
  trackingUrl?: unknown;
  /** What the service says of the parcel as a whole. */
  stated: CarrierMeaning;
  checkpoints: readonly CheckpointFacts[];
  /** When the service last updated it. */
  updatedAt: unknown;
  first?: EstimateFacts;
  estimate?: EstimateFacts;
  action?: { description?: unknown; url?: unknown };
  destination?: { city: unknown; country: string | null };
  items?: Shipment['items'];
}

/** Days, or times whose days count. */
export type EstimateFacts = readonly [earliest: unknown, latest: unknown];

export function shipmentOf(facts: ShipmentFacts, options: CarrierOptions): Shipment {
  const meanings = new Map<string, CarrierMeaning>();
  const events = mergeEvents(facts.checkpoints.flatMap((checkpoint) => eventOf(checkpoint, meanings)), []);
  const latest = newestStage(events);
  const status = facts.stated.status === 'unknown' ? (latest?.status ?? 'unknown') : facts.stated.status;
  // A summary may be coarser than the checkpoint that it sums up.
  const summedUp = latest?.status === status ? meanings.get(latest.id) : undefined;
  const action = facts.stated.action ?? summedUp?.action;
  const over = isOver(status);
  const estimate = estimateOf(facts.estimate);
  return wholeShipment({
    id: idOf(facts),
    orderNumber: line(options.orderNumber ?? facts.orderNumber),
    carrier: line(options.carrier ?? facts.carrierName) ?? line(facts.carrierCode) ?? '',
    trackingNumber: line(facts.number),
    trackingUrl: url(facts.trackingUrl),
    status,
    delayed: !over && (facts.stated.delayed || summedUp?.delayed === true),
    firstEstimate: estimateOf(facts.first) ?? estimate,
    estimate: over ? null : estimate,
    actionRequired: action && !over ? { kind: action, description: text(facts.action?.description), url: url(facts.action?.url) } : null,
    items: options.items ?? facts.items,
    destination: facts.destination && { city: line(facts.destination.city), country: facts.destination.country },
    events,
    asOf: asOf(facts.updatedAt, (options.now ?? Date.now)()),
  });
}

const LONGEST_ID = 200;

/** A checkpoint without any time has no place in a timeline. */
function eventOf({ id, times, meaning, description, location, code }: CheckpointFacts, meanings: Map<string, CarrierMeaning>): TrackingEvent[] {
  const time = times.map(impreciseTime).find((candidate) => candidate !== null);
  if (!time) return [];
  const words = text(description);
  // Not the code when there are words: services sort a checkpoint anew when they have learnt what it means.
  const facts = [time.value, time.offset ?? null, words, location, words === null ? text(code) : null];
  const own = text(id);
  const stable = own && own.length <= LONGEST_ID ? own : hash(own ? [own] : facts);
  const event: TrackingEvent = { id: stable, status: meaning.status, time, description: words, location };
  meanings.set(event.id, meaning);
  return [event];
}

/** Numbers are recycled, so the carrier belongs to it: `dhl:JD0146000678123345`. Spaces and case mean nothing. */
function idOf({ carrierCode, number, fallbackId }: ShipmentFacts): string {
  const carrier = (line(carrierCode) ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'carrier';
  const own = text(number)?.replace(/\s+/g, '').toUpperCase() ?? text(fallbackId) ?? 'unknown';
  const id = `${carrier}:${own}`;
  return id.length > LONGEST_ID ? `${cut(carrier, 100)}:${hash([carrier, own])}` : id;
}

function estimateOf(facts: EstimateFacts | undefined): DeliveryEstimate | null {
  const days = (facts ?? []).map(dayOf).filter((day) => day !== null).sort();
  const [earliest, latest] = [days[0], days.at(-1)];
  return earliest && latest ? { earliest: earliest === latest ? null : earliest, latest } : null;
}

function asOf(updatedAt: unknown, now: number): string {
  const at = instantOf(impreciseTime(updatedAt));
  return instant(at === null || at < 0 ? now : Math.min(at, now));
}
