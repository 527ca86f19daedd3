import { describeAdapter, type World } from '@aftercart/adapter-kit';
import { describe, it } from 'vitest';
import { shopifyAdapter } from './index.ts';
import { minorUnits } from './money.ts';
import { CUSTOMER_API, openShopify, SHOP, STOREFRONT_TOKEN } from './test/host.ts';
import { proof } from './test/proof.ts';
import { fill } from './test/seed.ts';

const host = openShopify();
let world: World;
const accountOf = (shopper: string) => host.shop.customers.find(({ name }) => name === shopper)?.accounts[0];

describeAdapter({ describe, it }, {
  create: ({ fetch }) =>
    shopifyAdapter({
      shop: SHOP, storefrontToken: STOREFRONT_TOKEN, customerApi: CUSTOMER_API, fetch,
      faq: { type: 'faq', contact: () => world.contact! },
      pointsFromStoreCredit: { currency: 'EUR', name: 'Store credit' },
      returns: { policies: () => world.policies!, timeZone: 'Europe/Athens' },
    }),
  fetch: host.fetch,
  async seed(next) {
    world = next;
    return fill(host.shop, next);
  },
  inspect: {
    balance: async (shopper) => minorUnits(accountOf(shopper)?.balance ?? '0', 'EUR'),
    ledger: async (shopper) => (accountOf(shopper)?.transactions ?? []).map(({ id, amount }) => ({ id, delta: minorUnits(amount, 'EUR') })),
    enrolled: async (shopper) => !!accountOf(shopper),
    parcels: async (orderNumber) =>
      host.shop.orders
        .filter(({ name }) => name === orderNumber)
        .flatMap(({ fulfillments }) => fulfillments.flatMap(({ trackingInformation, events }) => trackingInformation.map(({ number }) => ({ trackingNumber: number!, events: events.length })))),
  },
  skip: proof.skip,
});
