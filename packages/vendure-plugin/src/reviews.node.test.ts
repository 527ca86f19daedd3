/** Reviews, and an order by its proof, in a real Vendure. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from './test/client.ts';
import { ENGINES } from './test/databases.ts';
import { openShop, type Item, type Placed, type Shop } from './test/shop.ts';

const DAY = 86_400_000;
let now = Date.now();

const REQUESTS = `{ requests: aftercartReviewRequests {
  id orderNumber orderLineId deliveredAt product { id name variant image { preview } } incentive { kind title points disclosure }
  review { id status rating title body displayName aspects { id rating } reason verified incentivised }
} }`;
const REVIEW = '{ id requestId status rating title body displayName aspects { id rating } reason verified incentivised createdAt }';
const SUBMIT = `mutation ($id: ID!, $review: AftercartReviewInput!, $incentivised: Boolean!, $key: String!) {
  review: aftercartSubmitReview(requestId: $id, review: $review, incentivised: $incentivised, idempotencyKey: $key) ${REVIEW}
}`;
const EDIT = `mutation ($id: ID!, $review: AftercartReviewInput!, $key: String!) { review: aftercartEditReview(reviewId: $id, review: $review, idempotencyKey: $key) ${REVIEW} }`;
const WITHDRAW = `mutation ($id: ID!, $key: String!) { review: aftercartWithdrawReview(reviewId: $id, idempotencyKey: $key) ${REVIEW} }`;
const PUBLISH = 'mutation ($id: ID!) { publishAftercartReview(id: $id) { status } }';
const REJECT = 'mutation ($id: ID!) { rejectAftercartReview(id: $id, reason: "No addresses, please.") { status reason } }';

const boots: Item = { name: 'Boots', quantity: 1, price: 20_000 };
const socks: Item = { name: 'Socks', quantity: 2, price: 1_500 };
const hostile = '<img src=x onerror=alert(1)> ‮ "\'; drop table aftercart_review; -- 🥾\u2028';

describe.each(ENGINES)('on %s', (engine) => {
  let shop: Shop;
  let people = 0;
  let keys = 0;
  const key = () => `key-${keys++}`;

  interface Person {
    ask: Client;
    token: string;
    email: string;
  }

  async function person({ member = false } = {}): Promise<Person> {
    const email = `reviewer-${people++}@example.com`;
    const token = await shop.signUp(email);
    const ask = shop.visitor(token);
    if (member) await ask(`mutation { aftercartEnrol(idempotencyKey: "join") { state } }`);
    return { ask, token, email };
  }
  async function delivered({ token, email }: Person, items: Item[] = [boots]): Promise<Placed> {
    const order = await shop.buy({ token, email, items });
    await shop.move(await shop.ship(order, { method: 'DHL', code: 'JD1' }), 'Delivered');
    return order;
  }
  const requests = async ({ ask }: Person): Promise<any[]> => (await ask(REQUESTS)).requests;
  const submit = async ({ ask }: Person, id: string, review: object = { rating: 4 }, incentivised = false) => (await ask(SUBMIT, { id, review, incentivised, key: key() })).review;
  const points = async ({ ask }: Person) => (await ask('{ account: aftercartPointsAccount { balance pending pendingBatches { reason points } } }')).account;

  beforeAll(async () => {
    shop = await openShop({
      engine,
      options: {
        points: { rewards: [] },
        reviews: { lastDay: 60, incentive: { title: '50 points', points: 50, disclosure: 'The reviewer got 50 points for this review.' } },
        now: () => new Date(now),
      },
    });
  }, 120_000);
  afterAll(() => shop.stop());
  beforeEach(() => {
    now = Date.now();
  });

  describe('requests', () => {
    it('are the lines that have arrived, of the shopper alone', async () => {
      const ann = await person();
      const order = await shop.buy({ ...ann, items: [boots, socks] });
      expect(await requests(ann)).toEqual([]);
      const parcel = await shop.ship(order, { method: 'DHL', code: 'JD1', lines: [order.lines[0]!] });
      expect(await requests(ann)).toEqual([]);
      await shop.move(parcel, 'Delivered');
      expect(await requests(ann)).toMatchObject([{ id: order.lines[0]!.id, orderNumber: order.code, product: { name: 'Boots', variant: null, image: null }, incentive: null, review: null }]);
      expect(await requests(await person())).toEqual([]);
      await expect(shop.visitor()(REQUESTS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      now += 61 * DAY;
      expect(await requests(ann)).toEqual([]);
      await expect(submit(ann, order.lines[0]!.id)).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' });
    });

    it('that are answered come last', async () => {
      const ann = await person();
      await delivered(ann, [boots, socks]);
      const [first] = await requests(ann);
      await submit(ann, first.id);
      expect((await requests(ann)).map(({ id, review }) => [id === first.id, review?.status ?? null])).toEqual([[false, null], [true, 'pending']]);
    });
  });

  describe('a review', () => {
    it('is kept as it was written, and goes to an administrator whatever its stars', async () => {
      for (const rating of [1, 5]) {
        const ann = await person();
        const { lines: [line] } = await delivered(ann);
        const written = { rating, title: hostile, body: hostile, displayName: 'Ann', aspects: [{ id: 'fit', rating: 2 }] };
        const review = await submit(ann, line!.id, written);
        expect(review).toMatchObject({ ...written, requestId: line!.id, status: 'pending', verified: true, incentivised: false });
        const { aftercartReviews: list } = await shop.admin(`{ aftercartReviews(status: "pending") { totalItems items { id body rating customerId productId } } }`);
        expect(list.items.find(({ id }: { id: string }) => id === review.id)).toMatchObject({ body: hostile, rating });
        await shop.admin(PUBLISH, { id: review.id });
        const [{ product }] = await requests(ann);
        const { aftercartProductReviews: shown } = await shop.visitor()(`query ($id: ID!) { aftercartProductReviews(productId: $id) { id rating body displayName disclosure } }`, { id: product.id });
        expect(shown.find(({ id }: { id: string }) => id === review.id)).toEqual({ id: review.id, rating, body: hostile, displayName: 'Ann', disclosure: null });
      }
    });

    it('is one for a line, also in a race', async () => {
      const ann = await person();
      const { lines: [line] } = await delivered(ann);
      const all = await Promise.allSettled(Array.from({ length: 40 }, () => submit(ann, line!.id)));
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(new Set(all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : [])))).toEqual(new Set(['CONFLICT']));
    });

    it('is of one’s own order, and within bounds', async () => {
      const [ann, ben] = [await person(), await person()];
      const { lines: [line] } = await delivered(ann);
      await expect(submit(ben, line!.id)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
      for (const review of [{ rating: 0 }, { rating: 6 }, { rating: 3, body: 'x'.repeat(5_001) }, { rating: 3, aspects: [{ id: 'fit', rating: 9 }] }]) {
        await expect(submit(ann, line!.id, review)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
      }
      const { id } = await submit(ann, line!.id);
      await expect(ben.ask(EDIT, { id, review: { rating: 1 }, key: key() })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
      await expect(ben.ask(WITHDRAW, { id, key: key() })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    });

    it('can be changed and taken back, and written again', async () => {
      const ann = await person();
      const { lines: [line] } = await delivered(ann);
      const { id } = await submit(ann, line!.id);
      await shop.admin(REJECT, { id });
      expect((await requests(ann))[0].review).toMatchObject({ status: 'rejected', reason: 'No addresses, please.' });
      expect((await ann.ask(EDIT, { id, review: { rating: 2, body: 'Better.' }, key: key() })).review).toMatchObject({ id, status: 'pending', rating: 2, body: 'Better.', reason: null });
      expect((await ann.ask(WITHDRAW, { id, key: key() })).review).toMatchObject({ status: 'withdrawn' });
      expect((await ann.ask(WITHDRAW, { id, key: key() })).review).toMatchObject({ status: 'withdrawn' });
      await expect(ann.ask(EDIT, { id, review: { rating: 2 }, key: key() })).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(shop.admin(PUBLISH, { id })).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await submit(ann, line!.id, { rating: 5 })).toMatchObject({ id, status: 'pending', rating: 5 });
    });
  });

  describe('an incentive', () => {
    it('waits while the review does, and is given once it is published', async () => {
      const ann = await person({ member: true });
      const { lines: [line] } = await delivered(ann);
      expect((await requests(ann))[0].incentive).toEqual({ kind: 'points', title: '50 points', points: 50, disclosure: 'The reviewer got 50 points for this review.' });
      const { id } = await submit(ann, line!.id, { rating: 1 }, true);
      expect(await points(ann)).toEqual({ balance: 0, pending: 50, pendingBatches: [{ reason: 'moderation', points: 50 }] });
      await shop.admin(REJECT, { id });
      expect(await points(ann)).toMatchObject({ balance: 0, pending: 0 });
      await ann.ask(EDIT, { id, review: { rating: 1, body: 'Leaks.' }, key: key() });
      expect(await points(ann)).toMatchObject({ balance: 0, pending: 50 });
      for (let i = 0; i < 2; i++) await shop.admin(PUBLISH, { id });
      expect(await points(ann)).toMatchObject({ balance: 50, pending: 0 });
      // What was earned stays, and is said; and nothing is earned twice.
      await ann.ask(WITHDRAW, { id, key: key() });
      expect(await submit(ann, line!.id, { rating: 3 }, true)).toMatchObject({ incentivised: true });
      await shop.admin(PUBLISH, { id });
      expect(await points(ann)).toMatchObject({ balance: 50, pending: 0 });
    });

    it('is for members, and for who was shown it', async () => {
      const [ann, ben] = [await person({ member: true }), await person()];
      for (const [who, incentivised] of [[ann, false], [ben, true]] as const) {
        const { lines: [line] } = await delivered(who);
        await submit(who, line!.id, { rating: 5 }, incentivised);
        expect(await points(who)).toMatchObject({ pending: 0 });
      }
    });
  });

  describe('an order by its proof', () => {
    const ask = async (proof: Record<string, unknown>) =>
      (await shop.visitor()(`query ($code: String!, $email: String, $postcode: String) { order: aftercartOrder(code: $code, email: $email, postcode: $postcode) { code fulfillments { trackingCode } } }`, proof)).order;

    it('is told to who knows its e-mail or its postcode, and all that is given must be right', async () => {
      const { code } = await shop.buy({ email: 'Guest@Example.com', postcode: '105 58', items: [boots] });
      const right = { code, fulfillments: [] };
      expect(await ask({ code, email: ' guest@example.com ' })).toEqual(right);
      expect(await ask({ code, postcode: '10558' })).toEqual(right);
      expect(await ask({ code, email: 'guest@example.com', postcode: '10558' })).toEqual(right);
      for (const wrong of [{ code }, { code, email: '', postcode: ' ' }, { code, email: 'guest@example.com', postcode: '10559' }, { code, email: 'other@example.com', postcode: '10558' }, { code: 'NONE', email: 'guest@example.com' }]) {
        expect(await ask(wrong)).toBe(null);
      }
    });

    it('is told no more after ten wrong ones, whether there is such an order or not, for an hour', async () => {
      const { code } = await shop.buy({ email: 'guest@example.com', postcode: '10558', items: [boots] });
      for (const asked of [code, 'NONE-SUCH']) {
        for (let guess = 0; guess < 10; guess++) expect(await ask({ code: asked, postcode: `9999${guess}` })).toBe(null);
        await expect(ask({ code: asked, postcode: '10558' })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
      }
      now += 3_600_000;
      expect(await ask({ code, postcode: '10558' })).toMatchObject({ code });
    });
  });
});
