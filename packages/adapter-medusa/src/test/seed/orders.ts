/** Orders, made the way shops get them: cart, checkout, fulfilment, label, delivery. */
import type { OrderFact } from '@aftercart/adapter-kit';
import type { Shipment } from '@aftercart/contract';
import type { Database } from './database.ts';
import type { Catalogue, Shop } from './shop.ts';

/** @returns The number that the shopper knows. */
export async function placeOrder(shop: Shop, catalogue: Catalogue, database: Database, fact: OrderFact, token: string | undefined): Promise<string> {
  const { api } = shop;
  const carrier = fact.parcels[0]?.carrier ?? 'Letter Post';
  const items = await Promise.all(fact.items.map(async ({ name, quantity, price }) => ({ variant_id: (await catalogue.product(name, price)).variantId, quantity })));
  const { cart } = await api.store('POST', '/carts', {
    region_id: shop.regionId, email: fact.email, items,
    shipping_address: { first_name: 'Ann', last_name: 'Ash', address_1: '1 Long Road', city: 'Athens', postal_code: fact.postcode, country_code: 'gr' },
  }, token);
  await api.store('POST', `/carts/${cart.id}/shipping-methods`, { option_id: await catalogue.shippingOption(carrier) }, token);
  const { payment_collection: payment } = await api.store('POST', '/payment-collections', { cart_id: cart.id }, token);
  await api.store('POST', `/payment-collections/${payment.id}/payment-sessions`, { provider_id: 'pp_system_default' }, token);
  const { order } = await api.store('POST', `/carts/${cart.id}/complete`, {}, token);
  const isSent = fact.parcels.length > 0 || fact.deliveredAt !== undefined;
  const fulfilmentId = isSent ? await send(shop, order, fact) : null;
  await backdate(database, order.id, fulfilmentId, fact);
  return String(order.display_id);
}

async function send({ api, locationId }: Shop, order: any, fact: OrderFact): Promise<string> {
  const items = order.items.map(({ id, quantity }: any) => ({ id, quantity }));
  await api.admin('POST', `/orders/${order.id}/fulfillments`, { items, location_id: locationId });
  const { order: { fulfillments: [{ id }] } } = await api.admin('GET', `/orders/${order.id}?fields=*fulfillments`);
  // `#` is what the admin’s form writes where no address is typed.
  const labels = fact.parcels.map(({ trackingNumber }) => ({ tracking_number: trackingNumber, tracking_url: '#', label_url: '#' }));
  await api.admin('POST', `/orders/${order.id}/fulfillments/${id}/shipments`, { items, ...(labels.length && { labels }) });
  if (fact.deliveredAt) await api.admin('POST', `/orders/${order.id}/fulfillments/${id}/mark-as-delivered`, {});
  return id;
}

/** Medusa writes the moment at which it is told; and it has no API for the metadata of a fulfilment, where a shop’s carrier webhook keeps its news. */
async function backdate(database: Database, orderId: string, fulfilmentId: string | null, fact: OrderFact): Promise<void> {
  await database.run('UPDATE "order" SET created_at = $2 WHERE id = $1', [orderId, fact.placedAt]);
  if (!fulfilmentId) return;
  const told = Object.fromEntries(fact.parcels.filter(({ events }) => events.length).map((parcel) => [parcel.trackingNumber, newsOf(parcel)]));
  await database.run(
    'UPDATE fulfillment SET packed_at = $2, shipped_at = $2, delivered_at = $3, metadata = $4 WHERE id = $1',
    [fulfilmentId, fact.placedAt, fact.deliveredAt ?? null, JSON.stringify({ aftercart: told, internal: 'for the warehouse alone' })],
  );
}

const newsOf = ({ carrier, trackingNumber, events }: OrderFact['parcels'][number]): Shipment => ({
  id: `${carrier}:${trackingNumber}`,
  carrier,
  trackingNumber,
  status: 'unknown',
  delayed: false,
  events: events.map((event, index) => ({ ...event, id: `${trackingNumber}:${index}` })),
  asOf: new Date().toISOString(),
});
