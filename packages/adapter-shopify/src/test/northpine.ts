/** A shop with one customer, for tests of single methods. */
import type { AdapterContext } from '@aftercart/contract';
import { shopifyAdapter, type ShopifyOptions } from '../index.ts';
import { contextOf } from '../../../tooling/src/adapters/context.ts';
import { CUSTOMER_API, openShopify, SHOP, STOREFRONT_TOKEN, type ShopifyHost } from './host.ts';
import { emptyShop, type AccountFact, type FulfillmentFact, type LineFact, type OrderFact } from './shop.ts';

export const MARIA = 'shcat_maria';

export interface Northpine {
  host: ShopifyHost;
  /** As Maria. */
  maria: AdapterContext;
  guest: AdapterContext;
}

export function openNorthpine(facts: { orders?: OrderFact[]; accounts?: AccountFact[] } = {}): Northpine {
  const customers = [{ name: 'maria', token: MARIA, accounts: facts.accounts ?? [] }, { name: 'nikos', token: 'shcat_nikos', accounts: [] }];
  return {
    host: openShopify({ ...emptyShop(), customers, orders: facts.orders ?? [] }),
    maria: contextOf({ token: async () => MARIA }),
    guest: contextOf(),
  };
}

export const adapterOf = ({ host }: Northpine, options: Partial<ShopifyOptions> = {}) =>
  shopifyAdapter({ shop: SHOP, storefrontToken: STOREFRONT_TOKEN, customerApi: CUSTOMER_API, fetch: host.fetch, ...options });

const BOOTS: LineFact = { name: 'Boots - 42', quantity: 1, imageUrl: 'https://cdn.example/boots.jpg' };

export const order = (facts: Partial<OrderFact> = {}): OrderFact => ({
  id: 'gid://shopify/Order/1', customer: 'maria', name: '#1001', confirmationNumber: 'XPAV284CT', processedAt: '2026-11-01T10:00:00Z', fulfillmentStatus: 'FULFILLED',
  city: 'Athens', country: 'GR', lines: [BOOTS], fulfillments: [fulfillment()],
  ...facts,
});

export const fulfillment = (facts: Partial<FulfillmentFact> = {}): FulfillmentFact => ({
  id: 'gid://shopify/Fulfillment/11', createdAt: '2026-11-02T08:00:00Z', updatedAt: '2026-11-05T09:00:00Z', lines: [BOOTS],
  trackingInformation: [{ company: 'DHL Express', number: 'JD0146', url: 'https://dhl.example/JD0146' }],
  events: [
    { id: 'gid://shopify/FulfillmentEvent/1', status: 'IN_TRANSIT', happenedAt: '2026-11-03T08:00:00Z' },
    { id: 'gid://shopify/FulfillmentEvent/2', status: 'DELIVERED', happenedAt: '2026-11-04T22:30:00Z' },
  ],
  ...facts,
});
