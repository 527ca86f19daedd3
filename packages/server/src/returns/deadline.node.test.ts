import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { placeOrder, POLICIES } from './test/shop.ts';

describe.each(ENGINES)('the last day for an order on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
    await server.merchant('PUT', '/returns/policies', { body: POLICIES });
  });
  afterAll(() => server.close());
  const deadline = (orderNumber: string, as = 'ann') => server.call('returns.deadline', { orderNumber }, { as });

  it('tells no day before receipt, when the right has not begun to end', async () => {
    await placeOrder(server, { number: 'WAY-1' });
    expect(await deadline('#way-1')).toMatchObject({ orderNumber: 'WAY-1', withdrawable: true, exceptions: [], receipt: null, timeZone: 'Europe/Athens' });
    expect(await deadline('WAY-1')).toMatchObject({ deliveredOn: null, goodwillUntil: null, statutoryUntil: null });
  });

  it.each([
    ['a working day', 'GR', '2026-10-01T10:00:00Z', '2026-10-06T10:00:00Z', '2026-10-06', '2026-11-05', '2026-10-20'],
    ['just before midnight in Athens', 'GR', '2026-10-01T10:00:00Z', '2026-10-06T20:59:59Z', '2026-10-06', '2026-11-05', '2026-10-20'],
    ['just after midnight in Athens', 'GR', '2026-10-01T10:00:00Z', '2026-10-06T21:00:00Z', '2026-10-07', '2026-11-06', '2026-10-21'],
    ['the same moment in Berlin', 'DE', '2026-10-01T10:00:00Z', '2026-10-06T21:00:00Z', '2026-10-06', '2026-11-05', '2026-10-20'],
    ['over the end of summer time', 'GR', '2026-10-10T10:00:00Z', '2026-10-13T21:30:00Z', '2026-10-14', '2026-11-13', '2026-10-28'],
    ['the end of February', 'GR', '2026-01-20T10:00:00Z', '2026-01-31T10:00:00Z', '2026-01-31', '2026-03-02', '2026-02-16'],
    ['a leap day', 'GR', '2028-02-01T10:00:00Z', '2028-02-15T10:00:00Z', '2028-02-15', '2028-03-16', '2028-02-29'],
    ['the Good Friday of Greece', 'GR', '2026-03-20T10:00:00Z', '2026-03-27T10:00:00Z', '2026-03-27', '2026-04-26', '2026-04-14'],
    ['that of Germany', 'DE', '2026-02-10T10:00:00Z', '2026-03-20T10:00:00Z', '2026-03-20', '2026-04-19', '2026-04-07'],
    ['Christmas', 'GR', '2026-12-01T10:00:00Z', '2026-12-11T10:00:00Z', '2026-12-11', '2027-01-31', '2026-12-28'],
    ['a purchase of the season’s last day', 'GR', '2026-12-24T21:59:59Z', '2026-12-30T10:00:00Z', '2026-12-30', '2027-01-31', '2027-01-13'],
    ['one of the day after', 'GR', '2026-12-24T22:00:00Z', '2026-12-30T10:00:00Z', '2026-12-30', '2027-01-29', '2027-01-13'],
    ['a season that ends before the usual days', 'GR', '2026-12-20T10:00:00Z', '2027-01-10T10:00:00Z', '2027-01-10', '2027-02-09', '2027-01-25'],
    ['a country without a right', 'US', '2026-10-01T10:00:00Z', '2026-10-06T10:00:00Z', '2026-10-06', '2026-11-20', null],
  ])('%s', async (name, country, placed_at, delivered_at, deliveredOn, goodwillUntil, statutoryUntil) => {
    const number = name.toUpperCase();
    await placeOrder(server, { number, country, placed_at, delivered_at });
    expect(await deadline(number)).toMatchObject({ deliveredOn, goodwillUntil, statutoryUntil });
  });

  it('tells the items that differ', async () => {
    const delivered = { country: 'GR', placed_at: '2026-10-01T10:00:00Z', delivered_at: '2026-10-06T10:00:00Z' };
    const products = ['mug', 'socks', 'engraved', 'gift-card', 'tent'];
    await placeOrder(server, { number: 'MIX-1', ...delivered }, products);
    expect((await deadline('MIX-1')).exceptions).toEqual([
      { label: 'The socks', until: '2026-10-20', reason: 'hygiene' },
      { label: 'The engraved', until: null, reason: 'custom_made' },
      { label: 'The gift-card', until: null, reason: 'digital' },
      { label: 'The tent', until: '2027-01-04', reason: null },
    ]);
    await placeOrder(server, { number: 'MIX-2', ...delivered, delivered_at: null }, products);
    expect((await deadline('MIX-2')).exceptions).toEqual([
      { label: 'The engraved', until: null, reason: 'custom_made' }, { label: 'The gift-card', until: null, reason: 'digital' },
    ]);
  });

  it('can be withdrawn from until the end of the last day where the goods went', async () => {
    await placeOrder(server, { number: 'END-1', delivered_at: '2026-10-06T10:00:00Z' });
    server.setNow('2026-10-20T20:59:59Z');
    expect(await deadline('END-1')).toMatchObject({ withdrawable: true });
    server.setNow('2026-10-20T21:00:00Z');
    expect(await deadline('END-1')).toMatchObject({ withdrawable: false });
  });

  it('can’t be withdrawn from when nothing in it can, where there is no such right, or when it was cancelled', async () => {
    const delivered_at = '2026-10-19T10:00:00Z';
    server.setNow('2026-10-20T10:00:00Z');
    await placeOrder(server, { number: 'NEVER-1', delivered_at }, ['engraved', 'gift-card']);
    await placeOrder(server, { number: 'NEVER-2', delivered_at, country: 'US' });
    await placeOrder(server, { number: 'NEVER-3', delivered_at, cancelled_at: '2026-10-19T11:00:00Z' });
    for (const number of ['NEVER-1', 'NEVER-2', 'NEVER-3']) expect(await deadline(number)).toMatchObject({ withdrawable: false });
  });

  it('goes by the tier of who bought', async () => {
    await placeOrder(server, { number: 'GOLD-1', shopper_id: 'goldie', country: 'FR', placed_at: '2026-10-01T10:00:00Z', delivered_at: '2026-10-06T10:00:00Z' });
    expect(await deadline('GOLD-1', 'goldie')).toMatchObject({ goodwillUntil: '2026-11-05' });
    await server.transact(({ db }) =>
      db
        .insertInto('points_accounts')
        .values({ shopper_id: 'goldie', balance: 0, pending: 0, lifetime: 0, spent: 0, due_at: null, change: 1, tier_id: 'gold', tier_expires_at: null })
        .execute(),
    );
    expect(await deadline('GOLD-1', 'goldie')).toMatchObject({ goodwillUntil: '2026-12-05' });
  });

  it('is told to the owner alone', async () => {
    expect(await deadline('END-1', 'bob')).toBe(null);
    expect(await deadline('NONE-1', 'bob')).toBe(null);
    await expect(server.call('returns.deadline', { orderNumber: 'END-1' })).rejects.toMatchObject({ problem: { code: 'UNAUTHENTICATED' } });
  });
});

describe.each(ENGINES)('a shop without policies on %s', (engine) => {
  it('still owes what the law gives', async () => {
    const server = await openTestServer(engine);
    try {
      await placeOrder(server, { number: 'BARE-1', country: 'FR', delivered_at: '2026-11-20T10:00:00Z' });
      expect(await server.call('returns.deadline', { orderNumber: 'BARE-1' }, { as: 'ann' })).toMatchObject({ goodwillUntil: null, statutoryUntil: '2026-12-04', withdrawable: true, exceptions: [] });
    } finally {
      await server.close();
    }
  });
});
