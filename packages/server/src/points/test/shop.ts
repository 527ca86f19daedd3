/** A shop with a points program, and the short words that its tests are written in. */
import type { LedgerEntry, LedgerPage, PointsAccount, Redemption } from '@aftercart/contract';
import { expect, vi } from 'vitest';
import type { Engine } from '../../database/database.ts';
import { openTestServer, Refused, type TestServer } from '../../test/server.ts';
import { award, type Award } from '../award.ts';
import { checkLedger } from '../check.ts';

// Every write here waits for a real disk, which may be busy with something else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export const PROGRAM = {
  name: { en: 'North Club', el: 'Λέσχη Βορρά' },
  terminology: { en: { one: 'crown', other: 'crowns' } },
  earningRules: [
    { id: 'buy', kind: 'purchase', title: 'Buy', rates: [{ points: 1, per: { amount: 100, currency: 'EUR' } }], excludedProducts: ['gift-card'] },
    { id: 'join', kind: 'sign_up', title: 'Join', points: 100 },
    { id: 'birthday', kind: 'birthday', title: 'Birthday', points: 150 },
  ],
  rewards: [
    { id: 'five-off', kind: 'amount_off', title: { en: 'Five off', el: 'Πέντε λιγότερα' }, cost: { type: 'fixed', points: 500 }, pool: 'five' },
    {
      id: 'flexible', kind: 'amount_off', title: 'As much as you like', pool: 'flex-{points}',
      cost: { type: 'variable', pointsPerUnit: 100, unitValue: { amount: 100, currency: 'EUR' }, min: 200, max: 1000, step: 100 },
    },
    { id: 'mug', kind: 'free_product', title: 'A mug', cost: { type: 'fixed', points: 300 } },
  ],
  purchasesAvailable: { after: 'delivery', days: 14 },
  expiry: { months: 12 },
};

export interface Shop {
  server: TestServer;
  /** Sets up the program, with some of it changed. */
  program(changes?: object): Promise<void>;
  codes(pool: string, count: number): Promise<string[]>;
  enrol(shopper: string): Promise<PointsAccount>;
  account(shopper: string): Promise<PointsAccount>;
  history(shopper: string): Promise<LedgerEntry[]>;
  give(award: Pick<Award, 'shopperId' | 'points' | 'source'> & Partial<Award>): Promise<void>;
  redeem(shopper: string, rewardId: string, points?: number): Promise<Redemption>;
  order(number: string, shopper: string | null, total: number, order?: object): Promise<void>;
  happens(number: string, what: 'paid' | 'delivered' | 'cancelled'): Promise<void>;
  refund(number: string, id: string, amount: number): Promise<void>;
  /** Proves the ledger right. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export async function openShop(engine: Engine, options?: Parameters<typeof openTestServer>[1]): Promise<Shop> {
  const server = await openTestServer(engine, options);
  let made = 0;
  const shop: Shop = {
    server,
    program: async (changes = {}) => void (await server.merchant('PUT', '/points/program', { body: { ...PROGRAM, ...changes } })),
    async codes(pool, count) {
      const codes = Array.from({ length: count }, () => `${pool}-${++made}`.toUpperCase());
      await server.merchant('POST', '/points/coupon-codes', { pool, codes });
      return codes;
    },
    enrol: (shopper) => server.call('points.enrol', {}, { as: shopper }),
    account: (shopper) => server.call('points.account', {}, { as: shopper }),
    async history(shopper) {
      const page = await server.call<LedgerPage>('points.history', { limit: 200 }, { as: shopper });
      return page.items;
    },
    give: (given) => server.transact((context) => award(context, { kind: 'other', description: null, ...given })),
    redeem: (shopper, rewardId, points) => server.call('points.redeem', { rewardId, ...(points && { points }) }, { as: shopper }),
    async order(number, shopper, total, order = {}) {
      await server.merchant('PUT', `/orders/${number}`, {
        shopper, total, currency: 'EUR', placedAt: server.now().toISOString(), lines: [{ productId: 'boots', name: 'Boots', quantity: 1, unitPrice: total }], ...order,
      });
    },
    happens: async (number, what) => void (await server.merchant('POST', `/orders/${number}/${what}`, {})),
    refund: async (number, id, amount) => void (await server.merchant('POST', `/orders/${number}/refunds`, { id, amount })),
    async check() {
      const faults: string[] = [];
      await checkLedger(server.runtime.store, (fault) => faults.push(fault));
      expect(faults).toEqual([]);
    },
    close: () => server.close(),
  };
  return shop;
}

/** The code of the refusal that an act meets. */
export const refusalOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof Refused) return error.problem.code;
      throw error;
    },
  );
