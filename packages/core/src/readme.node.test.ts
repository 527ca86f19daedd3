/** The adapter in the README is run as it stands there. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as contract from '@aftercart/contract';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createShop, pointsStores, type ShopOptions } from './index.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const example = /<!-- example:adapter -->\s*```js\n(.*?)```/s.exec(readme)![1]!;

// The example imports from a package; here it gets that package from a global, and is a module of its own.
vi.stubGlobal('contract', contract);
const source = example.replace(/^import (.*) from .*$/m, 'const $1 = globalThis.contract;');
const { trailAdapter } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`)) as {
  trailAdapter(options: { url: string }): contract.Adapter;
};

const server = createServer((request, response) => {
  const member = request.headers.authorization === 'Bearer ann';
  response.writeHead(member ? 200 : 401).end(member ? '{"miles":1250}' : '');
});
beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
afterAll(() => new Promise((closed) => server.close(closed)));

const open = async (getToken: NonNullable<ShopOptions['getToken']>) => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { $account, $program } = pointsStores(createShop({ adapter: trailAdapter({ url }), getToken }));
  $account.listen(() => {});
  $program.listen(() => {});
  await vi.waitFor(() => expect([$account.value.status, $program.value.status]).not.toContain('loading'));
  return { account: $account.value, program: $program.value };
};

it('reads a member and the program', async () => {
  const { account, program } = await open(() => 'ann');
  expect(account.data).toMatchObject({ state: 'member', balance: 1250 });
  expect(program.data?.terminology?.other).toBe('miles');
});

it('knows a guest', async () => {
  expect((await open(() => null)).account.error?.code).toBe('UNAUTHENTICATED');
});

it('knows somebody whom the backend refuses', async () => {
  expect((await open(() => 'mallory')).account.error?.code).toBe('UNAUTHENTICATED');
});
