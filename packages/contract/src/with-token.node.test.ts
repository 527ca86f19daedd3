import { expect, it, vi } from 'vitest';
import { defineAdapter, withToken, type Adapter, type AdapterContext } from './index.ts';

const contextOf = (token: string | null): AdapterContext => ({ signal: new AbortController().signal, locale: 'el', token: async () => token });
const told: unknown[] = [];
const adapter = defineAdapter({
  id: 'shop',
  points: {
    account: async (_input, { token, locale }) => (told.push(await token(), locale), null),
    program: async () => null,
    async *subscribe(_input, { token }) {
      yield (told.push(await token()), null as never);
    },
  },
} satisfies Adapter);

it('gives each call the token of that backend, and the rest as it is', async () => {
  told.length = 0;
  const getToken = vi.fn(async (shopToken: string) => `own of ${shopToken}`);
  const changed = withToken(adapter, getToken);
  await changed.points.account({}, contextOf('ann'));
  for await (const account of changed.points.subscribe({}, contextOf('ben'))) expect(account).toBe(null);
  expect(told).toEqual(['own of ann', 'el', 'own of ben']);
  expect([changed.id, changed.contract, Object.keys(changed.points)]).toEqual(['shop', 1, ['account', 'program', 'subscribe']]);
  expect(adapter.points.account).not.toBe(changed.points.account);
});

it('asks nobody for a guest’s', async () => {
  told.length = 0;
  const getToken = vi.fn();
  await withToken(adapter, getToken).points.account({}, contextOf(null));
  expect(told).toEqual([null, 'el']);
  expect(getToken).not.toHaveBeenCalled();
});

it('lets a token that can’t be had be a failure', async () => {
  await expect(withToken(adapter, () => Promise.reject(new Error('down'))).points.account({}, contextOf('ann'))).rejects.toThrow('down');
});
