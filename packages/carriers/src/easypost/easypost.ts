/** EasyPost: https://docs.easypost.com/docs/trackers. Types after `@easypost/api@8.9.0`, as far as they are read. */
import type { Shipment } from '@aftercart/contract';
import { shipmentOf, type CarrierOptions, type CheckpointFacts } from '../timeline/shipment.ts';
import { country, list, place, record } from '../timeline/values.ts';
import { easypostStatus } from './vocabulary.ts';

export { verifyEasypostSignature, verifyEasypostSignatureV2, type EasypostSignatureV2 } from './signature.ts';
export { easypostStatus };

/** A Tracker; in a webhook, the event’s `result`. */
export interface EasypostTracker {
  id?: string;
  tracking_code?: string;
  status?: string;
  status_detail?: string | null;
  carrier?: string;
  updated_at?: string;
  public_url?: string | null;
  est_delivery_date?: string | null;
  tracking_details?: EasypostTrackingDetail[];
  carrier_detail?: {
    /** A day, local to the destination. */
    est_delivery_date_local?: string | null;
    guaranteed_delivery_date?: string | null;
    destination_tracking_location?: EasypostLocation | null;
  } | null;
}

export interface EasypostTrackingDetail {
  message?: string | null;
  description?: string | null;
  status?: string;
  status_detail?: string | null;
  datetime?: string;
  tracking_location?: EasypostLocation | null;
}

export interface EasypostLocation {
  city?: string | null;
  state?: string | null;
  country?: string | null;
  zip?: string | null;
}

/** An EasyPost tracker as a shipment. Whatever is missing or of another type is left out; nothing throws. */
export function easypostShipment(tracker: EasypostTracker, options: CarrierOptions = {}): Shipment {
  const t = record(tracker);
  const detail = record(t['carrier_detail']);
  const destination = record(detail['destination_tracking_location']);
  const estimate = detail['est_delivery_date_local'] ?? t['est_delivery_date'];
  const promise = detail['guaranteed_delivery_date'];
  return shipmentOf(
    {
      carrierCode: t['carrier'],
      number: t['tracking_code'],
      fallbackId: t['id'],
      trackingUrl: t['public_url'],
      stated: easypostStatus(t['status'], t['status_detail']),
      checkpoints: list(t['tracking_details']).map(checkpoint),
      updatedAt: t['updated_at'],
      first: [promise, promise],
      estimate: [estimate, estimate],
      destination: { city: destination['city'], country: country(destination['country']) },
    },
    options,
  );
}

function checkpoint(value: unknown): CheckpointFacts {
  const d = record(value);
  const where = record(d['tracking_location']);
  return {
    times: [d['datetime']],
    meaning: easypostStatus(d['status'], d['status_detail']),
    description: d['message'] || d['description'],
    location: place(where['city'], where['state'], where['country']),
    code: d['status_detail'] ?? d['status'],
  };
}
