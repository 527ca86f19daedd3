import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { openReferralShop, type ReferralShop } from './test/shop.ts';

// Each opens a database of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.each(ENGINES)('what an order does to a referral on %s', (engine) => {
  let shop: ReferralShop;
  let code: string;
  let coupon: string;
  beforeEach(async () => {
    shop = await openReferralShop(engine);
    code = await shop.code('ann');
    coupon = (await shop.claim(code, 'fay@friends.example')).code!;
    shop.advance({ hours: 1 });
  });
  afterEach(() => shop.close());

  const friend = async () => (await shop.friends('ann'))[0]!;
  const forMerchant = async () => (await shop.merchant('GET', '/referrals')).items[0];
  const events = async () => (await shop.runtime.store.db.selectFrom('outbox').select('body').where('type', 'like', 'referral.%').orderBy('id').execute()).map(({ body }) => JSON.parse(body) as { type: string; data: any });
  const pass = async (days: number) => {
    shop.advance({ days });
    await shop.sweep();
  };

  it('waits for the return window, then rewards the advocate once, however often the sweep runs', async () => {
    await shop.order('F-1', { couponCodes: [coupon] }, 'paid', 'paid');
    expect(await friend()).toMatchObject({ status: 'pending', reason: 'awaiting_return_window', availableAt: null });
    await pass(60);
    expect(await shop.balance('ann')).toBe(0);
    await shop.order('F-1', { couponCodes: [coupon] }, 'delivered');
    expect((await friend()).availableAt).toBe(new Date(shop.now().getTime() + 14 * 86_400_000).toISOString());
    await pass(13);
    expect(await shop.balance('ann')).toBe(0);
    shop.advance({ days: 1 });
    await Promise.all([shop.sweep(), shop.sweep(), shop.sweep()]);
    await shop.sweep();
    expect(await friend()).toMatchObject({ status: 'approved', reason: null });
    expect(await shop.balance('ann')).toBe(250);
    expect((await events()).map(({ type }) => type)).toEqual(['referral.claimed', 'referral.approved']);
    expect((await events())[1]!.data).toEqual({ referralId: (await friend()).id, shopperId: 'ann', rewardCode: null });
  });

  it('knows the friend by the coupon, by the e-mail or by the account', async () => {
    await shop.members('gil');
    await shop.claim(code, 'gil@friends.example', { as: 'gil' });
    await shop.claim(code, 'hal@friends.example');
    shop.advance({ seconds: 1 });
    await shop.order('F-1', { couponCodes: ['OTHER', coupon], email: 'another@friends.example' }, 'paid');
    await shop.order('G-1', { shopper: 'gil' }, 'paid');
    await shop.order('H-1', { email: 'HAL+shop@friends.example' }, 'paid');
    await shop.order('X-1', { email: 'stranger@friends.example' }, 'paid');
    expect((await shop.merchant('GET', '/referrals?status=pending')).items.map((item: any) => item.orderNumber).sort()).toEqual(['F-1', 'G-1', 'H-1']);
  });

  it('counts the first order alone', async () => {
    await shop.order('F-1', { email: 'fay@friends.example' }, 'paid');
    await shop.order('F-2', { email: 'fay@friends.example', couponCodes: [coupon] }, 'paid', 'cancelled');
    expect(await forMerchant()).toMatchObject({ orderNumber: 'F-1', status: 'pending' });
  });

  it('understands payment that is told after delivery', async () => {
    await shop.order('F-1', { email: 'fay@friends.example' }, 'delivered', 'paid');
    expect((await friend()).availableAt).not.toBeNull();
    await pass(14);
    expect(await shop.balance('ann')).toBe(250);
  });

  it('ends when the order is below the minimum', async () => {
    await shop.order('F-1', { couponCodes: [coupon], total: 4_999 }, 'paid');
    expect(await friend()).toMatchObject({ status: 'void', reason: 'other' });
    expect((await forMerchant()).merchantReason).toContain('at least 5000');
  });

  it('holds an order in another currency for the merchant', async () => {
    await shop.order('F-1', { couponCodes: [coupon], currency: 'USD' }, 'paid', 'delivered');
    expect(await forMerchant()).toMatchObject({ status: 'pending', held: true, findings: [{ rule: 'other-currency' }] });
    await pass(20);
    expect(await shop.balance('ann')).toBe(0);
    await shop.merchant('POST', `/referrals/${(await friend()).id}/approve`);
    await shop.sweep();
    expect(await shop.balance('ann')).toBe(250);
  });

  it('declines an order of the advocate, by account or by e-mail', async () => {
    await shop.order('F-1', { couponCodes: [coupon], shopper: 'ann' }, 'paid');
    expect(await friend()).toMatchObject({ status: 'declined', reason: 'self_referral' });
    const bobs = await shop.code('bob');
    const { code: second } = await shop.claim(bobs, 'gus@friends.example');
    await shop.order('B-0', { shopper: 'bob', email: 'bob@home.example' });
    shop.advance({ seconds: 1 });
    await shop.order('B-1', { couponCodes: [second], email: 'Bob+x@home.example' }, 'paid');
    expect((await shop.friends('bob'))[0]).toMatchObject({ status: 'declined', reason: 'self_referral' });
  });

  it('declines a friend’s coupon in the hands of a customer', async () => {
    await shop.order('C-0', { email: 'old@customers.example' }, 'paid');
    shop.advance({ seconds: 1 });
    await shop.order('C-1', { couponCodes: [coupon], email: 'old@customers.example' }, 'paid');
    expect(await friend()).toMatchObject({ status: 'declined', reason: 'already_customer' });
  });

  it('declines an order that was placed before the friend came', async () => {
    await shop.order('F-0', { couponCodes: [coupon], placedAt: '2026-11-21T09:00:00Z' }, 'paid');
    expect(await friend()).toMatchObject({ status: 'declined', reason: 'already_customer' });
  });

  it('holds an order to the advocate’s address, and takes the merchant’s word for it', async () => {
    await shop.order('A-1', { shopper: 'ann', address: '1 Market St, Athens' });
    await shop.order('F-1', { couponCodes: [coupon], address: '1, market st. ATHENS' }, 'paid', 'delivered');
    expect(await friend()).toMatchObject({ status: 'pending', reason: 'under_review' });
    await shop.merchant('POST', `/referrals/${(await friend()).id}/approve`);
    expect(await friend()).toMatchObject({ status: 'pending', reason: 'awaiting_return_window' });
    await pass(14);
    expect(await shop.balance('ann')).toBe(250);
  });

  it('declines an order to the advocate’s address when another sign waits to be looked at', async () => {
    const here = { 'x-forwarded-for': '192.0.2.9', 'user-agent': 'Safari' };
    await shop.members('eve');
    const { code: eves } = await shop.call('referrals.link', {}, { as: 'eve', headers: here });
    expect((await shop.claim(eves, 'gus@friends.example', { from: '192.0.2.9', with: 'Safari' })).status).toBe('pending');
    await shop.order('E-1', { shopper: 'eve', address: '2 Market St' });
    shop.advance({ seconds: 1 });
    await shop.order('G-1', { email: 'gus@friends.example', address: '2 Market St' }, 'paid');
    expect((await shop.friends('eve'))[0]).toMatchObject({ status: 'declined', reason: 'self_referral' });
  });

  it('keeps the reward after a refund that leaves the minimum, and ends below it', async () => {
    await shop.order('F-1', { couponCodes: [coupon], total: 8_000 }, 'paid', 'delivered');
    await shop.refund('F-1', 3_000);
    expect(await friend()).toMatchObject({ status: 'pending', reason: 'awaiting_return_window' });
    await shop.refund('F-1', 1, 'r2');
    expect(await friend()).toMatchObject({ status: 'void', reason: 'order_returned' });
    await pass(30);
    expect(await shop.balance('ann')).toBe(0);
  });

  it('without a minimum ends only when everything was given back', async () => {
    await shop.program({ minimumOrder: null });
    const own = (await shop.claim(code, 'min@friends.example')).code;
    shop.advance({ seconds: 1 });
    await shop.order('M-1', { couponCodes: [own], total: 100 }, 'paid', 'delivered');
    await shop.refund('M-1', 99);
    expect((await friend()).status).toBe('pending');
    await shop.refund('M-1', 1, 'r2');
    expect(await friend()).toMatchObject({ status: 'void', reason: 'order_returned' });
  });

  it('takes the reward back after a late return, once', async () => {
    await shop.order('F-1', { couponCodes: [coupon] }, 'paid', 'delivered');
    await pass(14);
    expect(await shop.balance('ann')).toBe(250);
    await shop.refund('F-1', 8_000);
    await shop.refund('F-1', 8_000);
    expect(await friend()).toMatchObject({ status: 'void', reason: 'order_returned' });
    expect(await shop.balance('ann')).toBe(0);
    expect((await events()).filter(({ type }) => type === 'referral.declined')).toHaveLength(1);
  });

  it('ends when the order is cancelled', async () => {
    await shop.order('F-1', { couponCodes: [coupon] }, 'paid', 'cancelled');
    expect(await friend()).toMatchObject({ status: 'void', reason: 'order_cancelled' });
  });

  it('takes the reward back when a guest’s order turns out to be the advocate’s', async () => {
    await shop.order('F-1', { couponCodes: [coupon] }, 'paid', 'delivered');
    await pass(14);
    expect(await shop.balance('ann')).toBe(250);
    await shop.order('F-1', { couponCodes: [coupon], shopper: 'ann', placedAt: '2026-11-22T10:00:00Z' });
    expect(await friend()).toMatchObject({ status: 'declined', reason: 'self_referral' });
    expect(await shop.balance('ann')).toBe(0);
  });

  it('counts an order that was placed in time and paid after the offer had expired, and none that was placed after', async () => {
    const { code: late } = await shop.claim(code, 'late@friends.example');
    shop.advance({ days: 29 });
    const placedAt = shop.now().toISOString();
    await shop.order('F-1', { couponCodes: [coupon], placedAt });
    await pass(3);
    expect((await shop.friends('ann')).map(({ status, reason }) => [status, reason])).toEqual([['void', 'expired'], ['void', 'expired']]);
    await shop.order('F-1', { couponCodes: [coupon], placedAt }, 'paid');
    await shop.order('L-1', { couponCodes: [late] }, 'paid');
    expect((await shop.friends('ann')).map(({ status }) => status)).toEqual(['void', 'pending']);
  });

  it('rewards with a coupon where that is the offer, waits for codes, and tells the shop which to cancel', async () => {
    await shop.program({ advocateOffer: { kind: 'amount_off', title: '€5', amount: { amount: 500, currency: 'EUR' }, pool: 'advocates' } });
    const { code: own } = await shop.claim(code, 'cup@friends.example');
    shop.advance({ seconds: 1 });
    await shop.order('U-1', { couponCodes: [own] }, 'paid', 'delivered');
    await pass(14);
    const held = await forMerchant();
    expect(held).toMatchObject({ held: true, findings: [{ rule: 'pool-empty' }] });
    await shop.pool('advocates', 1);
    await shop.merchant('POST', `/referrals/${held.id}/approve`);
    await shop.sweep();
    expect(await forMerchant()).toMatchObject({ status: 'approved', rewardCode: expect.stringMatching(/^advocates-/) });
    await shop.refund('U-1', 8_000);
    expect((await events()).at(-1)).toMatchObject({ type: 'referral.declined', data: { status: 'void', rewardCode: expect.stringMatching(/^advocates-/) } });
  });

  it('gives a friend points, where that is the offer, together with the advocate', async () => {
    await shop.program({ friendOffer: { kind: 'points', title: '100 points', points: 100 } });
    expect(await shop.claim(code, 'pia@friends.example')).toMatchObject({ status: 'claimed', code: null, offer: { kind: 'points', points: 100 } });
    shop.advance({ seconds: 1 });
    await shop.order('P-1', { shopper: 'pia', email: 'pia@friends.example' }, 'paid', 'delivered');
    await pass(14);
    expect([await shop.balance('ann'), await shop.balance('pia')]).toEqual([250, 100]);
    await shop.refund('P-1', 8_000);
    expect([await shop.balance('ann'), await shop.balance('pia')]).toEqual([0, 0]);
  });

  it('gives a blocked advocate nothing', async () => {
    await shop.order('F-1', { couponCodes: [coupon] }, 'paid', 'delivered');
    await shop.transact(({ db }) => db.updateTable('shoppers').set({ state: 'blocked' }).where('id', '=', 'ann').execute());
    await pass(14);
    expect(await forMerchant()).toMatchObject({ status: 'declined', merchantReason: 'The advocate was blocked when the reward was due.' });
  });

  it('takes the reward back when the merchant declines afterwards', async () => {
    await shop.order('F-1', { couponCodes: [coupon] }, 'paid', 'delivered');
    await pass(14);
    const { id } = await forMerchant();
    await shop.merchant('POST', `/referrals/${id}/decline`, { reason: 'Found out later.' });
    await shop.merchant('POST', `/referrals/${id}/decline`, { reason: 'Found out later.' });
    expect(await shop.balance('ann')).toBe(0);
    expect(await shop.refusal(shop.merchant('POST', '/referrals/none/decline', { reason: 'x' }))).toBe('INVALID_REQUEST');
  });
});
