import { Shipments } from '@aftercart/contract/schemas';
import { describe, expect, it } from 'vitest';
import { adapterOf, fulfillment, openNorthpine, order, type Northpine } from './test/northpine.ts';
import type { OrderFact } from './test/shop.ts';

const ask = async (shop: Northpine, input: object = {}, context = shop.maria) => {
  const answer = await adapterOf(shop).tracking!.shipments(input, context);
  return answer && Shipments.parse(answer).items;
};
const shopWith = (...orders: OrderFact[]) => openNorthpine({ orders });

describe('a parcel', () => {
  it('has what Shopify knows of it, and its order’s place', async () => {
    const [parcel] = (await ask(shopWith(order({ fulfillments: [fulfillment({ estimatedDeliveryAt: '2026-11-05T12:00:00Z' })] }))))!;
    expect(parcel).toMatchObject({
      id: 'dhl-express:JD0146', orderNumber: '#1001', carrier: 'DHL Express', trackingNumber: 'JD0146', trackingUrl: 'https://dhl.example/JD0146', status: 'delivered', delayed: false,
      firstEstimate: { latest: '2026-11-05' }, destination: { city: 'Athens', country: 'GR' }, items: [{ name: 'Boots - 42', quantity: 1, imageUrl: 'https://cdn.example/boots.jpg' }],
      asOf: '2026-11-05T09:00:00Z',
    });
    expect(parcel!.events).toMatchObject([
      { id: 'gid://shopify/FulfillmentEvent/2', status: 'delivered', time: { value: '2026-11-04T22:30:00', precision: 'second', offset: 'Z' } },
      { id: 'gid://shopify/FulfillmentEvent/1', status: 'in_transit' },
    ]);
  });

  it.each([
    ['LABEL_PRINTED', 'info_received'], ['CARRIER_PICKED_UP', 'in_transit'], ['DELAYED', 'in_transit'], ['OUT_FOR_DELIVERY', 'out_for_delivery'], ['ATTEMPTED_DELIVERY', 'attempt_failed'],
    ['READY_FOR_PICKUP', 'ready_for_pickup'], ['PICKED_UP', 'delivered'], ['FAILURE', 'exception'],
  ])('after %s is %s', async (status, stage) => {
    const [parcel] = (await ask(shopWith(order({ fulfillments: [fulfillment({ events: [{ id: 'e', status, happenedAt: '2026-11-03T08:00:00Z' }] })] }))))!;
    expect([parcel!.status, parcel!.delayed]).toEqual([stage, status === 'DELAYED']);
  });

  it('is where the latest checkpoint says, in whatever order they were told', async () => {
    const events = [{ id: 'b', status: 'OUT_FOR_DELIVERY', happenedAt: '2026-11-04T07:00:00Z' }, { id: 'a', status: 'IN_TRANSIT', happenedAt: '2026-11-03T08:00:00Z' }];
    for (const told of [events, events.toReversed()]) {
      const [parcel] = (await ask(shopWith(order({ fulfillments: [fulfillment({ events: told })] }))))!;
      expect([parcel!.status, parcel!.events.map(({ id }) => id)]).toEqual(['out_for_delivery', ['b', 'a']]);
    }
  });

  it('that was cancelled says so', async () => {
    expect(await ask(shopWith(order({ fulfillments: [fulfillment({ status: 'CANCELLED', events: [] })] })))).toMatchObject([{ status: 'cancelled' }]);
  });

  it('stands for each number of a fulfilment, and nobody knows what is in which', async () => {
    const numbers = ['A1', 'A2'].map((number) => ({ company: 'UPS', number, url: null }));
    const parcels = (await ask(shopWith(order({ fulfillments: [fulfillment({ trackingInformation: numbers })] }))))!;
    expect(parcels).toMatchObject([{ id: 'ups:A1', trackingNumber: 'A1', status: 'delivered', items: null }, { id: 'ups:A2', trackingNumber: 'A2', status: 'delivered', items: null }]);
  });

  it('is nothing that is not sent', async () => {
    expect(await ask(shopWith(order({ fulfillments: [fulfillment({ requiresShipping: false, trackingInformation: [] })] })))).toEqual([]);
  });

  it('has its hostile words unchanged', async () => {
    const name = '<img src=x onerror="alert(1)"> \u202Egnp.exe 👩🏽‍🚀';
    const [parcel] = (await ask(shopWith(order({ city: name, fulfillments: [fulfillment({ lines: [{ name, quantity: 3 }] })] }))))!;
    expect([parcel!.items![0]!.name, parcel!.destination!.city]).toEqual([name, name]);
  });
});

describe('an order', () => {
  it.each(['#1001', '1001', ' 1001 ', 'XPAV284CT', 'xpav284ct'])('is found as %s', async (orderNumber) => {
    expect(await ask(shopWith(order()), { orderNumber })).toHaveLength(1);
  });

  it.each(['100', '10011', '1001" OR name:"', 'NO-SUCH-ORDER', '\\'])('is not found as %s, though a search may find it', async (orderNumber) => {
    expect(await ask(shopWith(order()), { orderNumber })).toBeNull();
  });

  it('is found by a number with quotes in it', async () => {
    expect(await ask(shopWith(order({ name: 'A"1\\2' })), { orderNumber: 'a"1\\2' })).toHaveLength(1);
  });

  it('of somebody else is not there', async () => {
    const shop = shopWith(order({ customer: 'nikos' }));
    expect(await ask(shop, { orderNumber: '1001' })).toBeNull();
    expect(await ask(shop)).toEqual([]);
  });

  it('that is not sent yet has no parcels', async () => {
    expect(await ask(shopWith(order({ fulfillments: [] })), { orderNumber: '1001' })).toEqual([]);
  });

  it('has all its parcels, checkpoints and things, however many', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => index);
    const fulfillments = many(40).map((n) => fulfillment({ id: `gid://shopify/Fulfillment/${n}`, trackingInformation: [{ company: 'UPS', number: `U${n}`, url: null }] }));
    fulfillments[37]!.events = many(290).map((n) => ({ id: `e${n}`, status: 'IN_TRANSIT', happenedAt: new Date(Date.UTC(2026, 10, 3, 0, n)).toISOString() }));
    fulfillments[37]!.lines = many(150).map((n) => ({ name: `Thing ${n}`, quantity: 1 }));
    const parcels = (await ask(shopWith(order({ fulfillments }))))!;
    expect(new Set(parcels.map(({ trackingNumber }) => trackingNumber)).size).toBe(40);
    const long = parcels.find(({ trackingNumber }) => trackingNumber === 'U37')!;
    expect([new Set(long.events.map(({ id }) => id)).size, long.items!.length]).toEqual([290, 150]);
  });

  it('comes before the older ones, and no more than five do', async () => {
    const orders = [1, 2, 3, 4, 5, 6].map((day) =>
      order({ id: `o${day}`, name: `#${day}`, processedAt: `2026-11-0${day}T10:00:00Z`, fulfillments: [fulfillment({ trackingInformation: [{ company: 'UPS', number: `U${day}`, url: null }] })] }));
    expect((await ask(shopWith(...orders)))!.map(({ orderNumber }) => orderNumber)).toEqual(['#6', '#5', '#4', '#3', '#2']);
  });
});

describe('a guest', () => {
  it('has to sign in', async () => {
    const shop = shopWith(order());
    for (const input of [{}, { orderNumber: '1001' }]) await expect(ask(shop, input, shop.guest)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('proves nothing to Shopify', async () => {
    const shop = shopWith(order());
    expect(await ask(shop, { orderNumber: '1001', proof: { email: 'maria@example.org', postcode: '10558' } }, shop.guest)).toBeNull();
    expect(shop.host.asked).toEqual([]);
  });
});

it('asks in the page’s language', async () => {
  const shop = shopWith(order());
  for (const locale of ['el', 'pt-BR', 'de-AT', 'zh-Hant-HK', 'zh', 'tlh']) await ask(shop, {}, { ...shop.maria, locale });
  expect(shop.host.asked.map(({ variables }) => variables['language'])).toEqual(['EL', 'PT_BR', 'DE', 'ZH_TW', 'ZH_CN', null]);
});
