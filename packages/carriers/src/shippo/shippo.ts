/**
 * Shippo: https://docs.goshippo.com/docs/tracking/tracking. Types after the API’s JSON; the SDK (`shippo@2.18.0`) renames the fields,
 * and `trackToJSON` gives them their names back.
 */
import type { Shipment } from '@aftercart/contract';
import { shipmentOf, type CarrierOptions, type CheckpointFacts } from '../timeline/shipment.ts';
import { country, list, place, record } from '../timeline/values.ts';
import { shippoStatus } from './vocabulary.ts';

export { verifyShippoSignature, verifyShippoToken } from './signature.ts';
export { shippoStatus };

/** A Track; in a webhook, its `data`. */
export interface ShippoTrack {
  carrier?: string;
  tracking_number?: string;
  address_to?: ShippoLocation | null;
  eta?: string | null;
  original_eta?: string | null;
  tracking_status?: ShippoTrackingStatus | null;
  tracking_history?: ShippoTrackingStatus[];
  transaction?: string | null;
}

export interface ShippoTrackingStatus {
  object_created?: string;
  object_updated?: string | null;
  status?: string;
  substatus?: { code?: string; text?: string; action_required?: boolean } | null;
  status_date?: string | null;
  status_details?: string;
  location?: ShippoLocation | null;
}

export interface ShippoLocation {
  city?: string | null;
  state?: string | null;
  zip?: string | null;
  country?: string | null;
}

/** A Shippo track as a shipment. Whatever is missing or of another type is left out; nothing throws. */
export function shippoShipment(track: ShippoTrack, options: CarrierOptions = {}): Shipment {
  const t = record(track);
  const to = record(t['address_to']);
  const current = record(t['tracking_status']);
  return shipmentOf(
    {
      carrierCode: t['carrier'],
      number: t['tracking_number'],
      fallbackId: t['transaction'],
      stated: meaningOf(current),
      // The current status is often in the history, too, under another object id: equal facts count once.
      checkpoints: [...list(t['tracking_history']), current].map(checkpoint),
      updatedAt: current['object_updated'] ?? current['object_created'] ?? current['status_date'],
      first: [t['original_eta'], t['original_eta']],
      estimate: [t['eta'], t['eta']],
      destination: { city: to['city'], country: country(to['country']) },
    },
    options,
  );
}

function meaningOf(status: Readonly<Record<string, unknown>>) {
  const substatus = record(status['substatus']);
  return shippoStatus(status['status'], substatus['code'], substatus['action_required']);
}

function checkpoint(value: unknown): CheckpointFacts {
  const status = record(value);
  const where = record(status['location']);
  const substatus = record(status['substatus']);
  return {
    times: [status['status_date'], status['object_created']],
    meaning: meaningOf(status),
    description: status['status_details'] || substatus['text'],
    location: place(where['city'], where['state'], where['country']),
    code: substatus['code'] ?? status['status'],
  };
}
