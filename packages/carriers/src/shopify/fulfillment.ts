/**
 * Shopify: https://shopify.dev/docs/api/customer/latest/objects/Fulfillment and
 * https://shopify.dev/docs/api/admin-graphql/latest/objects/Fulfillment. Types after the schema in `@shopify/hydrogen-react@2026.4.4`
 * and the Admin API’s documentation, as far as they are read.
 */
import type { Shipment } from '@aftercart/contract';
import { unknown, type CarrierMeaning } from '../timeline/meaning.ts';
import { shipmentOf, type CarrierOptions, type CheckpointFacts, type ShipmentFacts } from '../timeline/shipment.ts';
import { line, list, place, record, url } from '../timeline/values.ts';
import { isOfTheCarrier, shopifyStatus } from './vocabulary.ts';

/** A Fulfillment of the Customer Account API or of the Admin API. */
export interface ShopifyFulfillment {
  id?: string;
  status?: string | null;
  /** Admin API. */
  displayStatus?: string | null;
  /** Customer Account API. */
  latestShipmentStatus?: string | null;
  updatedAt?: string;
  estimatedDeliveryAt?: string | null;
  /** Customer Account API. */
  trackingInformation?: ShopifyTracking[];
  /** Admin API. */
  trackingInfo?: ShopifyTracking[];
  events?: ShopifyConnection<ShopifyFulfillmentEvent>;
  fulfillmentLineItems?: ShopifyConnection<{
    quantity?: number | null;
    lineItem?: { name?: string; title?: string; image?: { url?: string } | null };
  }>;
}

export interface ShopifyTracking {
  company?: string | null;
  number?: string | null;
  url?: string | null;
}

export interface ShopifyFulfillmentEvent {
  id?: string;
  status?: string;
  happenedAt?: string;
  /** Admin API, like the rest. */
  message?: string | null;
  city?: string | null;
  province?: string | null;
  country?: string | null;
}

export interface ShopifyConnection<T> {
  nodes?: T[];
  edges?: { node: T }[];
}

/**
 * A Shopify fulfillment as a shipment. Of several tracking numbers the first one counts. Whatever is missing or of another
 * type is left out; nothing throws.
 */
export const shopifyShipment = (fulfillment: ShopifyFulfillment, options: CarrierOptions = {}): Shipment => shipmentOf(factsOf(fulfillment), options);

/** The contract’s limit. */
const MOST_ITEMS = 200;

export function factsOf(fulfillment: unknown): ShipmentFacts {
  const f = record(fulfillment);
  const [tracking] = [...list(f['trackingInformation']), ...list(f['trackingInfo'])].map(record);
  const checkpoints = nodes(f['events']).map(checkpoint);
  const items = nodes(f['fulfillmentLineItems']).flatMap(item).slice(0, MOST_ITEMS);
  return {
    carrierCode: line(tracking?.['company']) ?? 'shopify',
    carrierName: tracking?.['company'],
    number: tracking?.['number'],
    fallbackId: f['id'],
    trackingUrl: tracking?.['url'],
    stated: statedBy(f, checkpoints.some(({ meaning }) => meaning.status !== 'unknown')),
    checkpoints,
    updatedAt: f['updatedAt'],
    estimate: [f['estimatedDeliveryAt'], f['estimatedDeliveryAt']],
    ...(items.length > 0 && { items }),
  };
}

function statedBy({ status, displayStatus, latestShipmentStatus }: Readonly<Record<string, unknown>>, isTracked: boolean): CarrierMeaning {
  const own = shopifyStatus(status);
  if (own.status === 'cancelled') return own;
  const ofParcel = [displayStatus, latestShipmentStatus].filter((code) => !isTracked || isOfTheCarrier(code)).map(shopifyStatus);
  // `status` is about the request to the warehouse, which says less than any checkpoint.
  return [...ofParcel, ...(isTracked ? [] : [own])].find((meaning) => meaning.status !== 'unknown') ?? unknown;
}

function checkpoint(value: unknown): CheckpointFacts {
  const event = record(value);
  return {
    id: event['id'],
    times: [event['happenedAt']],
    meaning: shopifyStatus(event['status']),
    description: event['message'],
    location: place(event['city'], event['province'], event['country']),
    code: event['status'],
  };
}

function item(value: unknown): NonNullable<Shipment['items']> {
  const { quantity, lineItem } = record(value);
  const { name, title, image } = record(lineItem);
  const known = line(name) ?? line(title);
  const count = typeof quantity === 'number' && Number.isInteger(quantity) && quantity >= 0 && quantity <= 1e12 ? quantity : 1;
  return known ? [{ name: known, quantity: count, imageUrl: url(record(image)['url']) }] : [];
}

const nodes = (connection: unknown): readonly unknown[] => {
  const { nodes: all, edges } = record(connection);
  return Array.isArray(all) ? all : list(edges).map((edge) => record(edge)['node']);
};
