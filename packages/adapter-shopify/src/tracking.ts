/** Fulfilments as parcels. In a file of its own with the carriers’ vocabulary, which a page without a parcel never needs. */
import { shopifyShipment } from '@aftercart/carriers';
import { AdapterError, type AdapterContext, type Shipment, type Shipments, type ShipmentsInput } from '@aftercart/contract';
import { ask, type Connection } from './api/api.ts';
import { asShopper, type CustomerEndpoint } from './api/customer.ts';
import { fulfillmentsOf, type OrderWithFulfillments, type WholeFulfillment } from './fulfillments.ts';
import { languageCode } from './language.ts';
import { isOrder, searchFor, type Numbered } from './orders.ts';
import { ORDERS_WITH_PARCELS } from './queries/parcels.ts';

interface Order extends Numbered, OrderWithFulfillments {
  shippingAddress: { city: string | null; territoryCode: string | null } | null;
}

/** The contract’s limit. */
const MOST_PARCELS = 100;

export async function shipments(endpoint: CustomerEndpoint, { orderNumber, proof }: ShipmentsInput, context: AdapterContext): Promise<Shipments | null> {
  const api = await asShopper(endpoint, context);
  if (!api) {
    // Shopify shows a guest no order, whatever he knows of it: the right proof is as good as a wrong one.
    if (proof?.email || proof?.postcode) return null;
    throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in.');
  }
  const language = languageCode(context.locale);
  const variables = { query: orderNumber ? searchFor(orderNumber) : null, language };
  const { customer } = await ask<{ customer: { orders: Connection<Order> } }>(api, ORDERS_WITH_PARCELS, variables, context);
  const orders = orderNumber ? customer.orders.nodes.filter(isOrder(orderNumber)) : customer.orders.nodes;
  if (orderNumber && !orders.length) return null;
  const parcels = orders.map(async (order) => (await fulfillmentsOf(order, api, language, context)).flatMap((each) => parcelsOf(each, order)));
  return { items: (await Promise.all(parcels)).flat().slice(0, MOST_PARCELS) };
}

/**
 * A parcel for each tracking number. Shopify tells of all of a fulfilment together, so that they have its checkpoints in common, and what is in
 * which is not known. What is not sent, such as a gift card, is no parcel.
 */
function parcelsOf(fulfillment: WholeFulfillment, { name, shippingAddress }: Order): Shipment[] {
  const { trackingInformation: numbers = [], requiresShipping } = fulfillment;
  if (!requiresShipping && !numbers.length) return [];
  const destination = shippingAddress && { city: shippingAddress.city, country: shippingAddress.territoryCode };
  const parcel = (facts: WholeFulfillment): Shipment => ({ ...shopifyShipment(facts, { orderNumber: name }), destination });
  return numbers.length > 1 ? numbers.map((number) => ({ ...parcel({ ...fulfillment, trackingInformation: [number] }), items: null })) : [parcel(fulfillment)];
}
