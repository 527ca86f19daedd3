/** What a carrier told the shop of a parcel. */
import { guardShipment, INVALID, type Shipment, type TrackingEvent } from '@aftercart/contract';
import { mergeShipments } from '@aftercart/carriers';
import { recordOf } from '../read.ts';

/** What ends the story of a parcel, whoever says so. */
const isLast = ({ status }: TrackingEvent): boolean => status === 'delivered' || status === 'cancelled';

/**
 * With what the carrier told the shop, where the shop keeps that with the fulfilment: its checkpoints stand for Medusa’s moments, but for an end that it has
 * not told. What is no shipment is left out.
 */
export function withCarrier(known: Shipment, told: unknown): Shipment {
  const carrier = guardShipment({ ...recordOf(told), id: known.id }, []);
  if (carrier === INVALID) return known;
  const said = new Set(carrier.events.map(({ status }) => status));
  const events = known.events.filter((event) => isLast(event) && !said.has(event.status));
  // As of the carrier’s news: else Medusa’s later moment, at which nobody asked the carrier, would outdo what it said of delays and estimates.
  const merged = mergeShipments({ ...known, events, status: events.at(-1)?.status ?? 'unknown', asOf: carrier.asOf }, carrier);
  // Who brings it and what is in it, the shop knows best.
  return { ...merged, carrier: known.carrier || merged.carrier, orderNumber: known.orderNumber ?? null, items: known.items ?? null };
}
