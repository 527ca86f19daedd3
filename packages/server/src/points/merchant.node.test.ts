import type { LedgerPage } from '@aftercart/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import type { Refused } from '../test/server.ts';
import { pointsPrivacy } from './privacy.ts';
import { openShop, refusalOf, type Shop } from './test/shop.ts';

describe.each(ENGINES)('the merchant’s points on %s', (engine) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(engine);
    await shop.program();
    await shop.enrol('ann');
  });
  afterEach(async () => {
    await shop.check();
    await shop.close();
  });

  const adjust = (points: number, reference: string, shopperId = 'ann') => shop.server.merchant('POST', '/points/adjustments', { shopperId, points, reason: 'Sorry', reference });

  it('are given and taken by hand, once for each reference', async () => {
    expect(await adjust(50, 'a')).toMatchObject({ balance: 150, lifetime: 150 });
    expect(await adjust(50, 'a')).toMatchObject({ balance: 150 });
    expect(await adjust(-200, 'b')).toMatchObject({ balance: -50, lifetime: 150, spent: 0 });
    expect(await refusalOf(adjust(51, 'a'))).toBe('CONFLICT');
    expect(await refusalOf(adjust(50, 'a', 'bob'))).toBe('CONFLICT');
    expect(await refusalOf(adjust(0, 'c'))).toBe('INVALID_REQUEST');
    await Promise.all(Array.from({ length: 20 }, () => adjust(70, 'd')));
    expect(await shop.account('ann')).toMatchObject({ balance: 20 });
    expect((await shop.history('ann')).map(({ delta, kind, description }) => [delta, kind, description])).toEqual([
      [70, 'adjustment', 'Sorry'], [-200, 'adjustment', 'Sorry'], [50, 'adjustment', 'Sorry'], [100, 'sign_up', null],
    ]);
    await shop.server.merchant('POST', '/shoppers/ann/block', { reason: 'Abuse' });
    expect(await refusalOf(adjust(5, 'e'))).toBe('CUSTOMER_BLOCKED');
    expect(await adjust(-5, 'f')).toMatchObject({ balance: 15 });
  });

  it('are looked at, account and history', async () => {
    await adjust(50, 'a');
    expect(await shop.server.merchant('GET', '/points/shoppers/ann')).toMatchObject({ state: 'member', balance: 150 });
    const page = await shop.server.merchant<LedgerPage>('GET', '/points/shoppers/ann/history?limit=1');
    expect(page.items).toMatchObject([{ delta: 50 }]);
    const next = await shop.server.merchant<LedgerPage>('GET', `/points/shoppers/ann/history?limit=1&cursor=${page.nextCursor}`);
    expect(next).toMatchObject({ items: [{ delta: 100 }], nextCursor: null });
    expect(await shop.server.merchant('GET', '/points/shoppers/nobody')).toMatchObject({ state: 'candidate', balance: 0 });
  });

  it('have coupon codes: all of a list, or none with each that stands in the way', async () => {
    const add = (codes: string[], pool = 'five') => shop.server.merchant('POST', '/points/coupon-codes', { pool, codes });
    expect(await add(['A', 'B'])).toEqual({ pool: 'five', free: 2, taken: 0, expired: 0 });
    const refused = await add(['C', 'B', 'D', 'D'], 'other').catch((error: Refused) => error.problem);
    expect(refused).toMatchObject({ code: 'INVALID_REQUEST', errors: [{ path: '/codes/3', detail: 'D is twice in the list' }, { path: '/codes/1', detail: 'B is known already' }] });
    await shop.server.merchant('POST', '/points/coupon-codes', { pool: 'old', codes: ['O'], expiresAt: '2020-01-01T00:00:00Z' });
    await adjust(1_000, 'a');
    await shop.redeem('ann', 'five-off');
    expect(await shop.server.merchant('GET', '/points/coupon-codes')).toEqual({
      pools: [{ pool: 'five', free: 1, taken: 1, expired: 0 }, { pool: 'old', free: 0, taken: 0, expired: 1 }],
    });
    const page = await shop.server.merchant('GET', '/points/coupon-codes/five?limit=1');
    expect(page.items).toMatchObject([{ code: 'A' }]);
    const next = await shop.server.merchant('GET', `/points/coupon-codes/five?cursor=${page.nextCursor}`);
    expect(next).toMatchObject({ items: [{ code: 'B' }], nextCursor: null });
    expect([...page.items, ...next.items].filter(({ takenBy }) => takenBy)).toHaveLength(1);
  });

  it('take ten thousand codes at once', async () => {
    const codes = Array.from({ length: 10_000 }, (_, i) => `BULK-${i}`);
    expect(await shop.server.merchant('POST', '/points/coupon-codes', { pool: 'bulk', codes })).toMatchObject({ free: 10_000 });
  });

  it('hear that a code was used', async () => {
    const use = (code: string) => shop.server.merchant('POST', '/points/redemptions/used', { code });
    await adjust(1_000, 'a');
    await shop.codes('five', 1);
    const { code } = await shop.redeem('ann', 'five-off');
    expect(await use(code!)).toMatchObject({ usage: 'used' });
    expect(await use(code!)).toMatchObject({ usage: 'used' });
    expect(await refusalOf(use('NONE'))).toBe('INVALID_REQUEST');
  });

  it('keep sums and forget the person', async () => {
    await adjust(1_000, 'a');
    await shop.codes('five', 1);
    const { id, code } = await shop.redeem('ann', 'five-off');
    await shop.order('NP-1', 'ann', 5_000);
    await shop.happens('NP-1', 'paid');
    const subject = { shopperId: 'ann', emailHash: null, pseudonym: 'erased:1' };
    const known = await shop.server.transact((context) => pointsPrivacy.export(context, subject));
    expect(known).toMatchObject({ account: { balance: 600, pending: 50 }, redemptions: [{ id, code }] });
    await shop.server.transact((context) => pointsPrivacy.erase(context, subject));
    const { db } = shop.server.runtime.store;
    const left = await Promise.all((['points_accounts', 'points_entries', 'points_batches', 'redemptions'] as const).map((table) => db.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(left)).not.toMatch(/\bann\b|NP-1|Sorry/);
    expect(left[0]).toMatchObject([{ balance: 600, pending: 50 }]);
    expect(await shop.account('ann')).toMatchObject({ balance: 0, lifetime: 0 });
    await shop.check();
    // What was pending and what expires goes on without the person.
    shop.server.advance({ days: 400 });
    expect(await shop.history('ann')).toEqual([]);
  });
});
