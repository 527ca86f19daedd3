/** Fulfillments as webhooks (`fulfillments/create`, `fulfillments/update`) write them: https://shopify.dev/docs/api/webhooks */
import type { Shipment } from '@aftercart/contract';
import { shipmentOf, type CarrierOptions } from '../timeline/shipment.ts';
import { country, list, record } from '../timeline/values.ts';
import { factsOf } from './fulfillment.ts';

/** A webhook’s whole payload. It has no checkpoints, only the latest status. */
export interface ShopifyWebhookFulfillment {
  admin_graphql_api_id?: string;
  status?: string;
  shipment_status?: string | null;
  updated_at?: string;
  tracking_company?: string | null;
  tracking_number?: string | null;
  tracking_url?: string | null;
  line_items?: { name?: string; title?: string; quantity?: number }[];
  destination?: { city?: string | null; country_code?: string | null } | null;
}

/** A fulfillment webhook as a shipment, to be merged with what is known. Whatever is missing or of another type is left out; nothing throws. */
export function shopifyWebhookShipment(fulfillment: ShopifyWebhookFulfillment, options: CarrierOptions = {}): Shipment {
  const f = record(fulfillment);
  const to = record(f['destination']);
  const graphql = {
    id: f['admin_graphql_api_id'],
    status: f['status'],
    latestShipmentStatus: f['shipment_status'],
    updatedAt: f['updated_at'],
    trackingInformation: [{ company: f['tracking_company'], number: f['tracking_number'], url: f['tracking_url'] }],
    fulfillmentLineItems: { nodes: list(f['line_items']).map((item) => ({ lineItem: item, quantity: record(item)['quantity'] })) },
  };
  return shipmentOf({ ...factsOf(graphql), destination: { city: to['city'], country: country(to['country_code']) } }, options);
}
