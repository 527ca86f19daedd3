/**
 * Tracking of five services in one vocabulary and one timeline. Each service has an entry of its own, too
 * (`@aftercart/carriers/aftership` …).
 */
export * from './aftership/aftership.ts';
export * from './easypost/easypost.ts';
export * from './seventeentrack/seventeentrack.ts';
export * from './shippo/shippo.ts';
export * from './shopify/shopify.ts';
export type { ActionKind, CarrierMeaning, ShipmentStatus } from './timeline/meaning.ts';
export { mergeEvents, mergeShipments } from './timeline/merge.ts';
export type { CarrierOptions } from './timeline/shipment.ts';
export type { FreshnessOptions, WebhookBody } from './web/hmac.ts';
