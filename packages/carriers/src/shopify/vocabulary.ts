/** Shopify’s FulfillmentEventStatus, FulfillmentDisplayStatus and FulfillmentStatus: one vocabulary with a few more words each. */
import { late, lookUp, means, unknown, type CarrierMeaning, type Vocabulary } from '../timeline/meaning.ts';

const CODES: Vocabulary = {
  ATTEMPTED_DELIVERY: means('attempt_failed'),
  BUYER_ACTION_REQUIRED: means('exception', 'other'),
  CANCELED: means('cancelled'),
  CANCELLED: means('cancelled'),
  CARRIER_PICKED_UP: means('in_transit'),
  CONFIRMED: unknown,
  DELAYED: late,
  DELIVERED: means('delivered'),
  ERROR: means('exception'),
  FAILURE: means('exception'),
  IN_TRANSIT: means('in_transit'),
  LABEL_PRINTED: means('info_received'),
  LABEL_PURCHASED: means('info_received'),
  LABEL_VOIDED: means('cancelled'),
  NOT_DELIVERED: means('exception'),
  OUT_FOR_DELIVERY: means('out_for_delivery'),
  PICKED_UP: means('delivered'),
  READY_FOR_PICKUP: means('ready_for_pickup', 'pick_up'),
  READY_FOR_RECIPIENT_PICKUP: means('ready_for_pickup', 'pick_up'),
  RETURNING_TO_SENDER: means('returning'),
};

/** Said by the shop when it has handed the parcel over; of the way nothing is known. */
const HANDED_OVER: Vocabulary = {
  FULFILLED: means('info_received'),
  MARKED_AS_FULFILLED: means('info_received'),
  SUCCESS: means('info_received'),
};

/** What a code of any of the three says, in capitals (GraphQL) or small letters (webhooks). A code that is not known says nothing. */
export function shopifyStatus(code: unknown): CarrierMeaning {
  const upper = typeof code === 'string' ? code.toUpperCase() : code;
  return lookUp(CODES, upper) ?? lookUp(HANDED_OVER, upper) ?? unknown;
}

/** Whether the code is the carrier’s, and no mere word of the shop. */
export const isOfTheCarrier = (code: unknown): boolean => typeof code === 'string' && !lookUp(HANDED_OVER, code.toUpperCase());
