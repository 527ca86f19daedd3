import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { openShop, PROGRAM, refusalOf, type Shop } from './test/shop.ts';

const count = (results: readonly string[]) => Object.fromEntries([...new Set(results)].sort().map((code) => [code, results.filter((result) => result === code).length]));

describe.each(ENGINES)('racing on %s', (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    const rewards = Array.from({ length: 10 }, (_, i) => ({ ...PROGRAM.rewards[0], id: `reward-${i}`, cost: { type: 'fixed', points: 70 + i } }));
    await shop.program({ rewards: [...PROGRAM.rewards, ...rewards], purchasesAvailable: { after: 'payment', days: 0 } });
    await shop.codes('five', 300);
  });
  afterAll(() => shop.close());

  const rich = async (shopper: string, points: number) => {
    await shop.enrol(shopper);
    await shop.give({ shopperId: shopper, points: points - 100, source: `rich:${shopper}` });
  };

  /** A redemption as pages do it: a server that is too busy is asked again, with the same key. */
  async function attempt(shopper: string, rewardId: string): Promise<string> {
    const key = randomUUID();
    for (;;) {
      const result = await refusalOf(shop.server.call('points.redeem', { rewardId }, { as: shopper, key }));
      if (result !== 'UNAVAILABLE') return result;
    }
  }

  it('never spends more than there was: 1,000 redemptions of one balance, of ten rewards', async () => {
    await rich('ann', 5_000);
    const results = await Promise.all(Array.from({ length: 1_000 }, (_, i) => attempt('ann', `reward-${i % 10}`)));
    const account = await shop.account('ann');
    expect(account.balance).toBeGreaterThanOrEqual(0);
    // Whoever was refused was short: not even the cheapest is left to be had.
    expect(account.balance).toBeLessThan(79);
    expect(account.balance + account.spent).toBe(5_000);
    const { none: won = 0, INSUFFICIENT_POINTS: short = 0 } = count(results);
    expect(won + short).toBe(1_000);
    const redemptions = await shop.server.runtime.store.db.selectFrom('redemptions').select(['code', 'points_spent']).where('shopper_id', '=', 'ann').execute();
    expect(redemptions).toHaveLength(won);
    expect(new Set(redemptions.map(({ code }) => code)).size).toBe(won);
    await shop.check();
  });

  it('gives one effect for one key that arrives 100 times at once', async () => {
    await rich('bob', 5_000);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 100 }, () => shop.server.call('points.redeem', { rewardId: 'five-off' }, { as: 'bob', key })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await shop.account('bob')).toMatchObject({ balance: 4_500, spent: 500 });
    await shop.check();
  });

  it('gives the last codes to one each', async () => {
    await shop.codes('flex-200', 3);
    const shoppers = Array.from({ length: 30 }, (_, i) => `racer-${i}`);
    for (const shopper of shoppers) await rich(shopper, 400);
    const results = await Promise.all(shoppers.map((shopper) => refusalOf(shop.redeem(shopper, 'flexible', 200))));
    expect(count(results)).toEqual({ none: 3, REWARD_OUT_OF_STOCK: 27 });
    const taken = await shop.server.runtime.store.db.selectFrom('coupon_codes').select('taken_by').where('pool', '=', 'flex-200').execute();
    expect(new Set(taken.map((row) => row.taken_by)).size).toBe(3);
    await shop.check();
  });

  it('enrols, earns, refunds, gives back and expires at once, and the books are right', async () => {
    await rich('cat', 2_000);
    await shop.order('C-1', 'cat', 100_000);
    const redeemed = await Promise.all(Array.from({ length: 10 }, () => shop.redeem('cat', 'reward-0')));
    await Promise.all([
      ...Array.from({ length: 5 }, () => shop.enrol('cat')),
      ...Array.from({ length: 5 }, () => shop.happens('C-1', 'paid')),
      ...Array.from({ length: 8 }, (_, i) => shop.refund('C-1', `r${i % 4}`, 30_000)),
      ...redeemed.flatMap(({ id }) => [1, 2].map(() => refusalOf(shop.server.call('points.revoke', { redemptionId: id }, { as: 'cat' })))),
      ...Array.from({ length: 20 }, (_, i) => shop.give({ shopperId: 'cat', points: 10, source: `cat:${i % 10}` })),
      ...Array.from({ length: 20 }, () => shop.account('cat')),
    ]);
    expect(await shop.account('cat')).toMatchObject({ balance: 2_100, spent: 0, lifetime: 2_100 });
    await shop.check();
  });
});
