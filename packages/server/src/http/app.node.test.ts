import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { openTestServer, type TestServer } from '../test/server.ts';

describe.each(ENGINES)('the HTTP face on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { env: { AFTERCART_ORIGINS: 'https://shop.example' } });
  });
  afterAll(() => server.close());

  it('says that it is well', async () => {
    const response = await server.app.request('/healthz');
    expect(response.status).toBe(200);
  });

  it('refuses paths that are none with a problem', async () => {
    const response = await server.app.request('/v1/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'UNSUPPORTED', status: 404 });
  });

  it('lets the pages of listed origins call, without credentials', async () => {
    const ask = (origin: string) =>
      server.app.request('/v1/points/redeem', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,idempotency-key' } });
    const listed = await ask('https://shop.example');
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(listed.headers.get('access-control-allow-headers')).toContain('idempotency-key');
    expect(listed.headers.get('access-control-allow-credentials')).toBe(null);
    expect((await ask('https://other.example')).headers.get('access-control-allow-origin')).toBe(null);
  });
});
