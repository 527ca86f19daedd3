/** A whole shop on the reference server, seen through the adapter over real sockets. */
import type { AdapterContext } from '@aftercart/contract';
import { PointsAccount, PointsProgram, Redemption } from '@aftercart/contract/schemas';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openShop, type Shop } from '../../server/src/points/test/shop.ts';
import { ENGINES } from '../../server/src/test/stores.ts';
import { httpAdapter, type FullHttpAdapter } from './index.ts';
import { contextOf } from '../../tooling/src/adapters/context.ts';
import { openSockets, type Sockets } from './test/sockets.ts';

describe.each(ENGINES)('points on %s', (engine) => {
  let shop: Shop;
  let sockets: Sockets;
  let adapter: FullHttpAdapter;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shop.program();
    await shop.codes('five', 5);
    sockets = await openSockets(shop.server.app);
    adapter = httpAdapter({ endpoint: sockets.url });
  });
  afterAll(async () => {
    sockets.close();
    await shop.close();
  });
  const as = (shopper: string, given: Partial<AdapterContext> = {}) => contextOf({ token: () => shop.server.token(shopper), ...given });

  it('a guest sees the program, and no account', async () => {
    expect(PointsProgram.parse(await adapter.points.program({}, contextOf({ locale: 'el' }))).name).toBe('Λέσχη Βορρά');
    expect(PointsAccount.parse(await adapter.points.account({}, contextOf()))).toMatchObject({ state: 'guest', balance: 0 });
    await expect(adapter.points.redeem({ rewardId: 'five-off' }, contextOf({ idempotencyKey: 'guest-0001' }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('an act whose answer was lost is done once', async () => {
    await shop.enrol('ann');
    await shop.give({ shopperId: 'ann', points: 900, source: 'test:ann' });
    // The answer goes missing on the way back, after the server has acted.
    const losing = httpAdapter({
      endpoint: sockets.url,
      fetch: async (url, init) => {
        await (await fetch(url, init)).arrayBuffer();
        throw new TypeError('fetch failed');
      },
    });
    const act = () => as('ann', { idempotencyKey: 'redeem-0001' });
    await expect(losing.points.redeem({ rewardId: 'five-off' }, act())).rejects.toMatchObject({ code: 'NETWORK', retryable: true });
    const redemption = Redemption.parse(await adapter.points.redeem({ rewardId: 'five-off' }, act()));
    expect(redemption).toMatchObject({ rewardId: 'five-off', pointsSpent: 500 });
    expect((await adapter.points.account({}, as('ann')))!.spent).toBe(500);
    await expect(adapter.points.redeem({ rewardId: 'five-off', points: 7 }, act())).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('the account is live, over a lost connection, without repetition', async () => {
    await shop.enrol('ben');
    const { balance: first } = (await adapter.points.account({}, as('ben')))!;
    const got: number[] = [];
    let lost = 0;
    const controller = new AbortController();
    const context = as('ben', { signal: controller.signal });
    const listening = (async () => {
      while (!controller.signal.aborted) {
        try {
          for await (const { balance } of adapter.points.subscribe({}, context)) got.push(balance);
        } catch {
          lost += 1;
        }
      }
    })();
    const sees = (balances: number[]) => vi.waitFor(() => expect(got).toEqual(balances), { timeout: 20_000 });
    await sees([first]);
    await shop.give({ shopperId: 'ben', points: 10, source: 'test:ben-1' });
    await sees([first, first + 10]);
    sockets.cut();
    await vi.waitFor(() => expect(lost).toBeGreaterThan(0), { timeout: 20_000 });
    await shop.give({ shopperId: 'ben', points: 10, source: 'test:ben-2' });
    await sees([first, first + 10, first + 20]);
    controller.abort();
    await listening;
    expect(got).toHaveLength(3);
  });
});
