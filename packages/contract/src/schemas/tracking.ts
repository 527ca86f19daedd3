/** Tracking: parcels, what happened to them, and what to do now. */
import { z } from 'zod';
import { ImpreciseTime, count, country, date, id, instant, line, list, openEnum, text, url } from './common.ts';

export const SHIPMENT_STATUSES = [
  'unknown', 'info_received', 'in_transit', 'out_for_delivery', 'ready_for_pickup', 'attempt_failed', 'delivered',
  'returning', 'returned', 'exception', 'cancelled', 'expired',
] as const;
export const ACTION_KINDS = ['fix_address', 'pick_up', 'pay_duties', 'reschedule', 'contact_carrier', 'contact_shop', 'other'] as const;

export const TrackingEvent = z
  .object({
    id: id().describe('Stable id, so that an event that arrives twice counts once.'),
    status: openEnum(SHIPMENT_STATUSES, 'unknown').describe('Canonical stage.'),
    time: ImpreciseTime.describe('When, as precisely as the carrier says.'),
    description: text().nullish().describe('The carrier’s words.'),
    location: line().nullish().describe('Place in words.'),
  })
  .meta({ id: 'TrackingEvent', description: 'One checkpoint.' });

export const DeliveryEstimate = z
  .object({
    earliest: date().nullish().describe('First likely day.'),
    latest: date().describe('Last likely day; the only one when `earliest` is absent.'),
  })
  .meta({ id: 'DeliveryEstimate', description: 'When a parcel is expected.' });

export const Shipment = z
  .object({
    id: id().describe('Shipment id: carrier and number, since numbers are recycled.'),
    orderNumber: line().nullish().describe('Order number.'),
    carrier: line().describe('Carrier name.'),
    trackingNumber: line().nullish().describe('Number at the carrier.'),
    trackingUrl: url().nullish().describe('The carrier’s page.'),
    status: openEnum(SHIPMENT_STATUSES, 'unknown').describe('Canonical stage.'),
    delayed: z.boolean().describe('A flag beside the stage, not a stage.'),
    firstEstimate: DeliveryEstimate.nullish().describe('What was promised first.'),
    estimate: DeliveryEstimate.nullish().describe('What is expected now.'),
    actionRequired: z
      .object({
        kind: openEnum(ACTION_KINDS, 'other').describe('What the shopper has to do.'),
        description: text().nullish().describe('In words.'),
        url: url().nullish().describe('Where to do it.'),
        until: date().nullish().describe('Last day.'),
        code: line().nullish().describe('Pick-up code. Only given after the privacy check.'),
      })
      .nullish()
      .describe('What the shopper has to do now.'),
    items: list(
      z.object({
        name: line().describe('Product name.'),
        quantity: count().describe('How many.'),
        imageUrl: url().nullish().describe('Picture.'),
      }),
    ).nullish().describe('What is in the parcel.'),
    destination: z
      .object({ city: line().nullish().describe('City.'), country: country().nullish().describe('ISO 3166-1 alpha-2.') })
      .nullish()
      .describe('Where it goes, never the whole address.'),
    events: list(TrackingEvent, 500).describe('Checkpoints in any order.'),
    asOf: instant().describe('When the carrier was last asked.'),
  })
  .meta({ id: 'Shipment', description: 'One parcel.' });

export const Shipments = z
  .object({ items: list(Shipment, 100).describe('Parcels, in any order.') })
  .meta({ id: 'Shipments', description: 'The parcels of a shopper or an order.' });

export const ShipmentsInput = z
  .object({
    orderNumber: line().nullish().describe('Only this order; without it all recent ones of the shopper.'),
    proof: z
      .object({
        email: z.string().max(254).nullish().describe('E-mail of the order.'),
        postcode: z.string().max(20).nullish().describe('Postcode of delivery.'),
      })
      .nullish()
      .describe('What a guest knows about the order. “Wrong” and “unknown” give the same answer: null.'),
  })
  .meta({ id: 'ShipmentsInput', description: 'Which parcels.' });
