/** Contract tests over answers that were recorded from a real Medusa; `pnpm prove:medusa` asks one. */
import { capabilities, type ReturnPolicy } from '@aftercart/contract';
import { LedgerPage, PointsAccount, PointsProgram, Review, ReviewRequests, Shipments } from '@aftercart/contract/schemas';
import { describe, expect, it, vi } from 'vitest';
import { medusaAdapter } from './index.ts';
import { contextOf, guest } from './test/context.ts';
import { CREDIT, NO_CREDIT, ORDERS, REFUSALS, REVIEWS, SUBMITTED } from './test/recorded.ts';

const POLICY: ReturnPolicy = {
  id: 'gr', applicableCountry: ['GR'], returnPolicyCategory: 'MerchantReturnFiniteReturnWindow', merchantReturnDays: 30, windowStart: 'delivery', outcomes: [],
  customerRemorseReturnFees: { type: 'FreeReturn' }, itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: [], exclusions: [], statutory: { days: 14 },
};
const answering = (body: unknown, status = 200, headers = {}) => vi.fn(async (_url: string, _init: RequestInit) => new Response(JSON.stringify(body), { status, headers }));
const open = (fetch = answering({}), returns = {}) =>
  medusaAdapter({
    endpoint: 'https://api.shop.example/', publishableKey: 'pk_1', reviews: true, fetch,
    returns: { policies: [POLICY], timeZone: 'Europe/Athens', ...returns }, pointsFromStoreCredit: { currency: 'EUR', name: 'Store credit', signInUrl: '/in' },
  });
const failing = (call: Promise<unknown>) => call.then(() => undefined, (error: unknown) => error);

describe('the adapter', () => {
  it('has the services whose options are given', () => {
    expect(capabilities(open())).toEqual(['points.account', 'points.program', 'points.history', 'reviews.requests', 'reviews.submit', 'returns.policy', 'returns.deadline', 'tracking.shipments']);
    expect(capabilities(medusaAdapter({ endpoint: 'https://api.shop.example', publishableKey: 'pk_1' }))).toEqual(['tracking.shipments']);
  });

  it.each([
    [{ endpoint: '' }, /^endpoint="" is no address/], [{ publishableKey: '' }, /^publishableKey is missing/], [{ pointsFromStoreCredit: { currency: 'euro', name: '' } }, /currency="EURO" is no ISO 4217 code/],
    [{ returns: { policies: [], timeZone: 'Athens' } }, /timeZone="Athens" is no time zone/],
  ])('refuses %o', (wrong, message) => {
    expect(() => medusaAdapter({ endpoint: 'https://api.shop.example', publishableKey: 'pk_1', ...wrong })).toThrow(message);
  });

  it('sends key and token in headers, what is personal in a body, and no cookie', async () => {
    const fetch = answering({ orders: null });
    const { signal } = new AbortController();
    await open(fetch).tracking.shipments({ orderNumber: '#4', proof: { email: 'ann@shop.example', postcode: null } }, contextOf({ signal }));
    const [url, init] = fetch.mock.calls[0]!;
    expect(url).toBe('https://api.shop.example/store/aftercart/orders');
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', signal, headers: { 'x-publishable-api-key': 'pk_1', authorization: 'Bearer jwt-of-ann' } });
    expect(JSON.parse(init.body as string)).toEqual({ order_number: '#4', email: 'ann@shop.example' });
  });
});

describe('tracking', () => {
  const shipments = async () => Shipments.parse(await open(answering(ORDERS)).tracking.shipments({}, contextOf())).items;

  it('has a parcel for each label, and one for a fulfilment without any', async () => {
    expect((await shipments()).map(({ id, carrier, trackingNumber, orderNumber }) => ({ id, carrier, trackingNumber, orderNumber }))).toEqual([
      { id: 'ful_01SENT:ANN0000001', carrier: 'Parcel Post', trackingNumber: 'ANN0000001', orderNumber: '3' },
      { id: 'ful_01SENT:ANN0000002', carrier: 'Parcel Post', trackingNumber: 'ANN0000002', orderNumber: '3' },
      { id: 'ful_01CAME', carrier: 'Letter Post', trackingNumber: null, orderNumber: '4' },
    ]);
  });

  it('tells what the carrier told, else the moments of Medusa', async () => {
    const [told, silent, came] = await shipments();
    expect(told).toMatchObject({ status: 'out_for_delivery', asOf: '2026-11-22T10:00:00Z', trackingUrl: null, delayed: true, estimate: { latest: '2026-11-23' } });
    expect(told!.events.map(({ time }) => time.value)).toEqual(['2026-11-22T11:37', '2026-11-18']);
    expect(silent).toMatchObject({ status: 'in_transit', trackingUrl: 'https://post.example/ANN0000002', asOf: '2026-11-22T14:38:19.772Z' });
    expect(silent!.events).toEqual([
      { id: 'ful_01SENT:ANN0000002:info_received', status: 'info_received', time: { value: '2026-11-18T15:00:00', precision: 'second', offset: 'Z' } },
      { id: 'ful_01SENT:ANN0000002:in_transit', status: 'in_transit', time: { value: '2026-11-19T09:30:00', precision: 'second', offset: 'Z' } },
    ]);
    expect(came!.status).toBe('delivered');
  });

  it('names what is in it and where it goes, no more', async () => {
    expect((await shipments())[0]).toMatchObject({ items: [{ name: 'Tent', quantity: 1, imageUrl: 'images/tent.svg' }], destination: { city: 'Athens', country: 'GR' } });
  });

  it('believes Medusa that it came, where the carrier has not said so, and forgets what is no shipment', async () => {
    const [order] = structuredClone(ORDERS.orders);
    const [fulfilment] = order!.fulfillments;
    Object.assign(fulfilment!, { delivered_at: '2026-11-22T13:00:00.000Z' });
    Object.assign(fulfilment!.labels[1]!, { told: { events: 'none' } });
    const { items } = (await open(answering({ orders: [order] })).tracking.shipments({}, contextOf()))!;
    expect(items.map(({ status, events }) => [status, events.length])).toEqual([['delivered', 3], ['delivered', 3]]);
  });

  it('asks nothing for a guest who proves nothing', async () => {
    const fetch = answering(ORDERS);
    expect(await failing(open(fetch).tracking.shipments({ orderNumber: '4', proof: { email: ' ' } }, guest()))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('returns', () => {
  const came = { orders: [ORDERS.orders[1]] };
  const deadline = (answer: unknown, returns = {}) => open(answering(answer), returns).returns.deadline({ orderNumber: '4' }, contextOf());

  it('counts from the last delivery, past days on which nobody works', async () => {
    expect(await deadline(came)).toEqual({ orderNumber: '4', deliveredOn: '2026-11-13', goodwillUntil: '2026-12-13', statutoryUntil: '2026-11-27', withdrawable: false, timeZone: 'Europe/Athens' });
    expect(await deadline(came, { holidays: ['2026-11-27'] })).toMatchObject({ statutoryUntil: '2026-11-30' });
  });

  it('lets a Christmas purchase last longer, and gives none for what is cancelled or not there', async () => {
    const season = { ...POLICY, seasonalOverrides: [{ startDate: '2026-11-01', endDate: '2026-12-24', returnBy: '2027-01-31' }] };
    expect(await deadline(came, { policies: [season] })).toMatchObject({ goodwillUntil: '2027-01-31' });
    expect(await deadline({ orders: [{ ...ORDERS.orders[1], canceled_at: '2026-11-12T10:00:00.000Z' }] })).toMatchObject({ goodwillUntil: null, statutoryUntil: null });
    expect(await deadline({ orders: null })).toBeNull();
  });

  it('picks the narrowest policy, in the page’s language', async () => {
    const everywhere = { ...POLICY, id: 'world', applicableCountry: [] };
    const gold = { ...POLICY, id: 'gold', validForMemberTier: ['gold'] };
    const { policy } = open(undefined, { policies: (locale: string) => [everywhere, POLICY, gold].map((one) => ({ ...one, conditions: locale })), country: 'GR' }).returns;
    expect(await policy({}, contextOf({ locale: 'el' }))).toMatchObject({ id: 'gr', conditions: 'el' });
    expect(await policy({ country: 'US' }, contextOf())).toMatchObject({ id: 'world' });
    expect(await policy({ country: 'GR', tier: 'gold' }, contextOf())).toMatchObject({ id: 'gold' });
  });
});

describe('points', () => {
  it('are the smallest units of the store credit', async () => {
    expect(PointsAccount.parse(await open(answering(CREDIT)).points.account({}, contextOf()))).toMatchObject({ state: 'member', balance: 3_766, lifetime: 5_000, spent: 1_234 });
    expect(await open(answering(NO_CREDIT)).points.account({}, contextOf())).toMatchObject({ state: 'candidate', balance: 0 });
    expect(await open(answering(CREDIT)).points.account({}, guest())).toMatchObject({ state: 'guest', balance: 0 });
  });

  it('are called by their currency, in whatever language', async () => {
    const program = async (locale: string) => PointsProgram.parse(await open().points.program({}, contextOf({ locale })));
    expect(await program('en')).toMatchObject({ name: 'Store credit', terminology: { one: 'euro', other: 'euros' }, decimals: 2, rewards: [], signInUrl: '/in' });
    expect((await program('de')).terminology).toMatchObject({ other: 'Euro' });
    expect((await program('no tag')).terminology).toMatchObject({ other: 'euros' });
    const yen = medusaAdapter({ endpoint: 'https://api.shop.example', publishableKey: 'pk_1', pointsFromStoreCredit: { currency: 'jpy', name: (locale) => locale } });
    expect(await yen.points.program({}, contextOf({ locale: 'ja' }))).toMatchObject({ name: 'ja', decimals: 0 });
  });

  it('have a ledger, newest first, in pages', async () => {
    const { history } = open(answering(CREDIT)).points;
    const first = LedgerPage.parse(await history({ limit: 1 }, contextOf()));
    expect(first).toMatchObject({ items: [{ id: 'sc_trx_01B', delta: -1_234, kind: 'redemption', status: 'approved' }], nextCursor: 'sc_trx_01B' });
    expect(await history({ cursor: first.nextCursor! }, contextOf())).toMatchObject({ items: [{ delta: 5_000, kind: 'adjustment', description: 'A start' }], nextCursor: null });
    expect(await failing(history({ cursor: 'of another' }, contextOf()))).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('reviews', () => {
  it('are asked for what came, open ones first', async () => {
    const { items } = ReviewRequests.parse(await open(answering(REVIEWS)).reviews.requests({}, contextOf()));
    expect(items).toMatchObject([
      { id: 'order_01CAME/ordli_01SOCKS', product: { id: 'ordli_01SOCKS', name: 'Socks', variant: null }, review: null },
      { id: 'order_01CAME/ordli_01BOOTS', orderNumber: '4', product: { variant: '42' }, review: { status: 'pending', title: 'Dry feet', body: 'They keep dry.', verified: true } },
    ]);
  });

  it('keep headline and text in one, and come back as they were said', async () => {
    const fetch = answering(SUBMITTED);
    const said = { requestId: 'order_01CAME/ordli_01BOOTS', rating: 4, title: 'Dry feet', body: 'They keep dry.', displayName: 'A.', incentivised: false };
    expect(Review.parse(await open(fetch).reviews.submit(said, contextOf()))).toMatchObject({ id: 'prev_01BOOTS', title: said.title, body: said.body, displayName: 'A.' });
    expect(JSON.parse(fetch.mock.calls[0]![1].body as string)).toEqual({ order_id: 'order_01CAME', item_id: 'ordli_01BOOTS', rating: 4, content: 'Dry feet\n\nThey keep dry.', name: 'A.' });
    for (const requestId of ['nothing', 'a/b/c', '/', 'a/']) expect(await failing(open(fetch).reviews.submit({ ...said, requestId }, contextOf()))).toMatchObject({ code: 'INVALID_REQUEST' });
    expect(fetch).toHaveBeenCalledOnce();
  });

  it.each([['approved', 'published'], ['flagged', 'rejected'], ['of_the_future', 'pending'], ['constructor', 'pending']])('%s is %s', async (status, shown) => {
    expect(await open(answering({ review: { ...SUBMITTED.review, status } })).reviews.submit({ requestId: 'a/b', rating: 4, incentivised: false }, contextOf())).toMatchObject({ status: shown });
  });
});

describe('a refusal', () => {
  it.each([
    ['noKey', 'FORBIDDEN', false], ['wrongKey', 'FORBIDDEN', false], ['wrongToken', 'UNAUTHENTICATED', false], ['nobody', 'UNAUTHENTICATED', false], ['badInput', 'INVALID_REQUEST', false],
    ['again', 'CONFLICT', false], ['atOnce', 'CONFLICT', true], ['unknown', 'UNAVAILABLE', true],
  ] as const)('%s is %s, in Medusa’s words', async (name, code, retryable) => {
    const [status, body] = REFUSALS[name];
    expect(await failing(open(answering(body, status)).tracking.shipments({}, contextOf()))).toMatchObject({ code, retryable, message: body.message });
  });

  it('of too many tries says how long to wait', async () => {
    const fetch = answering({ message: 'Too many tries: wait, or sign in.' }, 429, { 'retry-after': '600' });
    expect(await failing(open(fetch).tracking.shipments({}, contextOf()))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 600 });
  });

  it('of a route that is not installed, and an answer of another kind, are told apart', async () => {
    const page = vi.fn(async () => new Response('<pre>Cannot POST /store/aftercart/orders</pre>', { status: 404 }));
    expect(await failing(open(page as never).tracking.shipments({}, contextOf()))).toMatchObject({ code: 'UNSUPPORTED' });
    for (const body of [{}, [], null, 'text']) expect(await failing(open(answering(body)).tracking.shipments({}, contextOf()))).toMatchObject({ code: 'INVALID_RESPONSE' });
  });
});
