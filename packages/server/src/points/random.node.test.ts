import type { LedgerEntry, PointsAccount, Redemption } from '@aftercart/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { adjust } from './adjust.ts';
import { release, takeBack } from './award.ts';
import { settleAccount } from './ledger/account.ts';
import { openShop, PROGRAM, refusalOf, type Shop } from './test/shop.ts';

type Act =
  | { act: 'give'; points: number; after: number | null | undefined }
  | { act: 'release' | 'takeBack' | 'revoke' | 'used' | 'fail'; which: number }
  | { act: 'order'; total: number }
  | { act: 'refund'; which: number; amount: number }
  | { act: 'delivered' | 'cancelled'; which: number }
  | { act: 'adjust'; points: number }
  | { act: 'redeem'; rewardId: string }
  | { act: 'wait'; days: number };

const which = fc.nat(20);
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('give' as const), points: fc.integer({ min: 1, max: 400 }), after: fc.constantFrom(undefined, undefined, null, 3, 20) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 25 }) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('redeem' as const), rewardId: fc.constantFrom('five-off', 'mug', 'small') }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('release' as const, 'takeBack' as const, 'revoke' as const, 'revoke' as const, 'used' as const, 'fail' as const), which }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('order' as const), total: fc.integer({ min: 1, max: 60_000 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('refund' as const), which, amount: fc.integer({ min: 1, max: 40_000 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('delivered' as const, 'delivered' as const, 'cancelled' as const), which }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('adjust' as const), points: fc.integer({ min: -300, max: 300 }).filter((points) => points !== 0) }) },
);

let made = 0;

/** Does things to one shopper; the same acts do the same to any. */
function actor(shop: Shop, shopper: string) {
  const { server } = shop;
  const sources: string[] = [];
  const orders: string[] = [];
  const redemptions: Redemption[] = [];
  const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  return async (act: Act): Promise<string> => {
    switch (act.act) {
      case 'give': {
        const source = `${shopper}:${++made}`;
        sources.push(source);
        const availableAt = act.after == null ? act.after : new Date(server.now().getTime() + act.after * 86_400_000);
        await shop.give({ shopperId: shopper, points: act.points, source, availableAt });
        return 'done';
      }
      case 'release':
      case 'takeBack': {
        const source = pick(sources, act.which);
        if (source) await server.transact((context) => (act.act === 'release' ? release(context, source, context.now) : takeBack(context, source)));
        return 'done';
      }
      case 'order': {
        const number = `R-${++made}`;
        orders.push(number);
        await shop.order(number, shopper, act.total);
        await shop.happens(number, 'paid');
        return 'done';
      }
      case 'refund': {
        const number = pick(orders, act.which);
        if (number) await shop.refund(number, `r${++made}`, act.amount);
        return 'done';
      }
      case 'delivered':
      case 'cancelled': {
        const number = pick(orders, act.which);
        if (number) await shop.happens(number, act.act);
        return 'done';
      }
      case 'adjust':
        await server.transact((context) => adjust(context, { shopperId: shopper, points: act.points, reason: 'By hand', reference: `${++made}` }));
        return 'done';
      case 'redeem':
        return refusalOf(shop.redeem(shopper, act.rewardId).then((redemption) => redemptions.push(redemption)));
      case 'revoke': {
        const redemption = pick(redemptions, act.which);
        return redemption ? refusalOf(server.call('points.revoke', { redemptionId: redemption.id }, { as: shopper })) : 'done';
      }
      case 'used': {
        const redemption = pick(redemptions, act.which);
        return redemption?.code ? refusalOf(server.merchant('POST', '/points/redemptions/used', { code: redemption.code })) : 'done';
      }
      case 'fail': {
        const redemption = pick(redemptions, act.which);
        return redemption ? refusalOf(server.merchant('POST', `/points/redemptions/${redemption.id}/fulfilment`, { status: 'failed' })) : 'done';
      }
      case 'wait':
        return 'done';
    }
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What must hold of any account, whatever was done to it. */
function proveShown(account: PointsAccount, history: readonly LedgerEntry[]): void {
  const deltas = (statuses: string[]) => sum(history.filter(({ status }) => statuses.includes(status)).map(({ delta }) => delta));
  expect(deltas(['approved', 'expired'])).toBe(account.balance);
  expect(deltas(['pending'])).toBe(account.pending);
  expect(sum(account.pendingBatches.map(({ points }) => points))).toBe(account.pending);
  expect(sum(account.expiringBatches.map(({ points }) => points))).toBe(Math.max(0, account.balance));
}

const withoutIds = (history: readonly LedgerEntry[]) =>
  history
    .map(({ delta, status, kind, createdAt, redemption, expiresAt }) => JSON.stringify({ delta, status, kind, createdAt, expiresAt, spent: redemption?.pointsSpent }))
    // Of what happened at one instant, the order says nothing.
    .sort();

describe.each(ENGINES)('random acts on %s', (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shop.program({ rewards: [...PROGRAM.rewards, { id: 'small', kind: 'other', title: 'Small', cost: { type: 'fixed', points: 40 }, pool: 'small', validDays: 40 }], expiry: { days: 30 } });
    await shop.codes('five', 2_000);
    await shop.codes('small', 2_000);
  });
  afterAll(() => shop.close());

  it('leave the ledger right, and the same whether somebody looks every day or never', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 25 }), async (sequence) => {
        const name = `s${++made}`;
        const [watched, alone] = [`${name}-watched`, `${name}-alone`];
        await shop.enrol(watched);
        await shop.enrol(alone);
        const [actWatched, actAlone] = [actor(shop, watched), actor(shop, alone)];
        for (const act of sequence) {
          if (act.act === 'wait') {
            for (let day = 0; day < act.days; day++) {
              shop.server.advance({ days: 1 });
              await shop.server.transact((context) => settleAccount(context, watched));
            }
          }
          expect(await actWatched(act)).toBe(await actAlone(act));
          await shop.check();
          proveShown(await shop.account(watched), await shop.history(watched));
        }
        const { balance, pending, lifetime, spent, expiringBatches } = await shop.account(watched);
        expect(await shop.account(alone)).toMatchObject({ balance, pending, lifetime, spent, expiringBatches });
        expect(withoutIds(await shop.history(alone))).toEqual(withoutIds(await shop.history(watched)));
        proveShown(await shop.account(alone), await shop.history(alone));
        // Everything ends: what is left after all has expired is a debt, or nothing.
        shop.server.advance({ days: 100 });
        expect((await shop.account(alone)).balance).toBeLessThanOrEqual(0);
        await shop.check();
      }),
      { numRuns: 25 },
    );
  }, 300_000);
});
