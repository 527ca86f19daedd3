import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OrderReactions } from './reactions.ts';
import { pointsReactions } from '../points/reactions.ts';
import { referralReactions } from '../referrals/reactions.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { markDelivered, markPaid } from './happenings.ts';

// Processes and databases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const order = {
  currency: 'EUR',
  total: 5_000,
  placedAt: '2026-11-20T10:00:00+02:00',
  lines: [
    { id: 'a', productId: 'mug', name: 'Mug', quantity: 2, unitPrice: 1_500 },
    { id: 'b', productId: 'tea', name: 'Tea', variant: '100 g', quantity: 1, unitPrice: 2_000 },
  ],
};

type Told = [string, ...unknown[]];
const NAMES = ['paid', 'delivered', 'refunded', 'cancelled'] as const;

/** Writes down what a part of the server is told, in place of what it does. */
function listen(part: OrderReactions): Told[] {
  const told: Told[] = [];
  for (const name of NAMES) {
    const heard = async (_: unknown, { number, shopper_id: shopper }: { number: string; shopper_id: string | null }, refund?: object) =>
      void told.push([name, number, shopper, ...(refund ? [refund] : [])]);
    const before = Object.getOwnPropertyDescriptor(part, name);
    Object.defineProperty(part, name, { value: heard, configurable: true });
    undo.push(() => (before ? Object.defineProperty(part, name, before) : Reflect.deleteProperty(part, name)));
  }
  return told;
}
const undo: (() => unknown)[] = [];
afterEach(() => {
  for (const restore of undo.splice(0)) restore();
});

describe.each(ENGINES)('orders on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
  });
  afterAll(() => server.close());

  const put = (number: string, changes: object = {}) => server.merchant('PUT', `/orders/${number}`, { ...order, ...changes });
  const tell = (number: string, what: string, body: object = {}) => server.merchant('POST', `/orders/${number}/${what}`, body);

  it('keeps an order and gives it back without what was hashed', async () => {
    const told = { ...order, shopper: 'ann', email: 'Ann@Shop.example', postcode: '104 31', address: '1 Market St, Athens', country: 'GR', couponCodes: ['TEN'] };
    await server.merchant('PUT', `/orders/${encodeURIComponent('#np-1')}`, told);
    const read = await server.merchant('GET', '/orders/NP-1');
    expect(read).toEqual({
      number: 'NP-1', shopper: 'ann', known: { email: true, postcode: true, address: true }, country: 'GR', currency: 'EUR', total: 5_000, refunded: 0,
      couponCodes: ['TEN'], placedAt: '2026-11-20T08:00:00.000Z', paidAt: null, deliveredAt: null, cancelledAt: null, refunds: [],
      lines: [
        { id: 'a', productId: 'mug', variantId: null, name: 'Mug', variant: null, quantity: 2, refundedQuantity: 0, unitPrice: 1_500, imageUrl: null, url: null },
        { id: 'b', productId: 'tea', variantId: null, name: 'Tea', variant: '100 g', quantity: 1, refundedQuantity: 0, unitPrice: 2_000, imageUrl: null, url: null },
      ],
    });
    const row = await server.runtime.store.db.selectFrom('orders').selectAll().where('number', '=', 'NP-1').executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toMatch(/shop\.example|104 ?31|Market/i);
    expect(row.email_hash).toBe(server.runtime.fingerprints.email('ann@shop.example'));
    const shopper = await server.runtime.store.db.selectFrom('shoppers').selectAll().where('id', '=', 'ann').executeTakeFirstOrThrow();
    expect(shopper).toMatchObject({ email_hash: row.email_hash, household_hash: row.household_hash });
  });

  it('changes what is told anew, keeps what is left out, forgets what is null', async () => {
    await put('NP-2', { email: 'bob@shop.example', postcode: '1', country: 'GR', couponCodes: ['TEN'] });
    const changed = await put('NP-2', { postcode: null, total: 4_000, lines: [order.lines[1], { productId: 'cup', name: 'Cup', quantity: 1, unitPrice: 2_000 }] });
    expect(changed).toMatchObject({ known: { email: true, postcode: false }, country: 'GR', couponCodes: ['TEN'], total: 4_000 });
    expect(changed.lines.map((line: { id: string }) => line.id)).toEqual(['b', '2']);
    expect(await server.merchant('GET', '/orders/NP-2')).toEqual(changed);
  });

  it.each([
    ['a typo in a field', { totl: 1 }, '/totl'],
    ['a typo in a line', { lines: [{ ...order.lines[0], price: 3 }] }, '/lines/0/price'],
    ['a currency that is none', { currency: 'EURO' }, '/currency'],
    ['a fraction of a cent', { total: 10.5 }, '/total'],
    ['a time without an offset', { placedAt: '2026-11-20T10:00:00' }, '/placedAt'],
    ['an order without lines', { lines: [] }, '/lines'],
    ['a line id that two lines have', { lines: [order.lines[0], order.lines[0]] }, '/lines/1/id'],
  ])('refuses %s by its path', async (_, changes, path) => {
    await expect(put('NP-BAD', changes)).rejects.toMatchObject({ status: 422, problem: { code: 'INVALID_REQUEST', errors: [{ path }] } });
    await expect(server.merchant('GET', '/orders/NP-BAD')).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST', detail: 'There is no order NP-BAD.' } });
  });

  it('refuses to give an order to another shopper', async () => {
    await put('NP-3', { shopper: 'ann' });
    await expect(put('NP-3', { shopper: 'bob' })).rejects.toMatchObject({ problem: { code: 'CONFLICT' } });
    expect((await put('NP-3')).shopper).toBe('ann');
  });

  it('refuses what has not happened yet', async () => {
    await put('NP-4');
    await expect(tell('NP-4', 'paid', { at: '2027-01-01T00:00:00Z' })).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST' } });
    await expect(tell('NP-NONE', 'paid')).rejects.toMatchObject({ problem: { detail: 'There is no order NP-NONE.' } });
  });

  it('tells every part once, however often it is told', async () => {
    const parts = [listen(pointsReactions), listen(referralReactions)];
    await put('NP-5', { shopper: 'ann' });
    for (let time = 1; time <= 3; time++) {
      await tell('NP-5', 'paid', { at: `2026-11-20T12:0${time}:00Z` });
      await tell('NP-5', 'delivered');
      await tell('NP-5', 'refunds', { id: 'r1', amount: 1_500, lines: [{ id: 'a', quantity: 1 }] });
    }
    for (const told of parts) {
      expect(told).toEqual([['paid', 'NP-5', 'ann'], ['delivered', 'NP-5', 'ann'], ['refunded', 'NP-5', 'ann', { id: 'r1', amount: 1_500 }]]);
    }
    const read = await server.merchant('GET', '/orders/NP-5');
    expect(read).toMatchObject({ paidAt: '2026-11-20T12:01:00.000Z', refunded: 1_500, refunds: [{ id: 'r1', amount: 1_500, lines: [{ id: 'a', quantity: 1 }] }] });
    expect(read.lines[0].refundedQuantity).toBe(1);
  });

  it('tells once what many tell at once', async () => {
    const told = listen(pointsReactions);
    await Promise.all(Array.from({ length: 10 }, () => put('NP-6', { shopper: 'ann' })));
    await Promise.all(Array.from({ length: 20 }, (_, index) => tell('NP-6', index % 2 ? 'paid' : 'delivered')));
    await Promise.all(Array.from({ length: 10 }, () => tell('NP-6', 'refunds', { id: 'r', amount: 100 })));
    expect(told.map(([name]) => name)).toEqual(['paid', 'delivered', 'refunded']);
    expect(await server.merchant('GET', '/orders/NP-6')).toMatchObject({ refunded: 100 });
  });

  const happenings = [['paid', { at: '2026-11-21T10:00:00Z' }], ['delivered', { at: '2026-11-21T11:00:00Z' }], ['refunds', { id: 'r1', amount: 4_000 }], ['refunds', { id: 'r2', amount: 3_000 }]] as const;
  const orders = happenings.flatMap((_, a) => happenings.flatMap((__, b) => happenings.flatMap((___, c) => {
    const rest = [0, 1, 2, 3].find((d) => ![a, b, c].includes(d));
    return new Set([a, b, c]).size === 3 ? [[a, b, c, rest!]] : [];
  })));

  it('ends in the same state in whatever order it is told', async () => {
    const parts = listen(pointsReactions);
    const states = new Set<string>();
    for (const [index, places] of orders.entries()) {
      const number = `NP-7-${index}`;
      await put(number, { shopper: 'ann' });
      for (const place of places) await tell(number, happenings[place]![0], happenings[place]![1]);
      const { paidAt, deliveredAt, refunded } = await server.merchant('GET', `/orders/${number}`);
      const told = parts.splice(0);
      // Nothing is earned before payment, and no more is taken back than was paid.
      expect(told[0]![0]).toBe('paid');
      const takenBack = told.filter(([name]) => name === 'refunded').reduce((sum, [, , , refund]) => sum + (refund as { amount: number }).amount, 0);
      states.add(JSON.stringify({ paidAt, deliveredAt, refunded, takenBack, names: told.map(([name]) => name).sort() }));
    }
    expect(orders).toHaveLength(24);
    expect([...states]).toEqual([
      JSON.stringify({ paidAt: '2026-11-21T10:00:00.000Z', deliveredAt: '2026-11-21T11:00:00.000Z', refunded: 5_000, takenBack: 5_000, names: ['delivered', 'paid', 'refunded', 'refunded'] }),
    ]);
  });

  it('earns nothing after a cancellation', async () => {
    const told = listen(pointsReactions);
    await put('NP-8', { shopper: 'ann' });
    await tell('NP-8', 'cancelled');
    await tell('NP-8', 'paid');
    await tell('NP-8', 'refunds', { id: 'r', amount: 5_000 });
    await tell('NP-8', 'cancelled');
    expect(told).toEqual([['cancelled', 'NP-8', 'ann']]);
  });

  it('lets a guest’s order earn for the shopper whom it turns out to be', async () => {
    const told = listen(pointsReactions);
    await put('NP-9');
    await tell('NP-9', 'paid');
    await put('NP-9', { shopper: 'cid' });
    await put('NP-9', { shopper: 'cid' });
    await tell('NP-9', 'paid');
    expect(told).toEqual([['paid', 'NP-9', null], ['paid', 'NP-9', 'cid']]);
  });

  it('refuses a refund that says something else, of a line that is none, or of more than there is', async () => {
    await put('NP-10');
    await tell('NP-10', 'refunds', { id: 'r', amount: 100 });
    await expect(tell('NP-10', 'refunds', { id: 'r', amount: 200 })).rejects.toMatchObject({ problem: { code: 'CONFLICT' } });
    await expect(tell('NP-10', 'refunds', { id: 's', amount: 1, lines: [{ id: 'z', quantity: 1 }] })).rejects.toMatchObject({ problem: { detail: 'The order NP-10 has no line z.' } });
    await expect(tell('NP-10', 'refunds', { id: 's', amount: 1, lines: [{ id: 'a', quantity: 3 }] })).rejects.toMatchObject({
      problem: { detail: 'Line a of the order NP-10 has 2 left to refund, not 3.' },
    });
    expect(await server.merchant('GET', '/orders/NP-10')).toMatchObject({ refunded: 100, refunds: [{ id: 'r' }] });
  });

  it('undoes the happening when a part fails', async () => {
    listen(pointsReactions);
    await put('NP-11', { shopper: 'ann' });
    await expect(
      server.transact(async (context) => {
        await markPaid(context, { number: 'NP-11' }, context.now);
        await markDelivered(context, { number: 'NP-11' }, context.now);
        throw new Error('full');
      }),
    ).rejects.toThrow('full');
    const told = listen(pointsReactions);
    expect(await server.merchant('GET', '/orders/NP-11')).toMatchObject({ paidAt: null, deliveredAt: null });
    await tell('NP-11', 'paid');
    expect(told).toEqual([['paid', 'NP-11', 'ann']]);
  });
});
