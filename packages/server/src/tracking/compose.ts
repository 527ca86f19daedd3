/**
 * A shipment as the shopper sees it: what the shop says of the parcel (the last word counts) and what was told of its way (merged, in any
 * order). The two are kept apart, so that neither a correction by the shop nor a late event of a carrier undoes the other.
 */
import type { Shipment } from '@aftercart/contract';
import { DeliveryEstimate, Shipment as ShipmentSchema } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { isOver } from './parcel.ts';

const { trackingUrl, items, destination, carrier } = ShipmentSchema.shape;

/** What the shop may say of a parcel besides its carrier and number. */
export const ShopSays = z
  .strictObject({
    carrierName: carrier.min(1).nullish().describe('The carrier’s name for shoppers; that of the path when left out.'),
    trackingUrl,
    items,
    estimate: DeliveryEstimate.nullish().describe('When the shop expects it. The first that is given stays as what was promised; a carrier’s estimate comes before the last.'),
    destination,
  })
  .meta({ id: 'ShipmentIn', description: 'A parcel as the shop tells of it.' });
export type ShopSays = z.infer<typeof ShopSays>;

export interface ShopFacts extends ShopSays {
  /** As the shop wrote them. */
  carrier: string;
  trackingNumber: string;
  /** The first estimate that the shop gave. */
  promised: Shipment['estimate'];
  /** When the shop first told of the parcel. */
  since: string;
}

export function compose(id: string, orderNumber: string, facts: ShopFacts, told: Shipment | null): Shipment {
  const status = told?.status ?? 'unknown';
  const over = isOver(status);
  return {
    id,
    orderNumber,
    carrier: facts.carrierName ?? facts.carrier,
    trackingNumber: facts.trackingNumber,
    trackingUrl: facts.trackingUrl ?? told?.trackingUrl ?? null,
    status,
    delayed: !over && (told?.delayed ?? false),
    firstEstimate: facts.promised ?? told?.firstEstimate ?? null,
    estimate: over ? null : (told?.estimate ?? facts.estimate ?? null),
    actionRequired: over ? null : (told?.actionRequired ?? null),
    items: facts.items ?? null,
    destination: facts.destination ?? told?.destination ?? null,
    events: told?.events ?? [],
    asOf: told?.asOf ?? facts.since,
  };
}
