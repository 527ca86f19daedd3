/**
 * AfterShip: https://www.aftership.com/docs/tracking/2026-07. Types after `@aftership/tracking-sdk@17.0.0`, as far as they are read.
 */
import type { Shipment } from '@aftercart/contract';
import { shipmentOf, type CarrierOptions, type CheckpointFacts, type EstimateFacts } from '../timeline/shipment.ts';
import { country, line, list, place, record, text } from '../timeline/values.ts';
import { aftershipStatus } from './vocabulary.ts';

export { verifyAftershipSignature } from './signature.ts';
export { aftershipStatus };

/** The answer’s `data`, or the webhook’s `msg`. */
export interface AftershipTracking {
  id?: string;
  tracking_number?: string;
  /** Code of the carrier. */
  slug?: string;
  tag?: string;
  subtag?: string;
  updated_at?: string;
  order_id?: string | null;
  order_number?: string | null;
  checkpoints?: AftershipCheckpoint[];
  destination_city?: string | null;
  /** ISO 3166-1 alpha-3. */
  destination_country_region?: string | null;
  courier_destination_country_region?: string | null;
  courier_tracking_link?: string | null;
  aftership_tracking_url?: string | null;
  /** Where the shopper can change address or day, if the carrier lets them. */
  courier_redirect_link?: string | null;
  pickup_location?: string | null;
  pickup_note?: string | null;
  order_promised_delivery_date?: {
    promised_delivery_date?: string | null;
    promised_delivery_date_min?: string | null;
    promised_delivery_date_max?: string | null;
  } | null;
  first_estimated_delivery?: AftershipEstimate | null;
  latest_estimated_delivery?: AftershipEstimate | null;
  courier_estimated_delivery_date?: {
    estimated_delivery_date?: string | null;
    estimated_delivery_date_min?: string | null;
    estimated_delivery_date_max?: string | null;
  } | null;
}

export interface AftershipEstimate {
  datetime?: string | null;
  datetime_min?: string | null;
  datetime_max?: string | null;
}

export interface AftershipCheckpoint {
  /** Local to the checkpoint, with or without an offset. */
  checkpoint_time?: string;
  /** When AfterShip learnt of it. */
  created_at?: string;
  tag?: string;
  subtag?: string;
  message?: string;
  location?: string | null;
  city?: string | null;
  state?: string | null;
  country_region_name?: string | null;
  /** Stable id, from version 2026-07 on. */
  hash?: string;
}

/** An AfterShip tracking as a shipment. Whatever is missing or of another type is left out; nothing throws. */
export function aftershipShipment(tracking: AftershipTracking, options: CarrierOptions = {}): Shipment {
  const t = record(tracking);
  const promised = record(t['order_promised_delivery_date']);
  const courier = record(t['courier_estimated_delivery_date']);
  const stated = aftershipStatus(t['tag'], t['subtag']);
  const first = range(promised, 'promised_delivery_date') ?? range(t['first_estimated_delivery'], 'datetime');
  const estimate = range(t['latest_estimated_delivery'], 'datetime') ?? range(courier, 'estimated_delivery_date');
  return shipmentOf(
    {
      carrierCode: t['slug'],
      number: t['tracking_number'],
      fallbackId: t['id'],
      orderNumber: line(t['order_number']) ?? t['order_id'],
      trackingUrl: t['courier_tracking_link'] ?? t['aftership_tracking_url'],
      stated,
      checkpoints: list(t['checkpoints']).map(checkpoint),
      updatedAt: t['updated_at'],
      ...(first && { first }),
      ...(estimate && { estimate }),
      action:
        stated.action === 'pick_up'
          ? { description: [text(t['pickup_location']), text(t['pickup_note'])].filter(Boolean).join('\n') }
          : { url: t['courier_redirect_link'] },
      destination: {
        city: t['destination_city'],
        country: country(t['destination_country_region']) ?? country(t['courier_destination_country_region']),
      },
    },
    options,
  );
}

function checkpoint(value: unknown): CheckpointFacts {
  const c = record(value);
  return {
    id: c['hash'],
    times: [c['checkpoint_time'], c['created_at']],
    meaning: aftershipStatus(c['tag'], c['subtag']),
    description: c['message'],
    location: line(c['location']) ?? place(c['city'], c['state'], c['country_region_name']),
    code: c['subtag'] ?? c['tag'],
  };
}

/** `key`, `key_min` and `key_max` of an estimate; undefined when it has none. */
function range(value: unknown, key: string): EstimateFacts | undefined {
  const estimate = record(value);
  const single = estimate[key];
  const [earliest, latest] = [estimate[`${key}_min`] ?? single, estimate[`${key}_max`] ?? single];
  return earliest || latest ? [earliest, latest] : undefined;
}
