import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { release, takeBack } from './award.ts';
import { openShop, type Shop } from './test/shop.ts';

describe.each(ENGINES)('the ledger on %s', (engine) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(engine);
    await shop.program();
  });
  afterEach(async () => {
    await shop.check();
    await shop.close();
  });

  it('gives a member points for joining, once', async () => {
    expect(await shop.enrol('ann')).toMatchObject({ state: 'member', balance: 100, lifetime: 100 });
    expect(await shop.enrol('ann')).toMatchObject({ balance: 100 });
    expect(await shop.history('ann')).toMatchObject([{ delta: 100, status: 'approved', kind: 'sign_up' }]);
  });

  it('counts one cause once', async () => {
    await shop.give({ shopperId: 'ann', points: 50, source: 'review:1' });
    await shop.give({ shopperId: 'ann', points: 70, source: 'review:1' });
    expect(await shop.account('ann')).toMatchObject({ balance: 50 });
  });

  it('keeps points pending until they are available, then makes them spendable whenever somebody looks', async () => {
    await shop.give({ shopperId: 'ann', points: 80, source: 'a', availableAt: new Date('2026-12-01T00:00:00Z'), reason: 'return_window' });
    await shop.give({ shopperId: 'ann', points: 20, source: 'b', availableAt: null, reason: 'delivery' });
    expect(await shop.account('ann')).toMatchObject({
      balance: 0, pending: 100, lifetime: 0,
      pendingBatches: [{ points: 80, availableAt: '2026-12-01T00:00:00.000Z', reason: 'return_window' }, { points: 20, availableAt: null, reason: 'delivery' }],
    });
    expect(await shop.history('ann')).toMatchObject([{ delta: 20, status: 'pending' }, { delta: 80, status: 'pending', availableAt: '2026-12-01T00:00:00.000Z' }]);
    shop.server.setNow('2026-11-30T23:59:59.999Z');
    expect(await shop.account('ann')).toMatchObject({ balance: 0, pending: 100 });
    shop.server.setNow('2026-12-01T00:00:00Z');
    expect(await shop.account('ann')).toMatchObject({ balance: 80, pending: 20, lifetime: 80 });
    expect(await shop.history('ann')).toMatchObject([{ status: 'pending' }, { delta: 80, status: 'approved', expiresAt: '2027-12-01T00:00:00.000Z' }]);
  });

  it('lets points expire at the end of their last month, dated by when and not by when it was seen', async () => {
    await shop.program({ expiry: { months: 1 } });
    shop.server.setNow('2027-01-31T12:00:00Z');
    await shop.give({ shopperId: 'ann', points: 30, source: 'a' });
    expect(await shop.account('ann')).toMatchObject({ expiringBatches: [{ points: 30, expiresAt: '2027-02-28T12:00:00.000Z' }] });
    shop.server.setNow('2027-02-28T11:59:59Z');
    expect(await shop.account('ann')).toMatchObject({ balance: 30 });
    shop.server.setNow('2027-05-01T00:00:00Z');
    expect(await shop.account('ann')).toMatchObject({ balance: 0, lifetime: 30, expiringBatches: [] });
    expect(await shop.history('ann')).toMatchObject([
      { delta: -30, kind: 'expiry', status: 'approved', createdAt: '2027-02-28T12:00:00.000Z' },
      { delta: 30, status: 'expired' },
    ]);
  });

  it('counts expiry from the day of becoming spendable, even when nobody looked for years', async () => {
    await shop.give({ shopperId: 'ann', points: 30, source: 'a', availableAt: new Date('2026-12-01T00:00:00Z') });
    shop.server.setNow('2030-01-01T00:00:00Z');
    expect(await shop.account('ann')).toMatchObject({ balance: 0, pending: 0, lifetime: 30 });
    expect((await shop.history('ann')).map(({ createdAt }) => createdAt)).toContain('2027-12-01T00:00:00.000Z');
  });

  it('adds points that expire at one time up, and keeps those for ever out of the list', async () => {
    await shop.give({ shopperId: 'ann', points: 30, source: 'a' });
    await shop.give({ shopperId: 'ann', points: 12, source: 'b' });
    await shop.program({ expiry: null });
    await shop.give({ shopperId: 'ann', points: 5, source: 'c' });
    expect(await shop.account('ann')).toMatchObject({ balance: 47, expiringBatches: [{ points: 42, expiresAt: '2027-11-22T09:00:00.000Z' }] });
  });

  it('spends first what expires first', async () => {
    await shop.enrol('ann');
    await shop.program({ expiry: null });
    await shop.give({ shopperId: 'ann', points: 400, source: 'for ever' });
    await shop.program({ expiry: { days: 30 } });
    await shop.give({ shopperId: 'ann', points: 250, source: 'soon' });
    await shop.redeem('ann', 'mug');
    // 250 of those for 30 days, then 50 of those for joining, which last a year.
    expect(await shop.account('ann')).toMatchObject({ balance: 450, spent: 300, expiringBatches: [{ points: 50, expiresAt: '2027-11-22T09:00:00.000Z' }] });
  });

  it('voids what is taken back while it is pending, and the shopper sees one line', async () => {
    await shop.give({ shopperId: 'ann', points: 80, source: 'a', availableAt: null });
    await shop.server.transact((context) => takeBack(context, 'a'));
    await shop.server.transact((context) => takeBack(context, 'a'));
    expect(await shop.account('ann')).toMatchObject({ balance: 0, pending: 0, pendingBatches: [] });
    expect(await shop.history('ann')).toMatchObject([{ delta: 80, status: 'void' }]);
  });

  it('claws back what is spent below zero, and what comes next pays the debt', async () => {
    await shop.enrol('ann');
    await shop.give({ shopperId: 'ann', points: 200, source: 'a' });
    await shop.redeem('ann', 'mug');
    await shop.server.transact((context) => takeBack(context, 'a'));
    expect(await shop.account('ann')).toMatchObject({ balance: -200, lifetime: 100, spent: 300, expiringBatches: [] });
    await shop.give({ shopperId: 'ann', points: 150, source: 'b', availableAt: new Date('2026-12-01T00:00:00Z') });
    expect(await shop.account('ann')).toMatchObject({ balance: -200, pending: 150 });
    shop.server.setNow('2026-12-02T00:00:00Z');
    expect(await shop.account('ann')).toMatchObject({ balance: -50, pending: 0, expiringBatches: [] });
    await shop.give({ shopperId: 'ann', points: 80, source: 'c' });
    expect(await shop.account('ann')).toMatchObject({ balance: 30, expiringBatches: [{ points: 30 }] });
  });

  it('takes nothing back for points that expired unspent', async () => {
    await shop.give({ shopperId: 'ann', points: 80, source: 'a' });
    shop.server.advance({ days: 400 });
    await shop.server.transact((context) => takeBack(context, 'a'));
    expect(await shop.account('ann')).toMatchObject({ balance: 0 });
  });

  it('makes an award spendable once it is known when', async () => {
    await shop.give({ shopperId: 'ann', points: 80, source: 'a', availableAt: null, reason: 'moderation' });
    await shop.server.transact((context) => release(context, 'a', new Date('2026-11-25T00:00:00Z')));
    expect(await shop.account('ann')).toMatchObject({ balance: 0, pendingBatches: [{ availableAt: '2026-11-25T00:00:00.000Z' }] });
    await shop.server.transact((context) => release(context, 'a', context.now));
    expect(await shop.account('ann')).toMatchObject({ balance: 80, pending: 0 });
    await shop.server.transact((context) => release(context, 'a', new Date('2026-11-25T00:00:00Z')));
    expect(await shop.account('ann')).toMatchObject({ balance: 80, pending: 0 });
  });

  it('gives whoever is blocked nothing', async () => {
    await shop.enrol('ann');
    await shop.server.merchant('POST', '/shoppers/ann/block', { reason: 'Chargebacks' });
    await shop.give({ shopperId: 'ann', points: 80, source: 'a' });
    expect(await shop.account('ann')).toMatchObject({ state: 'blocked', balance: 100 });
  });

  it('pages the history, newest first, without a line twice or left out', async () => {
    for (let i = 0; i < 25; i++) {
      await shop.give({ shopperId: 'ann', points: i + 1, source: `s:${i}` });
      if (i % 3 === 0) shop.server.advance({ seconds: 1 });
    }
    const seen: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await shop.server.call('points.history', { limit: 7, ...(cursor && { cursor }) }, { as: 'ann' });
      seen.push(...page.items.map(({ delta }: { delta: number }) => delta));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => 25 - i));
    expect(await shop.history('bob')).toEqual([]);
  });

  it('refuses to have an entry changed or deleted', async () => {
    await shop.give({ shopperId: 'ann', points: 80, source: 'a' });
    const { db } = shop.server.runtime.store;
    await expect(db.updateTable('points_entries').set({ delta: 81 }).execute()).rejects.toThrow('only ever added to');
    await expect(db.deleteFrom('points_entries').execute()).rejects.toThrow('only ever added to');
    expect(await shop.account('ann')).toMatchObject({ balance: 80 });
  });
});
