/**
 * Random and mutated requests, made from the server’s own description of itself: every answer is one that it tells of, and nothing
 * breaks. Every run is the same unless `AFTERCART_FUZZ_SEED` gives another number, or `random`.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillDemo } from '../src/demo/fill.ts';
import type { Engine } from '../src/database/database.ts';
import { startProcess } from '../src/test/process.ts';
import { openTestServer, type TestServer } from '../src/test/server.ts';
import { makePlace } from '../src/test/stores.ts';
import { judgeBy } from './fuzz/answers.ts';
import { rawRequests, sendRaw } from './fuzz/raw.ts';
import { requestsOf, type FuzzRequest, type OpenApi, type Surroundings } from './fuzz/requests.ts';
import { surroundings } from './fuzz/surroundings.ts';

const REQUESTS: readonly [Engine, number][] = [['sqlite', 10_000], ['postgresql', 2_000]];
/** Requests that are changed on the way. */
const RAW = 1_000;
const wanted = process.env['AFTERCART_FUZZ_SEED'] ?? '1';
const seed = wanted === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted);

/** Requests that are under way at once. */
const AT_ONCE = 4;
/** Requests that are made at once, each time from a seed of its own. */
const PORTION = 100;
/** Of four requests, those for shoppers’ operations; the others are the merchant’s. */
const SHOPPERS = 2;

async function sendAll(server: TestServer, count: number): Promise<string[]> {
  const read = async (path: string) => (await (await server.app.request(path)).json()) as OpenApi;
  const around = await surroundings(server);
  const [shoppers, merchants] = await Promise.all(['/v1/openapi.json', '/merchant/v1/openapi.json'].map(async (path, index) => {
    const document = await read(path);
    const judge = judgeBy(document);
    return requestsOf(document, index === 0 ? around.shopper : around.merchant).map((request) => ({ request, judge }));
  }));
  const arbitrary = fc.oneof({ weight: SHOPPERS, arbitrary: shoppers! }, { weight: 4 - SHOPPERS, arbitrary: merchants! });

  const faults = new Map<string, string>();
  for (let from = 0; from < count; from += PORTION) {
    const portion = fc.sample(arbitrary, { numRuns: Math.min(PORTION, count - from), seed: seed + from });
    const worker = async () => {
      for (let next = portion.pop(); next; next = portion.pop()) {
        const { request, judge } = next;
        const fault = await judge(request, await send(server, request)).catch((error: unknown) => String(error));
        // One of a kind is enough to mend it.
        if (fault) faults.set(`${request.verb} ${request.path} ${fault.slice(0, 40)}`, `${fault}\n${describeRequest(request)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
  return [...faults.values()];
}

const send = ({ app }: TestServer, { verb, url, headers, body }: FuzzRequest): Promise<Response> =>
  Promise.resolve(app.request(url, { method: verb, headers, ...(body !== undefined && { body }) }));

const describeRequest = ({ verb, url, headers, body }: FuzzRequest): string => `${verb} ${url.slice(0, 500)} ${JSON.stringify(headers).slice(0, 800)} ${String(body).slice(0, 1_500)}`;

describe('random requests', () => {
  it.each(REQUESTS)('on %s: %d of them get documented answers only', { timeout: 300_000 }, async (engine, count) => {
    console.log(`AFTERCART_FUZZ_SEED=${seed}`);
    const server = await openTestServer(engine, { args: ['--demo'], env: { AFTERCART_LOG_LEVEL: 'error' } });
    try {
      await fillDemo(server.runtime);
      expect(await sendAll(server, count)).toEqual([]);
      expect((await server.app.request('/healthz')).status).toBe(200);
    } finally {
      await server.close();
    }
  });

  it(`on sockets: ${RAW} changed byte by byte are answered or closed, and the process goes on`, { timeout: 300_000 }, async () => {
    console.log(`AFTERCART_FUZZ_SEED=${seed}`);
    const place = await makePlace('sqlite');
    const merchantKey = 'the merchant key of a shop under test';
    const server = await startProcess({ ...place, env: { AFTERCART_MERCHANT_KEY: merchantKey, AFTERCART_RATE_LIMIT: '1000000' } });
    const url = new URL(server.url);
    const around: Surroundings = { known: () => [], authorizations: [`Bearer ${merchantKey}`, 'Bearer x'] };
    const documents = await Promise.all(['/v1/openapi.json', '/merchant/v1/openapi.json'].map(async (path) => (await (await fetch(new URL(path, url))).json()) as OpenApi));
    const arbitrary = rawRequests(fc.oneof(...documents.map((document) => requestsOf(document, around))));
    const statuses: number[] = [];
    for (let from = 0; from < RAW; from += PORTION) {
      const portion = fc.sample(arbitrary, { numRuns: PORTION, seed: seed + from });
      statuses.push(...(await Promise.all(portion.map((bytes) => sendRaw(url, bytes)))));
    }
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(new Set(statuses).size).toBeGreaterThan(3);
    expect((await fetch(new URL('/healthz', url))).status).toBe(200);
    const { code, stderr } = await server.kill('SIGTERM');
    expect([code, stderr]).toEqual([0, '']);
    await place.remove();
  });
});
