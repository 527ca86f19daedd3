import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { takeBack } from './award.ts';
import { openShop, PROGRAM, refusalOf, type Shop } from './test/shop.ts';

const LEVELS = [
  { id: 'trail', name: { en: 'Trail', el: 'Μονοπάτι' }, threshold: 0 },
  { id: 'ridge', name: 'Ridge', threshold: 1_000, multiplier: 1.25, benefits: ['Early access'] },
  { id: 'summit', name: 'Summit', threshold: 2_500, multiplier: 1.5 },
];

describe.each(ENGINES)('tiers on %s', (engine) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(engine, { env: { AFTERCART_WEBHOOK_URLS: 'https://shop.example/hook', AFTERCART_WEBHOOK_SECRET: 'x'.repeat(32) } });
  });
  afterEach(async () => {
    await shop.check();
    await shop.close();
  });

  const withTiers = (period: object, changes: object = {}) =>
    shop.program({ earningRules: PROGRAM.earningRules.filter(({ kind }) => kind !== 'sign_up'), tiers: { unit: 'points', period, levels: LEVELS }, ...changes });
  const tier = async (shopper = 'ann') => (await shop.account(shopper)).tier;
  let given = 0;
  const give = (points: number) => shop.give({ shopperId: 'ann', points, source: `given:${++given}` });
  const changes = async () => {
    const rows = await shop.server.runtime.store.db.selectFrom('outbox').select('body').where('type', '=', 'tier.changed').orderBy('id').execute();
    return rows.map(({ body }) => JSON.parse(body).data);
  };

  it('are for members, begin with the lowest, and have names in the shopper’s language', async () => {
    await withTiers({ type: 'calendar_year' });
    expect(await tier()).toBe(null);
    await shop.enrol('ann');
    expect(await tier()).toEqual({ current: { id: 'trail', name: 'Trail' }, next: { id: 'ridge', name: 'Ridge' }, unit: 'points', currency: null, progress: 0, toNext: 1_000, toRetain: null, expiresAt: null });
    expect(await shop.server.call('points.account', {}, { as: 'ann', locale: 'el' })).toMatchObject({ tier: { current: { name: 'Μονοπάτι' } } });
    expect(await changes()).toEqual([{ shopperId: 'ann', from: null, to: 'trail' }]);
  });

  it('of a calendar year are reached at once, kept through the next year, and lost at its end', async () => {
    await withTiers({ type: 'calendar_year' });
    await shop.enrol('ann');
    await give(1_200);
    expect(await tier()).toMatchObject({ current: { id: 'ridge' }, next: { id: 'summit' }, progress: 1_200, toNext: 1_300, toRetain: 0, expiresAt: '2027-01-01T00:00:00.000Z' });
    shop.server.setNow('2027-01-01T00:00:00Z');
    expect(await tier()).toMatchObject({ current: { id: 'ridge' }, progress: 0, toNext: 2_500, toRetain: 1_000, expiresAt: '2028-01-01T00:00:00.000Z' });
    await give(400);
    expect(await tier()).toMatchObject({ current: { id: 'ridge' }, toRetain: 600 });
    shop.server.setNow('2028-01-01T00:00:00Z');
    expect(await tier()).toMatchObject({ current: { id: 'trail' }, toRetain: null, expiresAt: null });
    expect(await changes()).toEqual([
      { shopperId: 'ann', from: null, to: 'trail' }, { shopperId: 'ann', from: 'trail', to: 'ridge' }, { shopperId: 'ann', from: 'ridge', to: 'trail' },
    ]);
  });

  it('that roll are held for their months after they were reached, and by what was earned in them', async () => {
    await withTiers({ type: 'rolling', months: 3 });
    await shop.enrol('ann');
    await give(600);
    shop.server.setNow('2026-12-31T00:00:00Z');
    await give(500);
    expect(await tier()).toMatchObject({ current: { id: 'ridge' }, progress: 1_100, expiresAt: '2027-03-31T00:00:00.000Z', toRetain: 500 });
    shop.server.setNow('2027-02-23T00:00:00Z');
    // What was earned in November is more than three months ago.
    expect(await tier()).toMatchObject({ current: { id: 'ridge' }, progress: 500, toRetain: 500 });
    await give(500);
    expect(await tier()).toMatchObject({ current: { id: 'ridge' }, toRetain: 0, expiresAt: '2027-03-31T00:00:00.000Z' });
    shop.server.setNow('2027-04-01T00:00:00Z');
    expect(await tier()).toMatchObject({ current: { id: 'ridge' }, expiresAt: '2027-06-30T00:00:00.000Z' });
    shop.server.setNow('2029-04-01T00:00:00Z');
    expect(await tier()).toMatchObject({ current: { id: 'trail' }, progress: 0 });
  });

  it('for life are never reviewed', async () => {
    await withTiers({ type: 'lifetime' });
    await shop.enrol('ann');
    await give(3_000);
    shop.server.setNow('2036-01-01T00:00:00Z');
    expect(await tier()).toMatchObject({ current: { id: 'summit' }, next: null, progress: 3_000, toNext: null, toRetain: null, expiresAt: null });
  });

  it('count what was earned, not what was spent, and not what was taken back', async () => {
    await withTiers({ type: 'calendar_year' });
    await shop.enrol('ann');
    await give(900);
    await shop.redeem('ann', 'mug');
    await shop.give({ shopperId: 'ann', points: 90, source: 'undone' });
    await shop.server.transact((context) => takeBack(context, 'undone'));
    expect(await tier()).toMatchObject({ current: { id: 'trail' }, progress: 900 });
    await give(100);
    expect(await tier()).toMatchObject({ current: { id: 'ridge' }, progress: 1_000 });
  });

  it('may count money spent, less refunds, in one currency', async () => {
    await withTiers({ type: 'calendar_year' }, { tiers: { unit: 'spend', currency: 'EUR', period: { type: 'calendar_year' }, levels: LEVELS } });
    await shop.enrol('ann');
    await shop.order('NP-1', 'ann', 1_400);
    expect(await tier()).toMatchObject({ progress: 0 });
    await shop.happens('NP-1', 'paid');
    expect(await tier()).toMatchObject({ unit: 'spend', currency: 'EUR', current: { id: 'ridge' }, progress: 1_400 });
    await shop.refund('NP-1', 'r1', 600);
    await shop.order('NP-2', 'ann', 5_000, { currency: 'USD' });
    await shop.happens('NP-2', 'paid');
    // A tier that was reached is held until its review.
    expect(await tier()).toMatchObject({ current: { id: 'ridge' }, progress: 800, toRetain: 200 });
    expect((await changes()).at(-1)).toEqual({ shopperId: 'ann', from: 'trail', to: 'ridge' });
  });

  it('may count paid orders', async () => {
    const levels = LEVELS.map((level, index) => ({ ...level, threshold: index }));
    await withTiers({ type: 'calendar_year' }, { tiers: { unit: 'orders', period: { type: 'calendar_year' }, levels } });
    await shop.enrol('ann');
    for (const number of ['NP-1', 'NP-2', 'NP-3']) await shop.order(number, 'ann', 100);
    await shop.happens('NP-1', 'paid');
    await shop.happens('NP-2', 'paid');
    await shop.happens('NP-2', 'cancelled');
    expect(await tier()).toMatchObject({ current: { id: 'summit' }, progress: 1 });
  });

  it('multiply what purchases earn, and what is estimated', async () => {
    await withTiers({ type: 'calendar_year' }, { purchasesAvailable: { after: 'payment', days: 0 } });
    await shop.enrol('ann');
    await give(1_000);
    const lines = [{ productId: 'boots', quantity: 2, price: { amount: 4_999, currency: 'EUR' } }];
    expect(await shop.server.call('points.estimate', { lines }, { as: 'ann' })).toEqual({ points: 124 });
    expect(await shop.server.call('points.estimate', { lines })).toEqual({ points: 99 });
    await shop.order('NP-1', 'ann', 9_998);
    await shop.happens('NP-1', 'paid');
    expect(await shop.account('ann')).toMatchObject({ balance: 1_124 });
  });

  it('keep rewards for those who are high enough', async () => {
    await withTiers({ type: 'calendar_year' }, { rewards: [{ id: 'hike', kind: 'other', title: 'Hike', cost: { type: 'fixed', points: 10 }, fromTier: 'ridge' }] });
    await shop.enrol('ann');
    await give(100);
    const eligibility = async () => (await shop.server.call('points.program', {}, { as: 'ann' })).rewards[0].eligibility;
    expect(await eligibility()).toEqual({ status: 'member_only' });
    expect(await refusalOf(shop.redeem('ann', 'hike'))).toBe('NOT_ELIGIBLE');
    await give(900);
    expect(await eligibility()).toEqual({ status: 'redeemable' });
    expect(await refusalOf(shop.redeem('ann', 'hike'))).toBe('none');
  });

  it('go when the program has none any more', async () => {
    await withTiers({ type: 'calendar_year' });
    await shop.enrol('ann');
    await give(1_000);
    await shop.program();
    expect(await tier()).toBe(null);
    shop.server.setNow('2027-01-02T00:00:00Z');
    expect(await tier()).toBe(null);
    await withTiers({ type: 'rolling', months: 1 }, { tiers: { unit: 'points', period: { type: 'rolling', months: 1 }, levels: LEVELS.slice(1) } });
    expect(await tier()).toMatchObject({ current: null, next: { id: 'ridge' }, progress: 0, toNext: 1_000 });
  });
});
