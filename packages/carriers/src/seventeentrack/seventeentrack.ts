/** 17TRACK’s tracking API, version 2.2 and later: https://api.17track.net/en/doc. Types after its documentation, as far as they are read. */
import type { Shipment } from '@aftercart/contract';
import { shipmentOf, type CarrierOptions, type CheckpointFacts } from '../timeline/shipment.ts';
import { country, line, list, place, record } from '../timeline/values.ts';
import { seventeentrackStatus } from './vocabulary.ts';

export { verifySeventeentrackSignature } from './signature.ts';
export { seventeentrackStatus };

/** One of `data.accepted`; in a webhook, `data`. */
export interface SeventeentrackTracking {
  number?: string;
  /** 17TRACK’s number of the carrier. */
  carrier?: number;
  track_info?: {
    shipping_info?: { recipient_address?: SeventeentrackAddress | null } | null;
    latest_status?: { status?: string | null; sub_status?: string | null } | null;
    latest_event?: SeventeentrackEvent | null;
    time_metrics?: { estimated_delivery_date?: { from?: string | null; to?: string | null } | null } | null;
    tracking?: { providers?: SeventeentrackProvider[] } | null;
  } | null;
}

export interface SeventeentrackProvider {
  provider?: { key?: number; name?: string | null; alias?: string | null } | null;
  latest_sync_time?: string | null;
  events?: SeventeentrackEvent[];
}

export interface SeventeentrackEvent {
  /** What the carrier wrote; the other two are worked out by 17TRACK. */
  time_raw?: { date?: string | null; time?: string | null; timezone?: string | null } | null;
  time_iso?: string | null;
  time_utc?: string | null;
  description?: string | null;
  location?: string | null;
  stage?: string | null;
  sub_status?: string | null;
  address?: SeventeentrackAddress | null;
}

export interface SeventeentrackAddress {
  country?: string | null;
  state?: string | null;
  city?: string | null;
}

/** A 17TRACK tracking as a shipment. Whatever is missing or of another type is left out; nothing throws. */
export function seventeentrackShipment(tracking: SeventeentrackTracking, options: CarrierOptions = {}): Shipment {
  const t = record(tracking);
  const info = record(t['track_info']);
  const status = record(info['latest_status']);
  const providers = list(record(info['tracking'])['providers']).map(record);
  const carrier = record(providers[0]?.['provider']);
  const estimate = record(record(info['time_metrics'])['estimated_delivery_date']);
  const to = record(record(info['shipping_info'])['recipient_address']);
  const events = providers.flatMap((provider) => list(provider['events']));
  return shipmentOf(
    {
      carrierCode: t['carrier'] ?? carrier['key'],
      carrierName: line(carrier['name']) ?? carrier['alias'],
      number: t['number'],
      fallbackId: undefined,
      stated: seventeentrackStatus(status['status'], status['sub_status']),
      checkpoints: [...events, info['latest_event']].map(checkpoint),
      updatedAt: providers.map((provider) => line(provider['latest_sync_time']) ?? '').sort().at(-1),
      estimate: [estimate['from'], estimate['to']],
      destination: { city: to['city'], country: country(to['country']) },
    },
    options,
  );
}

function checkpoint(value: unknown): CheckpointFacts {
  const event = record(value);
  const raw = record(event['time_raw']);
  const address = record(event['address']);
  return {
    times: [...rawTimes(raw), event['time_iso'], event['time_utc']],
    meaning: seventeentrackStatus(event['stage'], event['sub_status']),
    description: event['description'],
    location: line(event['location']) ?? place(address['city'], address['state'], address['country']),
    code: event['sub_status'] ?? event['stage'],
  };
}

/** A time that the carrier did not give is midnight in the other two, and an offset that it did not give is guessed there. */
function rawTimes({ date, time, timezone }: Readonly<Record<string, unknown>>): unknown[] {
  const [day, clock, zone] = [line(date), line(time), line(timezone)];
  return day ? [clock ? `${day}T${clock}${zone ?? ''}` : day, day] : [];
}
