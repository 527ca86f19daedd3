import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { openReviewShop, type ReviewShop } from './test/shop.ts';

// Each opens a database of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.each(ENGINES)('reviews on %s', (engine) => {
  let shop: ReviewShop;
  beforeEach(async () => {
    shop = await openReviewShop(engine);
    await shop.deliver('NP-1', 'ann', 'bag', 'mug', 'tea', 'hat');
    shop.advance({ days: 3 });
  });
  afterEach(() => shop.close());

  const events = async () => (await shop.runtime.store.db.selectFrom('outbox').select('type').where('type', 'like', 'review.%').orderBy('id').execute()).map(({ type }) => type);

  describe('requests', () => {
    it('asks for what arrived, in the shopper’s language', async () => {
      const [first] = await shop.requests('ann', 'de');
      expect(first).toEqual({
        id: 'NP-1:1', orderNumber: 'NP-1', orderLineId: 'NP-1:1', deliveredAt: '2026-11-22T09:00:00.000Z',
        product: { id: 'bag', name: 'The bag', variant: 'Blue', imageUrl: null, url: null },
        aspects: [{ id: 'fit', label: 'Sitz' }],
        incentive: { kind: 'points', title: '25 Punkte', points: 25, disclosure: 'Es gab dafür Punkte.' },
        review: null,
      });
      expect(await shop.requests('bob')).toEqual([]);
      expect(await shop.refusal(shop.call('reviews.requests'))).toBe('UNAUTHENTICATED');
    });

    it('asks from the day that is set until the last one', async () => {
      await shop.deliver('NP-2', 'bob', 'mug');
      expect(await shop.requests('bob')).toEqual([]);
      expect(await shop.refusal(shop.submit('bob', 'NP-2:1'))).toBe('NOT_ELIGIBLE');
      shop.advance({ days: 3 });
      expect(await shop.requests('bob')).toHaveLength(1);
      shop.advance({ days: 27 });
      expect(await shop.requests('bob')).toHaveLength(1);
      shop.advance({ seconds: 1 });
      expect(await shop.requests('bob')).toEqual([]);
      expect(await shop.refusal(shop.submit('bob', 'NP-2:1'))).toBe('NOT_ELIGIBLE');
    });

    it('asks for nothing that was given back whole, was cancelled, or has not arrived', async () => {
      await shop.merchant('POST', '/orders/NP-1/refunds', { id: 'r1', amount: 1_000, lines: [{ id: '1', quantity: 1 }] });
      expect((await shop.requests('ann')).map(({ id }) => id)).toEqual(['NP-1:2', 'NP-1:3', 'NP-1:4']);
      expect(await shop.refusal(shop.submit('ann', 'NP-1:1'))).toBe('NOT_ELIGIBLE');
      await shop.merchant('POST', '/orders/NP-1/cancelled', {});
      expect(await shop.requests('ann')).toEqual([]);
      await shop.merchant('PUT', '/orders/NP-3', { shopper: 'ann', currency: 'EUR', total: 1, placedAt: '2026-11-20T00:00:00Z', lines: [{ productId: 'mug', name: 'Mug', quantity: 1, unitPrice: 1 }] });
      expect(await shop.refusal(shop.submit('ann', 'NP-3:1'))).toBe('INVALID_REQUEST');
    });

    it('lists open ones first, then what was answered, also after the last day', async () => {
      await shop.submit('ann', 'NP-1:1');
      expect((await shop.requests('ann')).map(({ id, review }) => [id, review?.status])).toEqual([['NP-1:2', undefined], ['NP-1:3', undefined], ['NP-1:4', undefined], ['NP-1:1', 'pending']]);
      shop.advance({ days: 365 });
      expect((await shop.requests('ann')).map(({ id }) => id)).toEqual(['NP-1:1']);
    });
  });

  describe('a review', () => {
    it('waits for the merchant, is published and earns what was shown', async () => {
      const review = await shop.submit('ann', 'NP-1:1', { title: 'Nice', displayName: 'Ann P.', aspects: [{ id: 'fit', rating: 5 }, { id: 'made-up', rating: 1 }] });
      expect(review).toMatchObject({ status: 'pending', verified: true, incentivised: true, requestId: 'NP-1:1', aspects: [{ id: 'fit', rating: 5 }] });
      expect(await shop.points('ann')).toEqual({ balance: 0, pending: 25 });
      const { items: [waiting] } = await shop.merchant('GET', '/reviews?status=pending');
      expect(waiting).toMatchObject({ id: review.id, shopper: 'ann', productId: 'bag', version: 1, reward: 'waiting', disclosure: 'The author got points.' });
      expect(await shop.publish(review.id, 1)).toMatchObject({ status: 'published', reward: 'given' });
      await shop.publish(review.id);
      expect(await shop.points('ann')).toEqual({ balance: 25, pending: 0 });
      expect(await events()).toEqual(['review.submitted', 'review.published']);
    });

    it.each(['before_publication', 'none'])('takes the same way with one star as with five (moderation: %s)', async (moderation) => {
      await shop.settings({ moderation });
      await shop.deliver('NP-5', 'bob', 'bag');
      shop.advance({ days: 3 });
      const told: unknown[] = [];
      for (const [shopper, requestId, rating] of [['ann', 'NP-1:1', 1], ['bob', 'NP-5:1', 5]] as const) {
        const review = await shop.submit(shopper, requestId, { rating });
        const submitted = await shop.points(shopper);
        const published = await shop.publish(review.id);
        const rejected = await shop.reject(review.id);
        const edited = await shop.edit(shopper, review.id, { rating });
        told.push([review.status, submitted, published.status, published.reward, rejected.status, edited.status, await shop.points(shopper), (await shop.requests(shopper)).at(-1)!.incentive]);
      }
      expect(told[0]).toEqual(told[1]);
    });

    it('passes text through unchanged', async () => {
      const body = '  <b>Bold</b> & "quoted" \u202Ertl\u202C\n\n👩‍👩‍👧 Ωραίο\t\'; drop table reviews; --  ';
      const review = await shop.submit('ann', 'NP-1:1', { title: '<script>', body, displayName: 'x'.repeat(100) });
      expect(review).toMatchObject({ title: '<script>', body });
      await shop.publish(review.id);
      expect((await shop.merchant('GET', '/reviews/published?productId=bag')).items[0]).toMatchObject({ name: '<script>', reviewBody: body, author: 'x'.repeat(100) });
    });

    it.each([{ rating: 0 }, { rating: 6 }, { rating: 4.5 }, { displayName: 'x'.repeat(101) }, { aspects: [{ id: 'fit', rating: 6 }] }, { requestId: 'NP-1:99' }])('with %o is refused', async (wrong) => {
      expect(await shop.refusal(shop.submit('ann', 'NP-1:1', wrong))).toBe('INVALID_REQUEST');
    });

    it('is given once, whatever the number of tabs', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => shop.refusal(shop.submit('ann', 'NP-1:1'))));
      expect(answers.filter((answer) => answer === 'went through')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'CONFLICT')).toHaveLength(19);
      expect(await shop.points('ann')).toEqual({ balance: 0, pending: 25 });
      const [first, second] = await Promise.all([shop.submit('ann', 'NP-1:2', {}, 'one-and-the-same'), shop.submit('ann', 'NP-1:2', {}, 'one-and-the-same')]);
      expect(first).toEqual(second);
    });

    it('is nobody else’s to give, change or take back', async () => {
      const { id } = await shop.submit('ann', 'NP-1:1');
      expect(await shop.refusal(shop.submit('bob', 'NP-1:2'))).toBe('INVALID_REQUEST');
      expect(await shop.refusal(shop.edit('bob', id))).toBe('INVALID_REQUEST');
      expect(await shop.refusal(shop.withdraw('bob', id))).toBe('INVALID_REQUEST');
      // Just as for one that there is not.
      expect(await shop.refusal(shop.edit('bob', 'nothing'))).toBe('INVALID_REQUEST');
      expect((await shop.requests('ann')).at(-1)!.review).toMatchObject({ status: 'pending', body: 'Good.' });
      const headers = { authorization: `Bearer ${await shop.token('ann')}`, 'content-type': 'application/json' };
      expect((await shop.app.request(`/merchant/v1/reviews/${id}/publish`, { method: 'POST', headers, body: '{}' })).status).toBe(401);
    });

    it('of the blocked is refused', async () => {
      const { id } = await shop.submit('ann', 'NP-1:1');
      await shop.transact(({ db }) => db.updateTable('shoppers').set({ state: 'blocked' }).where('id', '=', 'ann').execute());
      const acts = [shop.submit('ann', 'NP-1:2'), shop.edit('ann', id), shop.withdraw('ann', id)];
      expect(await Promise.all(acts.map(shop.refusal))).toEqual(acts.map(() => 'CUSTOMER_BLOCKED'));
    });

    it('that was changed goes back to the merchant, and is not published unread', async () => {
      const { id } = await shop.submit('ann', 'NP-1:1');
      expect(await shop.edit('ann', id)).toMatchObject({ id, status: 'pending', rating: 2, body: 'Not so good.', incentivised: true });
      expect(await shop.refusal(shop.publish(id, 1))).toBe('CONFLICT');
      await shop.publish(id, 2);
      expect((await shop.edit('ann', id, { rating: 1 })).status).toBe('pending');
      expect((await shop.merchant('GET', '/reviews/published?productId=bag')).items).toEqual([]);
      await shop.publish(id, 3);
      expect(await shop.points('ann')).toEqual({ balance: 25, pending: 0 });
    });

    it('that was rejected says why, earns nothing, and may be mended', async () => {
      const { id } = await shop.submit('ann', 'NP-1:1');
      expect(await shop.reject(id)).toMatchObject({ status: 'rejected', reward: 'none' });
      expect((await shop.requests('ann')).at(-1)!.review).toMatchObject({ status: 'rejected', reason: 'It advertises something else.' });
      expect(await shop.points('ann')).toEqual({ balance: 0, pending: 0 });
      expect(await shop.edit('ann', id)).toMatchObject({ status: 'pending', reason: null });
      expect(await shop.points('ann')).toEqual({ balance: 0, pending: 25 });
      await shop.publish(id);
      expect(await shop.points('ann')).toEqual({ balance: 25, pending: 0 });
      expect(await shop.refusal(shop.merchant('POST', `/reviews/${id}/reject`, {}))).toBe('INVALID_REQUEST');
    });

    it('that was taken back can’t be changed or published, and may be given anew', async () => {
      const { id } = await shop.submit('ann', 'NP-1:1');
      expect(await shop.withdraw('ann', id)).toMatchObject({ id, status: 'withdrawn' });
      expect(await shop.withdraw('ann', id)).toMatchObject({ status: 'withdrawn' });
      expect(await shop.points('ann')).toEqual({ balance: 0, pending: 0 });
      expect(await shop.refusal(shop.edit('ann', id))).toBe('CONFLICT');
      expect(await shop.refusal(shop.publish(id))).toBe('CONFLICT');
      expect(await shop.submit('ann', 'NP-1:1')).toMatchObject({ status: 'pending', incentivised: true });
      expect(await shop.points('ann')).toEqual({ balance: 0, pending: 25 });
    });

    it('keeps what it earned when it is taken back after publication, and earns no second time', async () => {
      for (let i = 0; i < 3; i++) {
        const { id } = await shop.submit('ann', 'NP-1:1');
        await shop.publish(id);
        await shop.withdraw('ann', id);
        expect(await shop.points('ann')).toEqual({ balance: 25, pending: 0 });
      }
      expect((await shop.requests('ann')).at(-1)!.review).toMatchObject({ status: 'withdrawn', incentivised: true });
    });
  });

  describe('the incentive', () => {
    it('is recorded as it was shown: none when none was shown', async () => {
      const { id } = await shop.submit('ann', 'NP-1:1', { incentivised: false });
      expect(await shop.publish(id)).toMatchObject({ incentivised: false, reward: 'none', disclosure: null });
      expect(await shop.points('ann')).toEqual({ balance: 0, pending: 0 });
    });

    it('is said even when the merchant has ended it since it was shown', async () => {
      await shop.settings({ incentive: null });
      expect((await shop.requests('ann'))[0]!.incentive).toBeNull();
      const { id } = await shop.submit('ann', 'NP-1:1');
      expect(await shop.publish(id)).toMatchObject({ incentivised: true, reward: 'none' });
    });

    it('stays as it was promised when the merchant changes it', async () => {
      const { id } = await shop.submit('ann', 'NP-1:1');
      await shop.settings({ incentive: { kind: 'points', points: 1, title: '1', disclosure: 'Less.' } });
      await shop.publish(id);
      expect(await shop.points('ann')).toEqual({ balance: 25, pending: 0 });
    });

    it('ends at the cap of the month, also for reviews given at once, and begins anew with the next', async () => {
      await Promise.all([1, 2, 3, 4].map((line) => shop.submit('ann', `NP-1:${line}`)));
      expect(await shop.points('ann')).toEqual({ balance: 0, pending: 75 });
      await shop.deliver('NP-6', 'ann', 'pot');
      shop.advance({ days: 3 });
      expect((await shop.requests('ann'))[0]!.incentive).toBeNull();
      shop.setNow('2026-12-01T00:00:00Z');
      expect((await shop.requests('ann'))[0]!.incentive).toMatchObject({ points: 25 });
    });

    it('may be a coupon code, which is given when the review is published', async () => {
      await shop.settings({ incentive: { kind: 'coupon', pool: 'thanks', title: '€5 off', disclosure: 'The author got a coupon.' } });
      expect((await shop.requests('ann'))[0]!.incentive).toBeNull();
      await shop.transact(({ db }) => db.insertInto('coupon_codes').values({ code: 'THANKS-1', pool: 'thanks', taken_by: null, taken_at: null, expires_at: null }).execute());
      expect((await shop.requests('ann'))[0]!.incentive).toMatchObject({ kind: 'coupon', title: '€5 off' });
      const [first, second] = [await shop.submit('ann', 'NP-1:1'), await shop.submit('ann', 'NP-1:2')];
      expect(await shop.publish(first.id)).toMatchObject({ reward: 'given', rewardCode: 'THANKS-1' });
      // The pool is empty now: the review is published all the same, and the code follows.
      expect(await shop.publish(second.id)).toMatchObject({ status: 'published', reward: 'waiting', rewardCode: null });
      await shop.transact(({ db }) => db.insertInto('coupon_codes').values({ code: 'THANKS-2', pool: 'thanks', taken_by: null, taken_at: null, expires_at: null }).execute());
      await shop.sweep();
      const { items } = await shop.merchant('GET', '/reviews?status=published');
      expect(items.map(({ rewardCode }: any) => rewardCode).sort()).toEqual(['THANKS-1', 'THANKS-2']);
    });
  });

  describe('the merchant', () => {
    it('publishes everything at once where that is set', async () => {
      await shop.settings({ moderation: 'none' });
      expect(await shop.submit('ann', 'NP-1:1')).toMatchObject({ status: 'published' });
      expect(await shop.points('ann')).toEqual({ balance: 25, pending: 0 });
      expect(await events()).toEqual(['review.submitted', 'review.published']);
    });

    it('gets the published reviews of a product with their average, all counted alike, in pages', async () => {
      expect(await shop.merchant('GET', '/reviews/published?productId=bag')).toMatchObject({ aggregateRating: null, items: [], nextCursor: null });
      const ratings = [5, 5, 1, 2, 4];
      for (const i of ratings.keys()) await shop.deliver(`M-${i}`, `shopper-${i}`, 'bag');
      shop.advance({ days: 3 });
      for (const [i, rating] of ratings.entries()) {
        const { id } = await shop.submit(`shopper-${i}`, `M-${i}:1`, { rating, incentivised: i === 0, aspects: [{ id: 'fit', rating }] });
        if (i < 4) await shop.publish(id);
      }
      const first = await shop.merchant('GET', '/reviews/published?productId=bag&limit=3');
      expect(first.aggregateRating).toEqual({ ratingValue: 3.25, reviewCount: 4, bestRating: 5, worstRating: 1 });
      expect(first.ratings).toEqual([{ ratingValue: 5, count: 2 }, { ratingValue: 4, count: 0 }, { ratingValue: 3, count: 0 }, { ratingValue: 2, count: 1 }, { ratingValue: 1, count: 1 }]);
      const second = await shop.merchant('GET', `/reviews/published?productId=bag&limit=3&cursor=${first.nextCursor}`);
      const all = [...first.items, ...second.items];
      expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 1, null]);
      expect(new Set(all.map(({ id }: any) => id)).size).toBe(4);
      expect(all.filter(({ incentivised }: any) => incentivised)).toMatchObject([{ reviewRating: { ratingValue: 5 }, disclosure: 'The author got points.', reviewAspect: [{ id: 'fit', ratingValue: 5 }], verified: true }]);
      expect(JSON.stringify(all)).not.toContain('shopper-');
    });

    it('is refused settings that can’t be, and overwriting somebody else’s', async () => {
      expect(await shop.refusal(shop.merchant('PUT', '/reviews/settings', { body: { publishFromStars: 4 } }))).toBe('INVALID_REQUEST');
      const { version } = await shop.merchant('GET', '/reviews/settings');
      await shop.settings();
      expect(await shop.refusal(shop.merchant('PUT', '/reviews/settings', { version, body: {} }))).toBe('CONFLICT');
      expect(await shop.refusal(shop.publish('nothing'))).toBe('INVALID_REQUEST');
    });
  });

  it('asks, gives nothing and looks first in a shop that has set up nothing', async () => {
    await shop.transact(({ db }) => db.deleteFrom('documents').where('kind', '=', 'review-settings').execute());
    expect(await shop.requests('ann')).toEqual([]);
    shop.advance({ days: 4 });
    expect((await shop.requests('ann'))[0]).toMatchObject({ incentive: null, aspects: [] });
    expect(await shop.submit('ann', 'NP-1:1', { incentivised: false })).toMatchObject({ status: 'pending' });
  });
});
