import { afterEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../database/database.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES, makePlace } from '../test/stores.ts';
import { limitTogether } from './rate-limit.ts';

const LIMIT = 5;

describe('the limit on requests', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const open = async (trustedProxies: number) => {
    server = await openTestServer('sqlite', { env: { AFTERCART_RATE_LIMIT: String(LIMIT), AFTERCART_TRUSTED_PROXIES: String(trustedProxies) } });
  };
  const ask = (forwarded?: string, path = '/v1/faq/contact') => server.app.request(path, { headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) } });
  const statuses = async (addresses: readonly (string | undefined)[]) => {
    const all: number[] = [];
    for (const address of addresses) all.push((await ask(address)).status);
    return all;
  };
  const passed = Array.from({ length: LIMIT }, () => 204);

  it('answers what is too much with 429, and when to come back', async () => {
    await open(0);
    expect(await statuses(passed.map(() => undefined))).toEqual(passed);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('does not count who asks whether the server is well', async () => {
    await open(0);
    for (let i = 0; i < LIMIT * 2; i++) expect((await ask(undefined, '/healthz')).status).toBe(200);
    expect((await ask()).status).toBe(204);
  });

  it('believes no address that a client says when no proxy is trusted', async () => {
    await open(0);
    expect(await statuses(passed.map((_, i) => `10.0.0.${i}`))).toEqual(passed);
    expect((await ask('10.0.0.99')).status).toBe(429);
  });

  it('with one proxy takes the address that the proxy wrote, which is the last', async () => {
    await open(1);
    expect(await statuses(passed.map((_, i) => `10.0.0.${i}, 192.0.2.1`))).toEqual(passed);
    expect((await ask('10.0.0.99,192.0.2.1')).status).toBe(429);
    expect((await ask('192.0.2.1, 192.0.2.2')).status).toBe(204);
  });

  it('with two proxies takes the address that the first of them wrote', async () => {
    await open(2);
    expect(await statuses(passed.map((_, i) => `10.0.0.${i}, 192.0.2.1, 198.51.100.${i}`))).toEqual(passed);
    expect((await ask('192.0.2.9, 192.0.2.1, 198.51.100.7')).status).toBe(429);
    expect((await ask('192.0.2.1, 192.0.2.9, 198.51.100.7')).status).toBe(204);
  });
});

describe.each(ENGINES)('a limit that processes count together on %s', (engine) => {
  it('lets so many pass and no more, and takes one back', async () => {
    const place = await makePlace(engine);
    // Of PostgreSQL there may be many processes; of SQLite there is one.
    const first = await openStore(place);
    const stores: Store[] = engine === 'postgresql' ? [first, await openStore(place)] : [first];
    const limits = stores.map((store) => limitTogether(store, { name: 'guesses', points: 4, duration: 600 }));
    const any = (i: number) => limits[i % limits.length]!;
    for (let i = 0; i < 4; i++) await any(i)('somebody');
    await expect(any(0)('somebody')).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    await any(1)('somebody else');
    await Promise.all([any(0).giveBack('somebody'), any(1).giveBack('somebody')]);
    await any(1)('somebody');
    await expect(any(1)('somebody')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    for (const store of stores) await store.close();
    await place.remove();
  });
});
