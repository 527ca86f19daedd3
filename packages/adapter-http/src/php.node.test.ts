/** The backend in docs/protocol.md is run as it stands there, where PHP is on this machine. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaqEntries, PointsAccount } from '@aftercart/contract/schemas';
import { Problem } from '@aftercart/contract/protocol';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signShopperToken } from '../../server/src/token/index.ts';
import { httpAdapter, type FullHttpAdapter } from './index.ts';
import { contextOf } from '../../tooling/src/adapters/context.ts';

const docs = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
const source = /<!-- example:php -->\s*```php\n(.*?)```/s.exec(docs)![1]!;
const secret = 'a secret of the shop that is long enough';
const PHP = 'php';
const origin = 'https://shop.example';

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

describe.skipIf(spawnSync(PHP, ['--version']).status !== 0)('the smallest backend', () => {
  const dir = mkdtempSync(join(tmpdir(), 'aftercart-php-'));
  let php: ChildProcess;
  let endpoint: string;
  let adapter: FullHttpAdapter;

  beforeAll(async () => {
    writeFileSync(join(dir, 'aftercart.php'), source);
    const address = `127.0.0.1:${await freePort()}`;
    endpoint = `http://${address}`;
    adapter = httpAdapter({ endpoint });
    php = spawn(PHP, ['-S', address, 'aftercart.php'], { cwd: dir, env: { ...process.env, AFTERCART_TOKEN_SECRET: secret }, stdio: 'ignore' });
    await vi.waitFor(() => fetch(endpoint), { timeout: 10_000 });
  }, 20_000);
  afterAll(async () => {
    const gone = new Promise((exited) => php.once('exit', exited));
    php.kill();
    await gone;
    rmSync(dir, { recursive: true });
  });

  const as = (shopper: string, expiresIn?: number, by = secret) =>
    contextOf({ token: () => signShopperToken({ shopper, secret: by, ...(expiresIn && { expiresIn }) }) });

  it('answers questions, and does not send again what is there', async () => {
    expect(FaqEntries.parse(await adapter.faq.entries({}, contextOf())).items).toHaveLength(1);
    const url = `${endpoint}/v1/faq/entries`;
    const etag = (await fetch(url)).headers.get('etag')!;
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it.each([
    ['a guest', contextOf(), { state: 'guest', balance: 0 }],
    ['a member', as('ann'), { state: 'member', balance: 1250 }],
    ['somebody else', as('ben'), { state: 'candidate', balance: 0 }],
  ])('knows %s', async (_, context, account) => {
    expect(PointsAccount.parse(await adapter.points.account({}, context))).toMatchObject(account);
  });

  it.each([
    ['an old token', as('ann', -60), 'TOKEN_EXPIRED'],
    ['a token of another signer', as('ann', 300, `${secret}!`), 'UNAUTHENTICATED'],
    ['no token at all', contextOf({ token: async () => 'x' }), 'UNAUTHENTICATED'],
    // {"alg":"none"}.{"sub":"ann",…}.
    ['an unsigned token', contextOf({ token: async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ann","iss":"shop","aud":"aftercart","exp":99999999999}')}.` }), 'UNAUTHENTICATED'],
  ])('refuses %s', async (_, context, code) => {
    await expect(adapter.points.account({}, context)).rejects.toMatchObject({ name: 'AdapterError', code });
  });

  it('has nothing else', async () => {
    await expect(adapter.faq.contact({}, contextOf())).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    Problem.parse(await (await fetch(`${endpoint}/v1/faq/contact`)).json());
  });

  it('lets the pages of listed origins ask', async () => {
    const ask = async (from: string) => (await fetch(`${endpoint}/v1/points/account`, { method: 'OPTIONS', headers: { origin: from } })).headers;
    const listed = await ask(origin);
    expect(listed.get('access-control-allow-origin')).toBe(origin);
    for (const name of ['authorization', 'content-type', 'idempotency-key', 'last-event-id']) expect(listed.get('access-control-allow-headers')).toContain(name);
    expect((await ask('https://other.example')).get('access-control-allow-origin')).toBe(null);
  });
});
