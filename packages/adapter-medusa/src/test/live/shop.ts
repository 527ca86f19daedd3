/** What the conformance kit does not ask: how Medusa’s own ways show through the adapter. */
import type { Seeded } from '@aftercart/adapter-kit';
import type { AdapterContext } from '@aftercart/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { medusaAdapter } from '../../index.ts';
import { runningMedusa, stage } from '../setup.ts';
import type { Stage } from '../seed/world.ts';

const EUR = (amount: number) => ({ amount, currency: 'EUR' });
const ann = { shopper: 'ann', email: 'ann@shop.example', postcode: '117 42' };
const WORLD = {
  now: '2026-11-22T12:00:00Z',
  shoppers: [{ name: 'ann', email: ann.email, member: true, balance: 5_000 }, { name: 'ben', email: 'ben@shop.example', member: false, balance: 0 }],
  orders: [
    { name: 'old', ...ann, placedAt: '2026-11-01T10:00:00Z', deliveredAt: '2026-11-07T23:30:00Z', items: [{ name: 'Boots', quantity: 1, price: EUR(12_900) }, { name: 'Socks', quantity: 2, price: EUR(1_200) }], parcels: [] },
    { name: 'packed', ...ann, placedAt: '2026-11-21T10:00:00Z', items: [{ name: 'Tent', quantity: 1, price: EUR(32_900) }], parcels: [] },
  ],
};
const POLICY = {
  id: 'gr', applicableCountry: ['GR'], returnPolicyCategory: 'MerchantReturnFiniteReturnWindow', merchantReturnDays: 30, windowStart: 'delivery', outcomes: [],
  customerRemorseReturnFees: { type: 'FreeReturn' }, itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: [], exclusions: [], statutory: { days: 14 },
} as const;

let shop: Stage;
let seeded: Seeded;
const adapterWith = (publishableKey: string, timeZone?: string) =>
  medusaAdapter({
    endpoint: runningMedusa().url, publishableKey, reviews: true, pointsFromStoreCredit: { currency: 'EUR', name: 'Store credit' },
    returns: { policies: [{ ...POLICY, applicableCountry: ['GR'], outcomes: [], returnMethod: [], exclusions: [] }], ...(timeZone && { timeZone }) },
  });
const adapter = (timeZone?: string) => adapterWith(shop.shop.publishableKey, timeZone);
const as = (shopper: string | null, more: Partial<AdapterContext> = {}): AdapterContext => ({
  signal: new AbortController().signal, locale: 'en', token: async () => (shopper === null ? null : seeded.tokens[shopper]!), idempotencyKey: 'key-0001', ...more,
});
const numberOf = (name: string): string => seeded.orders[name]!;

describe('a shop', () => {
  beforeAll(async () => {
    shop = await stage();
    seeded = await shop.seed(WORLD);
  }, 240_000);

  describe('orders', () => {
    it('are found by the number as people write it, and by a number of the shop’s own', async () => {
      await shop.database.run('UPDATE "order" SET custom_display_id = $2 WHERE display_id = $1', [Number(numberOf('old')), 'NP-7']);
      for (const number of ['NP-7', ' #NP-7 ', `#${numberOf('old')}`]) {
        expect(await adapter().tracking.shipments({ orderNumber: number }, as('ann'))).toMatchObject({ items: [{ orderNumber: 'NP-7', status: 'delivered' }] });
      }
      await shop.seed(WORLD);
    });

    it('that are not sent yet have no parcel', async () => {
      expect(await adapter().tracking.shipments({ orderNumber: numberOf('packed') }, as('ann'))).toEqual({ items: [] });
    });

    it('are proven by e-mail and postcode in any writing, together or alone', async () => {
      for (const proof of [{ email: ' ANN@shop.example ', postcode: '11742' }, { email: ann.email }, { postcode: '117-42' }]) {
        expect(await adapter().tracking.shipments({ orderNumber: numberOf('old'), proof }, as(null))).not.toBeNull();
      }
    });

    it('show the page no more than it needs', async () => {
      const answer = await fetch(`${runningMedusa().url}/store/aftercart/orders`, {
        method: 'POST', headers: { 'content-type': 'application/json', 'x-publishable-api-key': shop.shop.publishableKey, authorization: `Bearer ${seeded.tokens['ann']}` }, body: '{}',
      });
      const text = await answer.text();
      expect(text).toContain('Boots');
      for (const secret of ['for the warehouse', 'Long Road', '117 42', 'shop.example', '12900', '129']) expect(text).not.toContain(secret);
    });
  });

  describe('the last day', () => {
    it('counts in the shop’s zone, and ends the statutory period on a working day', async () => {
      // 23:30 in London is Sunday, 8 November in Athens; a fortnight later is a Sunday again.
      expect(await adapter('Europe/Athens').returns.deadline({ orderNumber: numberOf('old') }, as('ann'))).toEqual({
        orderNumber: numberOf('old'), deliveredOn: '2026-11-08', goodwillUntil: '2026-12-08', statutoryUntil: '2026-11-23', withdrawable: false, timeZone: 'Europe/Athens',
      });
      expect(await adapter().returns.deadline({ orderNumber: numberOf('old') }, as('ann'))).toMatchObject({ deliveredOn: '2026-11-07', statutoryUntil: '2026-11-23' });
    });

    it('is open while the goods have not come', async () => {
      expect(await adapter().returns.deadline({ orderNumber: numberOf('packed') }, as('ann'))).toMatchObject({ deliveredOn: null, goodwillUntil: null, statutoryUntil: null });
    });
  });

  describe('store credit', () => {
    it('that is spent and given shows in account and ledger', async () => {
      const [{ id }] = (await shop.database.run<{ id: string }>('SELECT id FROM store_credit_account')) as [{ id: string }];
      await shop.shop.api.admin('POST', `/store-credit-accounts/${id}/debit`, { amount: 12.34, note: 'At the counter' });
      expect(await adapter().points.account({}, as('ann'))).toMatchObject({ state: 'member', balance: 3_766, lifetime: 5_000, spent: 1_234 });
      const { items } = await adapter().points.history({}, as('ann'));
      expect(items).toMatchObject([{ delta: -1_234, description: 'At the counter', status: 'approved' }, { delta: 5_000 }]);
      await shop.seed(WORLD);
    });

    it('is called by its currency, in every language', async () => {
      expect(await adapter().points.program({}, as(null, { locale: 'ru' }))).toMatchObject({ decimals: 2, terminology: { one: 'евро', other: 'евро' } });
      expect(await adapter().points.program({}, as(null))).toMatchObject({ terminology: { one: 'euro', other: 'euros' } });
    });
  });

  describe('reviews', () => {
    it('follow the moderation of the plugin', async () => {
      const { reviews } = adapter();
      const [request] = (await reviews.requests({}, as('ann'))).items;
      const review = await reviews.submit({ requestId: request!.id, rating: 2, body: 'They leak.', displayName: 'A.', incentivised: false }, as('ann'));
      expect(review).toMatchObject({ status: 'pending', title: null, body: 'They leak.', displayName: 'A.', verified: true });
      const statusIs = async () => (await reviews.requests({}, as('ann'))).items.find(({ id }) => id === request!.id)?.review;
      for (const [status, shown] of [['approved', 'published'], ['flagged', 'rejected']] as const) {
        await shop.shop.api.admin('PUT', `/product-reviews/${review.id}/status`, { status });
        expect(await statusIs()).toMatchObject({ id: review.id, status: shown, displayName: 'A.' });
      }
      await shop.seed(WORLD);
    });

    it('of one item are one, whatever is said a second time', async () => {
      const { reviews } = adapter();
      const [request] = (await reviews.requests({}, as('ann'))).items;
      const said = { requestId: request!.id, rating: 5, title: 'Dry', body: 'Very.', incentivised: false };
      const first = await reviews.submit(said, as('ann'));
      expect(await reviews.submit(said, as('ann', { idempotencyKey: 'key-0002' }))).toEqual(first);
      await expect(reviews.submit({ ...said, rating: 1 }, as('ann'))).rejects.toMatchObject({ code: 'CONFLICT', message: 'This was reviewed already.' });
      await expect(reviews.submit(said, as('ben'))).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
      await shop.seed(WORLD);
    });
  });

  describe('a refusal', () => {
    it('says that the publishable key is wrong, or the token', async () => {
      await expect(adapterWith('pk_of_nobody').tracking.shipments({}, as('ann'))).rejects.toMatchObject({ code: 'FORBIDDEN', message: /publishable/ as never });
      await expect(adapter().points.account({}, as(null, { token: async () => 'x.y.z' }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      await expect(adapter().tracking.shipments({}, as(null, { token: async () => 'x.y.z' }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    it('comes before a browser of another shop', async () => {
      const preflight = (origin: string) =>
        fetch(`${runningMedusa().url}/store/aftercart/orders`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type,x-publishable-api-key' } });
      expect((await preflight('http://localhost:4173')).headers.get('access-control-allow-origin')).toBe('http://localhost:4173');
      expect((await preflight('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
    });

    // Last: from then on this address has used its tries up.
    it('comes after too many wrong proofs, for orders that there are and others alike', async () => {
      const guess = (orderNumber: string) => adapter().tracking.shipments({ orderNumber, proof: { postcode: '00000' } }, as(null)).catch((error: { code: string; retryAfter: number }) => error);
      const answers = [];
      for (let i = 0; i < 25; i++) answers.push(await guess(i % 2 ? numberOf('old') : 'NO-SUCH-ORDER'));
      expect(answers[0]).toBeNull();
      expect(answers.at(-1)).toMatchObject({ code: 'RATE_LIMITED' });
      expect((answers.at(-1) as { retryAfter: number }).retryAfter).toBeGreaterThan(0);
    });
  });
});
