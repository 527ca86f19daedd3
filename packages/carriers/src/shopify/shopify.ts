/** Shopify’s fulfillments: of the Customer Account API, of the Admin API and of webhooks. */
export {
  shopifyShipment,
  type ShopifyConnection,
  type ShopifyFulfillment,
  type ShopifyFulfillmentEvent,
  type ShopifyTracking,
} from './fulfillment.ts';
export { verifyShopifySignature } from './signature.ts';
export { shopifyStatus } from './vocabulary.ts';
export { shopifyWebhookShipment, type ShopifyWebhookFulfillment } from './webhook.ts';
