import { randomUUID } from 'node:crypto';
import type { PointsProgram } from '@aftercart/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { takeBack } from './award.ts';
import { openShop, PROGRAM, refusalOf, type Shop } from './test/shop.ts';

describe.each(ENGINES)('redeeming on %s', (engine) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(engine);
    await shop.program();
    await shop.enrol('ann');
    await shop.give({ shopperId: 'ann', points: 1_000, source: 'gift:ann' });
  });
  afterEach(async () => {
    await shop.check();
    await shop.close();
  });

  const eligibility = async (rewardId: string, shopper = 'ann') => {
    const program = await shop.server.call<PointsProgram>('points.program', {}, { as: shopper });
    return program.rewards.find(({ id }) => id === rewardId)?.eligibility;
  };
  const withReward = (changes: object) => shop.program({ rewards: [{ ...PROGRAM.rewards[0], ...changes }] });

  it('takes the points and hands out a code', async () => {
    const [code] = await shop.codes('five', 1);
    const redemption = await shop.redeem('ann', 'five-off');
    expect(redemption).toMatchObject({ rewardId: 'five-off', title: 'Five off', pointsSpent: 500, fulfilment: 'issued', usage: 'unused', code, expiresAt: null, revocable: true });
    expect(await shop.account('ann')).toMatchObject({ balance: 600, spent: 500, lifetime: 1_100 });
    expect((await shop.history('ann'))[0]).toMatchObject({ delta: -500, kind: 'redemption', description: 'Five off', redemption });
  });

  it('takes as many points as the shopper likes, and a code of that value', async () => {
    const [code] = await shop.codes('flex-400', 1);
    expect(await shop.redeem('ann', 'flexible', 400)).toMatchObject({ pointsSpent: 400, code });
    for (const points of [undefined, 100, 250, 1_100]) expect(await refusalOf(shop.redeem('ann', 'flexible', points))).toBe('INVALID_REQUEST');
    expect(await refusalOf(shop.redeem('ann', 'flexible', 300))).toBe('REWARD_OUT_OF_STOCK');
    expect(await shop.account('ann')).toMatchObject({ balance: 700 });
  });

  it('refuses what is not there, costs another price, or costs too much', async () => {
    await shop.codes('five', 5);
    expect(await refusalOf(shop.redeem('ann', 'nothing'))).toBe('INVALID_REQUEST');
    expect(await refusalOf(shop.redeem('ann', 'five-off', 400))).toBe('INVALID_REQUEST');
    await shop.redeem('ann', 'five-off', 500);
    await shop.redeem('ann', 'five-off');
    expect(await eligibility('five-off')).toEqual({ status: 'insufficient_points', missingPoints: 400 });
    expect(await refusalOf(shop.redeem('ann', 'five-off'))).toBe('INSUFFICIENT_POINTS');
    await withReward({ active: false });
    expect(await refusalOf(shop.redeem('ann', 'five-off'))).toBe('INVALID_REQUEST');
    expect(await eligibility('five-off')).toBe(undefined);
  });

  it('is for members', async () => {
    expect(await eligibility('mug', 'bob')).toEqual({ status: 'member_only' });
    expect(await refusalOf(shop.redeem('bob', 'mug'))).toBe('CUSTOMER_NOT_ENROLLED');
    await shop.server.merchant('POST', '/shoppers/ann/block', { reason: 'Abuse' });
    expect(await eligibility('mug')).toEqual({ status: 'unknown' });
    expect(await refusalOf(shop.redeem('ann', 'mug'))).toBe('CUSTOMER_BLOCKED');
    await shop.server.merchant('POST', '/shoppers/ann/unblock', {});
    expect(await eligibility('mug')).toEqual({ status: 'redeemable' });
  });

  it('refuses when no code is left, or those that are left are too old', async () => {
    expect(await eligibility('five-off')).toEqual({ status: 'out_of_stock' });
    expect(await refusalOf(shop.redeem('ann', 'five-off'))).toBe('REWARD_OUT_OF_STOCK');
    await shop.server.merchant('POST', '/points/coupon-codes', { pool: 'five', codes: ['OLD-1'], expiresAt: '2026-11-23T00:00:00+01:00' });
    expect(await eligibility('five-off')).toEqual({ status: 'redeemable' });
    shop.server.setNow('2026-11-22T23:00:00Z');
    expect(await refusalOf(shop.redeem('ann', 'five-off'))).toBe('REWARD_OUT_OF_STOCK');
    expect(await shop.account('ann')).toMatchObject({ balance: 1_100 });
  });

  it('keeps to a limit of so many in so many days, and says when it ends', async () => {
    await withReward({ cost: { type: 'fixed', points: 10 }, limit: { times: 2, days: 30 } });
    await shop.codes('five', 5);
    const first = await shop.redeem('ann', 'five-off');
    shop.server.advance({ days: 10 });
    await shop.redeem('ann', 'five-off');
    expect(await refusalOf(shop.redeem('ann', 'five-off'))).toBe('REWARD_LIMIT_REACHED');
    expect(await eligibility('five-off')).toEqual({ status: 'claim_limit_reached', availableAt: '2026-12-22T09:00:00.000Z' });
    await shop.server.call('points.revoke', { redemptionId: first.id }, { as: 'ann' });
    await shop.redeem('ann', 'five-off');
    shop.server.advance({ days: 30 });
    await shop.redeem('ann', 'five-off');
    await withReward({ limit: { times: 3 } });
    expect(await eligibility('five-off')).toEqual({ status: 'claim_limit_reached' });
  });

  it('lets a code end when the reward or the code itself does, whichever is sooner', async () => {
    await withReward({ validDays: 30 });
    await shop.server.merchant('POST', '/points/coupon-codes', { pool: 'five', codes: ['SHORT'], expiresAt: '2026-11-30T00:00:00Z' });
    expect(await shop.redeem('ann', 'five-off')).toMatchObject({ expiresAt: '2026-11-30T00:00:00.000Z' });
    await shop.codes('five', 1);
    expect(await shop.redeem('ann', 'five-off')).toMatchObject({ expiresAt: '2026-12-22T09:00:00.000Z' });
  });

  it('gives one effect for one key', async () => {
    await shop.codes('five', 5);
    const key = randomUUID();
    const [first, second] = [await shop.server.call('points.redeem', { rewardId: 'five-off' }, { as: 'ann', key }), await shop.server.call('points.redeem', { rewardId: 'five-off' }, { as: 'ann', key })];
    expect(second).toEqual(first);
    expect(await shop.account('ann')).toMatchObject({ balance: 600 });
    expect(await refusalOf(shop.server.call('points.redeem', { rewardId: 'mug' }, { as: 'ann', key }))).toBe('CONFLICT');
  });

  describe('giving back', () => {
    const revoke = (redemptionId: string, shopper = 'ann') => shop.server.call('points.revoke', { redemptionId }, { as: shopper });

    it('puts the points back to where they came from, once, and the code is nobody’s', async () => {
      await shop.codes('five', 1);
      const { id, code } = await shop.redeem('ann', 'five-off');
      shop.server.advance({ days: 30 });
      expect(await revoke(id)).toMatchObject({ fulfilment: 'cancelled', revocable: false, code: null });
      expect(await shop.account('ann')).toMatchObject({ balance: 1_100, spent: 0, lifetime: 1_100, expiringBatches: [{ points: 1_100, expiresAt: '2027-11-22T09:00:00.000Z' }] });
      expect(await refusalOf(revoke(id))).toBe('CONFLICT');
      expect(await refusalOf(shop.redeem('ann', 'five-off'))).toBe('REWARD_OUT_OF_STOCK');
      expect(await refusalOf(shop.server.merchant('POST', '/points/redemptions/used', { code }))).toBe('CONFLICT');
      expect((await shop.history('ann'))[0]).toMatchObject({ delta: 500, kind: 'redemption', redemption: { id, fulfilment: 'cancelled' } });
    });

    it('refuses another shopper’s exactly like one that there is not', async () => {
      await shop.codes('five', 1);
      const { id } = await shop.redeem('ann', 'five-off');
      await shop.enrol('bob');
      const refusals = await Promise.all([revoke(id, 'bob'), revoke('none', 'bob')].map((act) => act.catch((error: { problem: object }) => ({ ...error.problem, instance: null }))));
      expect(refusals[0]).toEqual(refusals[1]);
      expect(await shop.account('ann')).toMatchObject({ balance: 600 });
    });

    it('refuses what was used, has expired, or was not handed out yet', async () => {
      await withReward({ validDays: 30 });
      await shop.codes('five', 2);
      const used = await shop.redeem('ann', 'five-off');
      expect(await shop.server.merchant('POST', '/points/redemptions/used', { code: used.code })).toMatchObject({ usage: 'used', revocable: false });
      expect(await refusalOf(revoke(used.id))).toBe('REWARD_ALREADY_USED');
      const expired = await shop.redeem('ann', 'five-off');
      shop.server.advance({ days: 30 });
      expect(await refusalOf(revoke(expired.id))).toBe('CONFLICT');
      await shop.program();
      await shop.give({ shopperId: 'ann', points: 1_000, source: 'more' });
      expect(await refusalOf(revoke((await shop.redeem('ann', 'mug')).id))).toBe('CONFLICT');
    });

    it('knows from an order that a code was used', async () => {
      const [code] = await shop.codes('five', 1);
      const { id } = await shop.redeem('ann', 'five-off');
      await shop.order('NP-1', null, 5_000, { couponCodes: [code] });
      await shop.happens('NP-1', 'paid');
      expect(await refusalOf(revoke(id))).toBe('REWARD_ALREADY_USED');
    });

    it('gives points whose day has passed a week, and does not lose them', async () => {
      await shop.codes('five', 1);
      await shop.program({ expiry: { days: 10 } });
      await shop.give({ shopperId: 'ann', points: 300, source: 'short' });
      const { id } = await shop.redeem('ann', 'five-off');
      shop.server.advance({ days: 20 });
      await revoke(id);
      expect(await shop.account('ann')).toMatchObject({
        balance: 1_400, expiringBatches: [{ points: 300, expiresAt: '2026-12-19T09:00:00.000Z' }, { points: 1_100, expiresAt: '2027-11-22T09:00:00.000Z' }],
      });
      shop.server.advance({ days: 7 });
      expect(await shop.account('ann')).toMatchObject({ balance: 1_100 });
    });

    it('pays a debt that was made meanwhile first', async () => {
      await shop.codes('five', 2);
      const { id } = await shop.redeem('ann', 'five-off');
      await shop.redeem('ann', 'five-off');
      await shop.server.transact((context) => takeBack(context, 'gift:ann'));
      expect(await shop.account('ann')).toMatchObject({ balance: -900 });
      await revoke(id);
      expect(await shop.account('ann')).toMatchObject({ balance: -400, expiringBatches: [] });
    });
  });

  describe('a reward that the shop hands out itself', () => {
    const fulfil = (id: string, body: object) => shop.server.merchant('POST', `/points/redemptions/${id}/fulfilment`, body);

    it('waits for the shop, which gives a code of its own', async () => {
      const { id, ...redemption } = await shop.redeem('ann', 'mug');
      expect(redemption).toMatchObject({ fulfilment: 'pending', usage: 'untracked', code: null, revocable: false });
      expect(await fulfil(id, { status: 'issued', code: 'MUG-1' })).toMatchObject({ fulfilment: 'issued', usage: 'unused', code: 'MUG-1', revocable: true });
      expect(await fulfil(id, { status: 'issued', code: 'MUG-1' })).toMatchObject({ fulfilment: 'issued' });
      expect(await refusalOf(fulfil(id, { status: 'failed' }))).toBe('CONFLICT');
      const other = await shop.redeem('ann', 'mug');
      expect(await refusalOf(fulfil(other.id, { status: 'issued', code: 'MUG-1' }))).toBe('CONFLICT');
    });

    it('gives the points back when it could not be handed out', async () => {
      const { id } = await shop.redeem('ann', 'mug');
      expect(await fulfil(id, { status: 'failed' })).toMatchObject({ fulfilment: 'failed' });
      await fulfil(id, { status: 'failed' });
      expect(await shop.account('ann')).toMatchObject({ balance: 1_100, spent: 0 });
      expect(await refusalOf(fulfil('none', { status: 'failed' }))).toBe('INVALID_REQUEST');
    });
  });

  it('tells the shop', async () => {
    const told = await openShop(engine, { env: { AFTERCART_WEBHOOK_URLS: 'https://shop.example/hook', AFTERCART_WEBHOOK_SECRET: 'x'.repeat(32) } });
    await told.program();
    await told.enrol('ann');
    await told.give({ shopperId: 'ann', points: 500, source: 'gift' });
    const [code] = await told.codes('five', 1);
    const { id } = await told.redeem('ann', 'five-off');
    await told.server.call('points.revoke', { redemptionId: id }, { as: 'ann' });
    const events = await told.server.runtime.store.db.selectFrom('outbox').select(['type', 'body']).orderBy('id').execute();
    expect(events.map(({ type }) => type)).toEqual(['redemption.created', 'redemption.revoked']);
    expect(JSON.parse(events[1]!.body).data).toMatchObject({ id, shopperId: 'ann', code, points: 500, fulfilment: 'cancelled' });
    await told.close();
  });
});
