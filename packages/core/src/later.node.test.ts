import { AdapterError, guardPointsAccount } from '@aftercart/contract';
import { expect, it, vi } from 'vitest';
import { account, testShop, underControl } from '../test/helpers.ts';

// As in a page whose device went off line before this file had come.
vi.mock('./later.ts', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

underControl();

it('without what comes later, a read that fails ends with its own error, and asking again works', async () => {
  const method = vi.fn().mockRejectedValueOnce(new AdapterError('NETWORK', 'down')).mockResolvedValue(account(7));
  const { shop } = testShop({ id: 'x', points: { account: method } });
  const store = shop.resource('points.account', {}, guardPointsAccount);
  await store.revalidate();
  expect(store.value).toMatchObject({ status: 'error', error: { code: 'NETWORK', retryable: true } });
  expect(method).toHaveBeenCalledTimes(1);
  await store.revalidate();
  expect(store.value).toMatchObject({ status: 'ready', data: account(7) });
  shop.destroy();
});
