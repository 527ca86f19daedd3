import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { MERCHANT_OPERATIONS } from './operations.ts';

// Processes and databases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('the OpenAPI document of the merchant API', () => {
  let server: TestServer;
  let document: any;
  beforeAll(async () => {
    server = await openTestServer('sqlite');
    const response = await server.app.request('http://api.shop.example/merchant/v1/openapi.json');
    expect(response.status).toBe(200);
    document = await response.json();
  });
  afterAll(() => server.close());

  it('is valid by the schema of OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(document.servers).toEqual([{ url: 'http://api.shop.example' }]);
  });

  it('has every operation, each with a name of its own, and refers to nothing that is not there', () => {
    const described = Object.entries(document.paths).flatMap(([path, verbs]) => Object.entries(verbs as object).map(([verb, { operationId }]: any) => ({ path, verb, operationId })));
    expect(described.map(({ path, verb }) => `${verb.toUpperCase()} ${path}`).sort()).toEqual(MERCHANT_OPERATIONS.map(({ verb, path }) => `${verb} /merchant/v1${path}`).sort());
    expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(described.length);
    const refs = [...new Set([...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref]) => ref!))];
    expect(refs.length).toBeGreaterThan(10);
    expect(refs.filter((ref) => !ref.split('/').reduce((place: any, step) => place?.[step], document))).toEqual([]);
  });

  it('tells what a path and a query hold', () => {
    const { parameters } = document.paths['/merchant/v1/imports/{kind}'].post;
    expect(parameters.map(({ name, in: where, required }: any) => [name, where, required])).toEqual([['kind', 'path', true], ['dryRun', 'query', false], ['history', 'query', false]]);
    expect(document.components.schemas.OrderIn).toMatchObject({ required: ['currency', 'lines', 'total', 'placedAt'], additionalProperties: false });
  });
});

describe.each(ENGINES)('the merchant API on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
  });
  afterAll(() => server.close());

  it.each(MERCHANT_OPERATIONS.map(({ verb, path }) => [verb, path] as const))('answers %s %s to nobody but the merchant', async (verb, path) => {
    const address = `/merchant/v1${path.replace(/\{\w+\}/g, 'x')}`;
    for (const authorization of [undefined, 'Bearer wrong', `Bearer ${await server.token('ann')}`, `Basic ${server.runtime.secrets.merchantKey}`]) {
      const response = await server.app.request(address, { method: verb, headers: { ...(authorization && { authorization }) }, ...(verb !== 'GET' && { body: '{}' }) });
      expect([401, 429]).toContain(response.status);
    }
  });

  it('slows down who guesses the key', async () => {
    const guess = () => server.app.request('/merchant/v1/webhooks', { headers: { authorization: 'Bearer guess' } });
    let response = await guess();
    for (let time = 0; time < 25 && response.status !== 429; time++) response = await guess();
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('refuses a body that is too long before it is read', async () => {
    const long = { method: 'PUT', headers: { authorization: `Bearer ${server.runtime.secrets.merchantKey}`, 'content-length': String(2 ** 30) }, body: '{}' };
    expect((await server.app.request('/merchant/v1/orders/x', long)).status).toBe(413);
    expect((await server.app.request('/merchant/v1/orders/x', { ...long, headers: { ...long.headers, authorization: 'Bearer wrong' } })).status).not.toBe(413);
  });
});
