import { memoryAdapter } from '@aftercart/adapter-memory';
import { LOCALES } from '@aftercart/adapter-memory/demo';
import type { LedgerPage, PointsProgram, ReferralPage, ReviewRequests, Shipments } from '@aftercart/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { checkLedger } from '../points/check.ts';
import { fillDemo } from './fill.ts';

describe.each(ENGINES)('the demo shop on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { args: ['--demo'] });
    await fillDemo(server.runtime);
  });
  afterAll(() => server.close());

  it('has a member with miles that wait, that lapse soon and that were spent', async () => {
    const account = await server.call('points.account', {}, { as: 'ann' });
    expect(account).toMatchObject({ state: 'member', tier: { current: { id: 'ridge' }, next: { id: 'summit' } } });
    expect(account.balance).toBeGreaterThan(1_000);
    expect(new Set(account.pendingBatches.map(({ reason }: { reason: string }) => reason))).toEqual(new Set(['return_window', 'delivery', 'moderation']));
    const soon = Date.parse(account.expiringBatches[0].expiresAt) - server.now().getTime();
    expect(soon / 86_400_000).toBeLessThan(30);
    const { items } = await server.call<LedgerPage>('points.history', { limit: 100 }, { as: 'ann' });
    const kinds = new Set(items.map(({ kind, status }) => `${kind} ${status}`));
    for (const kind of ['purchase approved', 'purchase pending', 'purchase void', 'sign_up approved', 'birthday approved', 'referral approved', 'redemption approved', 'expiry approved']) expect(kinds).toContain(kind);
    expect(items.map(({ createdAt }) => createdAt)).toEqual(items.map(({ createdAt }) => createdAt).sort().reverse());
  });

  it('has rewards for every answer to whether the member may', async () => {
    const { rewards } = await server.call<PointsProgram>('points.program', {}, { as: 'ann' });
    expect(Object.fromEntries(rewards.map(({ id, eligibility }) => [id, eligibility.status]))).toMatchObject({
      'five-off': 'redeemable', 'ten-percent': 'claim_limit_reached', mug: 'out_of_stock', 'gift-card': 'insufficient_points', 'guided-hike': 'member_only',
    });
    const redeemed = await server.call('points.redeem', { rewardId: 'flexible', points: 700 }, { as: 'ann' });
    expect(redeemed.code).toMatch(/^NP-/);
  });

  it('has friends in every state', async () => {
    const { items } = await server.call<ReferralPage>('referrals.list', { limit: 100 }, { as: 'ann' });
    expect(new Set(items.map(({ status, reason }) => `${status} ${reason ?? ''}`.trim()))).toEqual(
      new Set([
        'claimed awaiting_order', 'pending awaiting_return_window', 'pending under_review', 'approved', 'declined self_referral', 'declined already_customer',
        'declined already_referred', 'void order_returned', 'void order_cancelled', 'void expired',
      ]),
    );
    const { links } = await server.call('referrals.link', {}, { as: 'ann' });
    expect(links[0].url).toMatch(/^\/index\.html\?ref=[^&]+&via=direct#friend$/);
  });

  it('has reviews that are open, wait, were published and were refused', async () => {
    const { items } = await server.call<ReviewRequests>('reviews.requests', {}, { as: 'ann' });
    expect(items.map(({ review }) => review?.status ?? 'open').sort()).toEqual(['open', 'open', 'open', 'pending', 'published', 'rejected']);
    expect(items.find(({ product }) => product.id === 'backpack')!.aspects!.map(({ id }) => id)).toEqual(['fit', 'comfort', 'quality']);
  });

  it('has parcels that move, wait, are late and have arrived, for the shopper and for a guest with proof', async () => {
    const { items } = await server.call<Shipments>('tracking.shipments', {}, { as: 'ann' });
    expect(items.map(({ status }) => status).sort()).toEqual(['delivered', 'exception', 'in_transit', 'in_transit', 'ready_for_pickup']);
    expect(items.filter(({ delayed }) => delayed)).toHaveLength(1);
    for (const proof of [{ email: 'ann@example.com' }, { postcode: '105 58' }]) {
      expect((await server.call<Shipments>('tracking.shipments', { orderNumber: 'np-10241', proof })).items).toHaveLength(2);
    }
  });

  it('has orders that can be withdrawn from, and one for which it is too late', async () => {
    const withdrawable = async (orderNumber: string) => (await server.call('returns.deadline', { orderNumber }, { as: 'ann' })).withdrawable;
    expect(await withdrawable('NP-10241')).toBe(true);
    expect(await withdrawable('NP-10218')).toBe(true);
    expect(await withdrawable('NP-10142')).toBe(false);
  });

  it('has a candidate, a new member, a debt and a block', async () => {
    const of = async (as: string) => {
      const { state, balance } = await server.call('points.account', {}, { as });
      return { state, balance };
    };
    expect(await of('bob')).toEqual({ state: 'candidate', balance: 0 });
    expect(await of('cleo')).toEqual({ state: 'member', balance: 100 });
    expect(await of('dan')).toEqual({ state: 'member', balance: -200 });
    expect((await of('eve')).state).toBe('blocked');
    await expect(server.call('points.redeem', { rewardId: 'five-off' }, { as: 'eve' })).rejects.toMatchObject({ problem: { code: 'CUSTOMER_BLOCKED' } });
  });

  it.each(LOCALES)('says what the shop in the page says, in %s', async (locale) => {
    const memory = memoryAdapter({ latency: 0 });
    const context = { signal: new AbortController().signal, locale, token: () => Promise.resolve(null) };
    const titles = ({ name, rewards, earningRules, tiers }: PointsProgram) => [name, rewards.map(({ title }) => title), earningRules.map(({ title }) => title), tiers.map(({ benefits }) => benefits)];
    expect(titles(await server.call<PointsProgram>('points.program', {}, { locale }))).toEqual(titles((await memory.points.program({}, context))!));
    const here = await server.call('faq.entries', {}, { locale });
    const there = await memory.faq.entries({}, context);
    expect(here.items.map(({ answer }: { answer: string }) => answer)).toEqual(there.items.map(({ answer }) => answer));
    for (const country of ['GR', 'DE', 'RU', 'US', 'AU']) {
      const asked = { country, productId: 'tent' };
      const { exclusions, merchantReturnDays, statutory, conditions } = (await memory.returns.policy(asked, context))!;
      expect(await server.call('returns.policy', asked, { locale })).toMatchObject({ exclusions, merchantReturnDays, statutory: statutory?.days ? { days: statutory.days } : null, conditions });
    }
    expect((await server.call('referrals.program', {}, { locale })).terms).toBe((await memory.referrals.program({}, context))!.terms);
    expect((await server.call('faq.contact', {}, { locale })).channels).toMatchObject((await memory.faq.contact({}, context))!.channels);
  });

  it('has a ledger that adds up', async () => {
    const faults: string[] = [];
    await checkLedger(server.runtime.store, (fault) => faults.push(fault));
    expect(faults).toEqual([]);
  });

  it('is filled once', async () => {
    const count = async () => (await server.runtime.store.db.selectFrom('orders').select('number').execute()).length;
    const before = await count();
    await server.call('points.redeem', { rewardId: 'five-off' }, { as: 'ann' });
    const { balance } = await server.call('points.account', {}, { as: 'ann' });
    await fillDemo(server.runtime);
    expect(await count()).toBe(before);
    expect((await server.call('points.account', {}, { as: 'ann' })).balance).toBe(balance);
  });
});

describe.each(ENGINES)('a demo on %s', (engine) => {
  it('does not take over a real shop', async () => {
    const server = await openTestServer(engine, { args: ['--demo'] });
    try {
      await server.merchant('PUT', '/shoppers/real', { email: 'real@shop.example' });
      await expect(fillDemo(server.runtime)).rejects.toThrow(/holds a shop that is no demo/);
      expect(await server.runtime.store.db.selectFrom('documents').selectAll().execute()).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it('is filled by one of several that start at once', async () => {
    const server = await openTestServer(engine, { args: ['--demo'] });
    try {
      await Promise.all([fillDemo(server.runtime), fillDemo(server.runtime), fillDemo(server.runtime)]);
      expect((await server.call('points.account', {}, { as: 'cleo' })).balance).toBe(100);
    } finally {
      await server.close();
    }
  });
});
