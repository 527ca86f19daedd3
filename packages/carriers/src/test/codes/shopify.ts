/** FulfillmentEventStatus, FulfillmentDisplayStatus and FulfillmentStatus together. */
import type { Codes } from './codes.ts';

export const SHOPIFY: Codes = {
  sources: [
    'FulfillmentEventStatus and FulfillmentStatus in customer-account.schema.json of @shopify/hydrogen-react@2026.4.4',
    'https://shopify.dev/docs/api/customer/unstable/enums/FulfillmentEventStatus',
    'https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentDisplayStatus',
  ],
  rows: [
    ['ATTEMPTED_DELIVERY', null, 'attempt_failed'],
    ['BUYER_ACTION_REQUIRED', null, 'exception other'],
    ['CANCELED', null, 'cancelled'],
    ['CANCELLED', null, 'cancelled'],
    ['CARRIER_PICKED_UP', null, 'in_transit'],
    ['CONFIRMED', null, 'unknown'],
    ['DELAYED', null, 'in_transit late'],
    ['DELIVERED', null, 'delivered'],
    ['ERROR', null, 'exception'],
    ['FAILURE', null, 'exception'],
    ['FULFILLED', null, 'info_received'],
    ['IN_TRANSIT', null, 'in_transit'],
    ['LABEL_PRINTED', null, 'info_received'],
    ['LABEL_PURCHASED', null, 'info_received'],
    ['LABEL_VOIDED', null, 'cancelled'],
    ['MARKED_AS_FULFILLED', null, 'info_received'],
    ['NOT_DELIVERED', null, 'exception'],
    ['OPEN', null, 'unknown'],
    ['OUT_FOR_DELIVERY', null, 'out_for_delivery'],
    ['PENDING', null, 'unknown'],
    ['PICKED_UP', null, 'delivered'],
    ['READY_FOR_PICKUP', null, 'ready_for_pickup pick_up'],
    ['READY_FOR_RECIPIENT_PICKUP', null, 'ready_for_pickup pick_up'],
    ['RETURNING_TO_SENDER', null, 'returning'],
    ['SUBMITTED', null, 'unknown'],
    ['SUCCESS', null, 'info_received'],
  ],
};
