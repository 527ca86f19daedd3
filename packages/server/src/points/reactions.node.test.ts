import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { pointsForAmount, pointsForRefund } from './order-points.ts';
import { openShop, type Shop } from './test/shop.ts';

describe.each(ENGINES)('points for orders on %s', (engine) => {
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

  const buy = async (number: string, total: number, order?: object) => {
    await shop.order(number, 'ann', total, order);
    await shop.happens(number, 'paid');
  };

  it('are pending from payment, wait for delivery, then for the return window', async () => {
    await shop.order('NP-1', 'ann', 12_399);
    expect(await shop.account('ann')).toMatchObject({ pending: 0 });
    await shop.happens('NP-1', 'paid');
    expect(await shop.account('ann')).toMatchObject({ balance: 100, pending: 123, pendingBatches: [{ points: 123, availableAt: null, reason: 'delivery', description: 'NP-1' }] });
    shop.server.advance({ days: 3 });
    await shop.happens('NP-1', 'delivered');
    expect(await shop.account('ann')).toMatchObject({ pendingBatches: [{ points: 123, availableAt: '2026-12-09T09:00:00.000Z', reason: 'return_window' }] });
    shop.server.advance({ days: 14 });
    expect(await shop.account('ann')).toMatchObject({ balance: 223, pending: 0 });
    await shop.happens('NP-1', 'paid');
    await shop.happens('NP-1', 'delivered');
    expect(await shop.account('ann')).toMatchObject({ balance: 223, pending: 0 });
  });

  it('know of a delivery that was told before the payment', async () => {
    await shop.order('NP-1', 'ann', 5_000);
    await shop.happens('NP-1', 'delivered');
    shop.server.advance({ days: 15 });
    await shop.happens('NP-1', 'paid');
    expect(await shop.account('ann')).toMatchObject({ balance: 150, pending: 0 });
  });

  it('are spendable at once, or some days after payment, when the program says so', async () => {
    await shop.program({ purchasesAvailable: { after: 'payment', days: 0 } });
    await buy('NP-1', 5_000);
    expect(await shop.account('ann')).toMatchObject({ balance: 150, pending: 0 });
    await shop.program({ purchasesAvailable: { after: 'payment', days: 2 } });
    await buy('NP-2', 5_000);
    expect(await shop.account('ann')).toMatchObject({ balance: 150, pending: 50 });
    shop.server.advance({ days: 2 });
    expect(await shop.account('ann')).toMatchObject({ balance: 200, pending: 0 });
  });

  it('leave out products that earn nothing, at their share of a discount, and currencies without a rate', async () => {
    const lines = [{ productId: 'boots', name: 'Boots', quantity: 2, unitPrice: 4_000 }, { productId: 'gift-card', name: 'Gift card', quantity: 1, unitPrice: 2_000 }];
    await buy('NP-1', 9_000, { lines });
    expect(await shop.account('ann')).toMatchObject({ pending: 72 });
    await buy('NP-2', 9_000, { currency: 'USD' });
    expect(await shop.account('ann')).toMatchObject({ pending: 72 });
  });

  it('are for members only, and never for a guest', async () => {
    await shop.order('NP-1', 'bob', 5_000);
    await shop.happens('NP-1', 'paid');
    await shop.order('NP-2', null, 5_000);
    await shop.happens('NP-2', 'paid');
    expect(await shop.account('bob')).toMatchObject({ state: 'candidate', balance: 0, pending: 0 });
  });

  it('shrink with a refund while they are pending, and are void with all of it', async () => {
    await buy('NP-1', 10_000);
    await shop.refund('NP-1', 'r1', 2_500);
    expect(await shop.account('ann')).toMatchObject({ pending: 75, pendingBatches: [{ points: 75 }] });
    expect(await shop.history('ann')).toMatchObject([{ delta: -25, kind: 'refund', status: 'pending', description: 'NP-1' }, { delta: 100, status: 'pending' }, { kind: 'sign_up' }]);
    await shop.refund('NP-1', 'r2', 7_500);
    expect(await shop.account('ann')).toMatchObject({ pending: 0, pendingBatches: [] });
    expect(await shop.history('ann')).toMatchObject([{ delta: -25, status: 'void' }, { delta: 100, status: 'void' }, { kind: 'sign_up' }]);
  });

  it('become spendable without what was refunded meanwhile', async () => {
    await buy('NP-1', 10_000);
    await shop.refund('NP-1', 'r1', 2_500);
    await shop.happens('NP-1', 'delivered');
    shop.server.advance({ days: 14 });
    expect(await shop.account('ann')).toMatchObject({ balance: 175, pending: 0, lifetime: 175 });
    expect(await shop.history('ann')).toMatchObject([{ delta: -25, status: 'approved' }, { delta: 100, status: 'approved' }, { kind: 'sign_up' }]);
  });

  it('are clawed back by a refund of spendable ones, below zero when they were spent', async () => {
    await shop.program({ purchasesAvailable: { after: 'payment', days: 0 } });
    await buy('NP-1', 25_000);
    await shop.redeem('ann', 'mug');
    await shop.refund('NP-1', 'r1', 25_000);
    await shop.refund('NP-1', 'r1', 25_000);
    expect(await shop.account('ann')).toMatchObject({ balance: -200, spent: 300, lifetime: 100 });
    expect((await shop.history('ann'))[0]).toMatchObject({ kind: 'refund', delta: -250, status: 'approved' });
  });

  it('are taken back to the last by a cancellation, whatever was refunded before', async () => {
    await buy('NP-1', 10_001);
    await shop.refund('NP-1', 'r1', 3_333);
    await shop.happens('NP-1', 'cancelled');
    await shop.happens('NP-1', 'cancelled');
    expect(await shop.account('ann')).toMatchObject({ balance: 100, pending: 0 });
  });

  it('do not come back with a refund that was told before the payment', async () => {
    await shop.order('NP-1', 'ann', 10_000);
    await shop.refund('NP-1', 'r1', 4_000);
    await shop.happens('NP-1', 'paid');
    expect(await shop.account('ann')).toMatchObject({ pending: 60 });
  });

  it('go to nothing when an order is refunded in parts, in any order, before and after they are spendable', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 99_999 }), fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 4 }), fc.nat(4), async (total, parts, settledAfter) => {
        const number = `NP-${++made}`;
        const before = await shop.account('ann');
        await buy(number, total);
        let left = total;
        for (const [index, part] of parts.entries()) {
          if (index === settledAfter) {
            await shop.happens(number, 'delivered');
            shop.server.advance({ days: 14 });
          }
          await shop.refund(number, `part-${index}`, Math.min(part, left));
          left -= Math.min(part, left);
          const { balance, pending } = await shop.account('ann');
          expect(balance + pending - before.balance - before.pending).toBe(Math.floor((Math.floor(total / 100) * left) / total));
        }
        await shop.refund(number, 'rest', left);
        expect(await shop.account('ann')).toMatchObject({ balance: before.balance, pending: before.pending });
      }),
      { numRuns: 12 },
    );
  });

  it('say in words which order it was', async () => {
    await shop.program({ orderDescription: { en: 'Order {order}', el: 'Παραγγελία {order}' } });
    await buy('NP-1', 5_000);
    const page = await shop.server.call('points.history', {}, { as: 'ann', locale: 'el-GR' });
    expect(page.items[0]).toMatchObject({ description: 'Παραγγελία NP-1' });
    expect(await shop.account('ann')).toMatchObject({ pendingBatches: [{ description: 'Order NP-1' }] });
  });
});

describe('the arithmetic of points', () => {
  const rule = { rates: [{ points: 3, per: { amount: 100, currency: 'EUR' } }] } as never;

  it('is exact, and rounds down', () => {
    expect(pointsForAmount(rule, { amount: 199, currency: 'EUR' }, 1)).toBe(5);
    // 0.1 and its like have no exact binary form: 100 × 3 × 1.1 is 330 hundredths, not 329.99….
    expect(pointsForAmount(rule, { amount: 10_000, currency: 'EUR' }, 1.1)).toBe(330);
    expect(pointsForAmount(rule, { amount: 999_999_999_999, currency: 'EUR' }, 1.15)).toBe(34_499_999_999);
    expect(pointsForAmount(rule, { amount: 100, currency: 'SEK' }, 1)).toBe(undefined);
  });

  it('takes more back the more is refunded, and all with all', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e12 }), fc.nat(1e12), fc.nat(1e12), (earned, total, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((refunded) => pointsForRefund(earned, total, refunded)) as [number, number];
        expect(less).toBeLessThanOrEqual(more);
        expect(more).toBeLessThanOrEqual(earned);
        expect(pointsForRefund(earned, total, total)).toBe(earned);
        expect(pointsForRefund(earned, total, 0)).toBe(0);
      }),
    );
  });
});
