/** What is Vendure’s own, against a real one: its states and dates, guests, sessions and refusals. */
import type { AdapterContext, ReturnPolicy } from '@aftercart/contract';
import { ReturnDeadline, Shipments } from '@aftercart/contract/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setDates } from '../../vendure-plugin/src/test/dates.ts';
import { openShop, type Item, type Placed, type Shop } from '../../vendure-plugin/src/test/shop.ts';
import { vendureAdapter, type ReturnsOptions, type VendureAdapter } from './index.ts';

const policy = (given: Partial<ReturnPolicy>): ReturnPolicy => ({
  id: 'eu', applicableCountry: [], returnPolicyCategory: 'MerchantReturnFiniteReturnWindow', merchantReturnDays: 30, windowStart: 'delivery', outcomes: [], exclusions: [],
  customerRemorseReturnFees: { type: 'FreeReturn' }, itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: [], statutory: { days: 14 }, ...given,
});
const boots: Item = { name: 'Boots', quantity: 1, price: 12_900 };
const socks: Item = { name: 'Socks', quantity: 2, price: 1_200 };

let shop: Shop;
let endpoint: string;
let bare: VendureAdapter;
let full: VendureAdapter;
let people = 0;

const as = (token: string | null, given: Partial<AdapterContext> = {}): AdapterContext => ({ signal: new AbortController().signal, locale: 'en', token: async () => token, ...given });
async function person() {
  const email = `ann-${people++}@shop.example`;
  const token = await shop.signUp(email);
  return { email, token, context: as(token) };
}
const parcels = async (adapter: VendureAdapter, context: AdapterContext, input: object = {}) => Shipments.parse(await adapter.tracking.shipments(input, context)).items;
/** By way of an adapter with these policies. */
const deadline = async ({ code }: Placed, context: AdapterContext, given: Partial<ReturnPolicy> = {}, more: Partial<ReturnsOptions> = {}) =>
  ReturnDeadline.parse(await vendureAdapter({ endpoint, returns: { policies: [policy(given)], ...more } }).returns!.deadline({ orderNumber: code }, context));
async function delivered(who: { email: string; token: string }, dates: { placedAt: string; deliveredAt: string }, items = [boots]): Promise<Placed> {
  const order = await shop.buy({ ...who, items });
  await shop.move(await shop.ship(order, { method: 'DHL', code: 'JD014600003SE' }), 'Delivered');
  await setDates(shop.vendure.runtime, order, dates);
  return order;
}

beforeAll(async () => {
  shop = await openShop({ options: { points: {}, reviews: {} } });
  endpoint = `${shop.vendure.url}/shop-api`;
  bare = vendureAdapter({ endpoint, returns: { policies: [] } });
  full = vendureAdapter({ endpoint, plugin: true });
}, 60_000);
afterAll(() => shop.stop());

describe('a parcel', () => {
  it('is at the stage of its fulfilment, which came there one state after the other', async () => {
    const ann = await person();
    const order = await shop.buy({ ...ann, items: [boots, socks] });
    expect(await parcels(bare, ann.context, { orderNumber: order.code })).toEqual([]);
    const [first, second] = [await shop.ship(order, { method: 'DHL Express', code: 'jd 0146', lines: [order.lines[0]!] }), await shop.ship(order, { method: 'Courier', code: '', lines: [order.lines[1]!] })];
    await shop.move(first, 'Delivered');
    await shop.move(second, 'Cancelled');
    const found = await parcels(bare, ann.context, { orderNumber: ` ${order.code} ` });
    expect(found).toMatchObject([
      { id: 'dhl-express:JD0146', orderNumber: order.code, carrier: 'DHL Express', trackingNumber: 'jd 0146', status: 'delivered', delayed: false, items: [{ name: 'Boots', quantity: 1, imageUrl: null }], destination: { city: 'Athens', country: 'GR' } },
      { id: `vendure:${second}`, carrier: 'Courier', trackingNumber: null, status: 'cancelled', items: [{ name: 'Socks', quantity: 2 }] },
    ]);
    expect(found[0]!.events.map(({ status }) => status)).toEqual(['info_received', 'info_received', 'in_transit', 'delivered']);
    expect(found[0]!.events.every(({ time }) => time.offset === 'Z' && /^20\d\d-.*T.*\d$/.test(time.value))).toBe(true);
    expect(new Set(found[0]!.events.map(({ id }) => id)).size).toBe(4);
    expect(await parcels(bare, ann.context)).toEqual(found);
  });

  it('has its events, though the shop hides its history', async () => {
    const ann = await person();
    const order = await delivered(ann, { placedAt: '2026-03-02T10:00:00Z', deliveredAt: '2026-03-05T15:30:00Z' });
    await shop.vendure.runtime.connection.rawConnection.query(`delete from history_entry where "orderId" = ${order.id}`);
    const [parcel] = await parcels(bare, ann.context, { orderNumber: order.code });
    expect(parcel!.events.map(({ status, time }) => [status, time.value])).toEqual([['info_received', '2026-03-02T11:00:00.000'], ['delivered', '2026-03-05T15:30:00.000']]);
  });

  it('of a state that only this shop knows is at a stage that nobody knows', async () => {
    const ann = await person();
    const order = await shop.buy({ ...ann, items: [boots] });
    await shop.ship(order, { method: 'DHL', code: 'JD7' });
    await shop.vendure.runtime.connection.rawConnection.query(`update fulfillment set state = 'HeldByOwl' where "trackingCode" = 'JD7'`);
    expect((await parcels(bare, ann.context, { orderNumber: order.code }))[0]).toMatchObject({ status: 'unknown' });
  });
});

describe('whose parcels', () => {
  it('are those of the session, and of an order that is none of theirs nobody learns', async () => {
    const [ann, ben] = [await person(), await person()];
    const order = await shop.buy({ ...ann, items: [boots] });
    for (const adapter of [bare, full]) {
      expect(await adapter.tracking.shipments({ orderNumber: order.code }, ben.context)).toBe(null);
      expect(await adapter.tracking.shipments({}, ben.context)).toEqual({ items: [] });
      await expect(adapter.tracking.shipments({ orderNumber: order.code }, as(null))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await adapter.tracking.shipments({ proof: { email: ann.email } }, as(null))).toBe(null);
    }
  });

  it('are told to a guest with proof: without the plugin as long as Vendure shows them, with it always', async () => {
    const order = await shop.buy({ email: 'guest@shop.example', postcode: '105 58', items: [boots] });
    await shop.ship(order, { method: 'DHL', code: 'JD9' });
    const right = { orderNumber: order.code, proof: { email: ' Guest@shop.example', postcode: '10558' } };
    const wrong = [
      { ...right, proof: { email: 'other@shop.example', postcode: '10558' } },
      { ...right, proof: { email: 'guest@shop.example', postcode: '10559' } },
      { ...right, orderNumber: 'NONE' },
    ];
    for (const adapter of [bare, full]) {
      expect(await parcels(adapter, as(null), right)).toMatchObject([{ trackingNumber: 'JD9' }]);
      expect(await parcels(adapter, as(null), { ...right, proof: { postcode: '10558' } })).toHaveLength(1);
      for (const input of wrong) expect(await adapter.tracking.shipments(input, as(null))).toBe(null);
    }
    await setDates(shop.vendure.runtime, order, { placedAt: new Date(Date.now() - 3 * 3_600_000).toISOString() });
    expect(await bare.tracking.shipments(right, as(null))).toBe(null);
    expect(await parcels(full, as(null), right)).toHaveLength(1);
    const { context } = await person();
    expect(await bare.tracking.shipments(right, context)).toBe(null);
    expect(await parcels(full, context, right)).toHaveLength(1);
  });
});

describe('the last day', () => {
  it('counts from delivery, and ends the statutory days on a day on which somebody works', async () => {
    const ann = await person();
    // 21 March 2026 is a Saturday.
    const order = await delivered(ann, { placedAt: '2026-03-02T10:00:00Z', deliveredAt: '2026-03-07T22:30:00Z' });
    expect(await deadline(order, ann.context)).toEqual({
      orderNumber: order.code, deliveredOn: '2026-03-07', goodwillUntil: '2026-04-06', statutoryUntil: '2026-03-23', exceptions: [], withdrawable: false, timeZone: 'UTC',
    });
    expect(await deadline(order, ann.context, {}, { timeZone: 'Europe/Athens' })).toMatchObject({ deliveredOn: '2026-03-08', goodwillUntil: '2026-04-07', statutoryUntil: '2026-03-23' });
    expect(await deadline(order, ann.context, {}, { holidays: ['2026-03-23', '2026-03-24'] })).toMatchObject({ statutoryUntil: '2026-03-25' });
    expect(await deadline(order, ann.context, { windowStart: 'order' })).toMatchObject({ goodwillUntil: '2026-04-01' });
    expect(await deadline(order, ann.context, { windowStart: 'fulfilment' })).toMatchObject({ goodwillUntil: '2026-04-01' });
    expect(await deadline(order, ann.context, { returnPolicyCategory: 'MerchantReturnNotPermitted', statutory: null })).toMatchObject({ goodwillUntil: null, statutoryUntil: null });
    expect(await deadline(order, ann.context, { seasonalOverrides: [{ startDate: '2026-03-01', endDate: '2026-03-31', returnBy: '2026-05-31' }] })).toMatchObject({ goodwillUntil: '2026-05-31' });
    expect(await deadline(order, ann.context, { applicableCountry: ['US'] })).toMatchObject({ goodwillUntil: null, statutoryUntil: null });
  });

  it('is not known before the parcel has arrived, and gone with the order', async () => {
    const ann = await person();
    const order = await shop.buy({ ...ann, items: [boots] });
    await shop.ship(order, { method: 'DHL', code: 'JD1' });
    expect(await deadline(order, ann.context)).toMatchObject({ deliveredOn: null, goodwillUntil: null, statutoryUntil: null });
    const other = await shop.buy({ ...ann, items: [boots] });
    await shop.cancel(other);
    expect(await deadline(other, ann.context, { windowStart: 'order' })).toMatchObject({ goodwillUntil: null });
  });

  it('leaves out what came back', async () => {
    const ann = await person();
    const order = await delivered(ann, { placedAt: '2026-03-02T10:00:00Z', deliveredAt: '2026-03-05T10:00:00Z' }, [boots, socks]);
    await shop.admin(`mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }`, { input: { orderId: order.id, reason: 'return', lines: [{ orderLineId: order.lines[1]!.id, quantity: 2 }] } });
    expect((await deadline(order, ann.context)).exceptions).toEqual([{ label: 'Socks', until: null, reason: 'other' }]);
  });

  it('is of the shopper’s own orders', async () => {
    const [ann, ben] = [await person(), await person()];
    const { code } = await shop.buy({ ...ann, items: [boots] });
    expect(await bare.returns!.deadline({ orderNumber: code }, ben.context)).toBe(null);
    await expect(bare.returns!.deadline({ orderNumber: code }, as(null))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a session', () => {
  it('that has ended is told as such by every method', async () => {
    const ann = await person();
    await shop.visitor(ann.token)('mutation { logout { success } }');
    const over = as(ann.token, { idempotencyKey: 'key-0001' });
    const calls = [
      () => full.tracking.shipments({}, over), () => bare.returns!.deadline({ orderNumber: 'ABC' }, over), () => full.points!.account({}, over), () => full.points!.program({}, over),
      () => full.points!.history({}, over), () => full.points!.enrol({}, over), () => full.reviews!.requests({}, over), () => full.reviews!.withdraw({ reviewId: '1' }, over),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ name: 'AdapterError', code: 'UNAUTHENTICATED' });
  });
});

describe('a shop', () => {
  it('without the plugin lacks what is the plugin’s, and says so when it is asked all the same', async () => {
    expect(Object.keys(vendureAdapter({ endpoint })).sort()).toEqual(['contract', 'id', 'tracking']);
    const { fetch } = globalThis;
    const lacking = vendureAdapter({ endpoint, plugin: true, fetch: (url, init) => fetch(url, { ...init, body: (init.body as string).replaceAll('aftercartPointsAccount', 'noSuchField') }) });
    await expect(lacking.points!.account({}, as(null))).rejects.toMatchObject({ code: 'UNSUPPORTED' });
  });

  it('is asked in its channel and in the language, with the token in a header', async () => {
    const asked: [string, RequestInit][] = [];
    const { fetch } = globalThis;
    const { channels } = await shop.admin('{ channels { items { token } } }');
    const channelToken = channels.items[0].token;
    const adapter = vendureAdapter({ endpoint: `${endpoint}/`, channelToken, fetch: (url, init) => (asked.push([url, init]), fetch(url, init)) });
    const { token } = await person();
    await adapter.tracking.shipments({}, as(token, { locale: 'pt-BR' }));
    expect(asked[0]![0]).toBe(`${endpoint}?languageCode=pt`);
    expect(asked[0]![1].headers).toMatchObject({ authorization: `Bearer ${token}`, 'vendure-token': channelToken });
  });

  it('at an address that is none, or in a time zone that is none, is refused by name', () => {
    for (const wrong of ['', '/shop-api', undefined]) expect(() => vendureAdapter({ endpoint: wrong! })).toThrow(new TypeError(`endpoint="${wrong}" is no address`));
    expect(() => vendureAdapter({ endpoint, returns: { policies: [], timeZone: 'Mars' } })).toThrow(/returns.timeZone/);
  });
});
