import { afterEach, describe, expect, it } from 'vitest';
import { readCommandLine } from '../config/config.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { fillDemo } from './fill.ts';

let server: TestServer;

const ask = (query: string, headers: Record<string, string> = {}) => server.app.request(`/demo/token${query}`, { headers });

const accountWith = async (token: string) => (await server.app.request('/v1/points/account', { headers: { authorization: `Bearer ${token}` } })).json();

describe('/demo/token', () => {
  afterEach(() => server.close());

  it('signs anybody in, those too whom nobody has heard of', async () => {
    server = await openTestServer('sqlite', { args: ['--demo'] });
    await fillDemo(server.runtime);
    for (const [shopper, state] of [['ann', 'member'], ['somebody-new', 'candidate']]) {
      const answer = await ask(`?shopper=${shopper}`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const { token } = (await answer.json()) as { token: string };
      expect(await accountWith(token)).toMatchObject({ state });
    }
  });

  it('answers a guest with nothing', async () => {
    server = await openTestServer('sqlite', { args: ['--demo'] });
    const answer = await ask('?shopper=guest');
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('wants to know for whom', async () => {
    server = await openTestServer('sqlite', { args: ['--demo'] });
    expect((await ask('')).status).toBe(422);
  });

  it('can be read by pages of this machine alone', async () => {
    server = await openTestServer('sqlite', { args: ['--demo'] });
    expect((await ask('?shopper=ann', { origin: 'http://localhost:4173' })).headers.get('access-control-allow-origin')).toBe('http://localhost:4173');
    expect((await ask('?shopper=ann', { origin: 'https://elsewhere.example' })).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is not there without --demo', async () => {
    server = await openTestServer('sqlite');
    expect((await ask('?shopper=ann')).status).toBe(404);
  });
});

describe('--demo', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'shop.example'])('is refused with --host %s', (host) => {
    expect(() => readCommandLine(['--demo', '--host', host], {})).toThrow(/--demo signs anybody in/);
  });

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('is fine with --host %s', (host) => {
    expect(readCommandLine(['--demo', '--host', host], {}).config).toMatchObject({ demo: true, host });
  });

  it('is refused with keys of another signer', () => {
    expect(() => readCommandLine(['--demo'], { AFTERCART_JWKS_URL: 'https://shop.example/jwks.json' })).toThrow(/leave AFTERCART_JWKS_URL out/);
  });
});
