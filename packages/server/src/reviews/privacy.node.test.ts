import { expect, it, vi } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { reviewsPrivacy } from './privacy.ts';
import { openReviewShop } from './test/shop.ts';

// Each opens a database of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

it.each(ENGINES)('gives out and erases the reviews of one shopper on %s', async (engine) => {
  const shop = await openReviewShop(engine);
  await shop.deliver('A-1', 'ann', 'mug');
  await shop.deliver('B-1', 'bob', 'mug');
  shop.advance({ days: 3 });
  await shop.submit('ann', 'A-1:1', { body: 'Mine.' });
  const bobs = await shop.submit('bob', 'B-1:1', { body: 'His.' });
  await shop.publish(bobs.id);
  const ann = { shopperId: 'ann', emailHash: null, pseudonym: 'erased-1' };
  expect(await shop.transact((context) => reviewsPrivacy.export(context, ann))).toMatchObject([{ body: 'Mine.', product_id: 'mug' }]);
  await shop.transact((context) => reviewsPrivacy.erase(context, ann));
  expect(await shop.transact((context) => reviewsPrivacy.export(context, ann))).toEqual([]);
  expect((await shop.merchant('GET', '/reviews/published?productId=mug')).items).toMatchObject([{ reviewBody: 'His.' }]);
  await shop.close();
});
