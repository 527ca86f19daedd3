import { describe, expect, test } from 'vitest';
import { context, refusal, shop } from '../test/shop.ts';
import { MODERATION } from './seed.ts';

const input = { requestId: 'NP-10218-backpack', rating: 1, body: 'It tore.', incentivised: true };

test('open requests come first, then those that are pending, published and rejected with a reason', async () => {
  const { items } = await shop().reviews.requests({}, context());
  expect(items.map(({ review }) => review?.status)).toEqual([undefined, undefined, undefined, 'pending', 'published', 'rejected']);
  expect(items.at(-1)!.review!.reason).toBeTruthy();
  expect(items[0]).toMatchObject({ incentive: { points: 25 }, product: { name: 'Halden 28 Backpack' } });
});

describe('a review', () => {
  test('is pending, then published, and earns its points whatever its rating', async () => {
    const { reviews, points, clock } = shop();
    const { pending, balance } = (await points.account({}, context()))!;
    expect(await reviews.submit(input, context())).toMatchObject({ status: 'pending', verified: true, incentivised: true, rating: 1 });
    expect((await points.account({}, context()))!.pending).toBe(pending + 25);
    clock.now += MODERATION;
    const { items } = await reviews.requests({}, context());
    expect(items.find(({ id }) => id === input.requestId)!.review!.status).toBe('published');
    expect((await points.account({}, context()))!.balance).toBe(balance + 25);
  });

  test('that advertises is rejected with the reason in the shopper’s language', async () => {
    expect(await shop().reviews.submit({ ...input, body: 'My ADVERT' }, context({ locale: 'de-AT' }))).toMatchObject({
      status: 'rejected', reason: expect.stringContaining('Werbung'),
    });
  });

  test('is given once, changed, taken back and given again', async () => {
    const { reviews, points } = shop();
    const before = (await points.account({}, context()))!;
    const { id } = await reviews.submit(input, context());
    expect(await refusal(reviews.submit(input, context()))).toBe('CONFLICT');
    expect(await reviews.edit({ reviewId: id, rating: 2, title: 'Better' }, context())).toMatchObject({ id, rating: 2, status: 'pending' });
    expect(await reviews.withdraw({ reviewId: id }, context())).toMatchObject({ id, status: 'withdrawn' });
    expect((await points.account({}, context()))!).toEqual(before);
    expect(await refusal(reviews.edit({ reviewId: id, rating: 2 }, context()))).toBe('CONFLICT');
    expect(await reviews.submit(input, context())).toMatchObject({ status: 'pending' });
    expect((await points.account({}, context()))!.pending).toBe(before.pending + 25);
  });

  test('earns its points once, however often it is given', async () => {
    const { reviews, points, clock } = shop();
    const { balance } = (await points.account({}, context()))!;
    for (let i = 0; i < 3; i++) {
      const { id } = await reviews.submit(input, context());
      clock.now += MODERATION;
      await reviews.withdraw({ reviewId: id }, context());
    }
    expect((await points.account({}, context()))!.balance).toBe(balance + 25);
  });

  test.each([{ rating: 0 }, { rating: 4.5 }, { requestId: 'nothing' }, { aspects: [{ id: 'fit', rating: 6 }] }])('with %o is refused', async (wrong) => {
    expect(await refusal(shop().reviews.submit({ ...input, ...wrong }, context()))).toBe('INVALID_REQUEST');
  });
});
