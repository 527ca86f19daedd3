/** What every answer of the protocol has in common, whatever it is of. */
import { OPERATIONS, Problem, problemType } from '@aftercart/contract/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM_BODY } from '../referrals/test/shop.ts';
import { POLICIES } from '../returns/test/shop.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { MOST_BYTES } from './input.ts';

const entry = (question: string) => ({ question, answer: 'Two days.' });

describe.each(ENGINES)('answers on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
    for (const [locale, question] of [['en', 'How long?'], ['el', 'Πόσο;'], ['de', 'Wie lange?']] as const) await server.merchant('PUT', `/faq/locales/${locale}/entries/time`, entry(question));
    for (const [path, body] of [
      ['/points/program', { earningRules: [], rewards: [] }],
      ['/referrals/program', PROGRAM_BODY],
      ['/returns/policies', POLICIES],
      ['/faq/contact', { channels: [] }],
    ] as const) {
      await server.merchant('PUT', path, { body });
    }
    await server.call('points.enrol', {}, { as: 'ann' });
  });
  afterAll(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}) => server.app.request(path, { headers });
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    server.app.request(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const problemOf = async (response: Response) => Problem.parse(await response.json());

  it('that all share have an ETag for each language, and are not sent again to who has them', async () => {
    const first = await get('/v1/faq/entries', { 'accept-language': 'el' });
    const tag = first.headers.get('etag')!;
    expect([first.status, first.headers.get('content-language')]).toEqual([200, 'el']);
    expect(tag).toMatch(/^(W\/)?"[^"]+"$/);

    const again = await get('/v1/faq/entries', { 'accept-language': 'el', 'if-none-match': `"other", ${tag}` });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
    const german = await get('/v1/faq/entries', { 'accept-language': 'de', 'if-none-match': tag });
    expect([german.status, german.headers.get('etag') === tag]).toEqual([200, false]);

    await server.merchant('PUT', '/faq/locales/el/entries/time', entry('Πόση ώρα;'));
    const changed = await get('/v1/faq/entries', { 'accept-language': 'el', 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('Πόση ώρα;');
  });

  it('may be kept by anyone when all share them, and by nobody when they are of a shopper', async () => {
    const authorization = `Bearer ${await server.token('ann')}`;
    for (const operation of OPERATIONS.filter(({ verb, stream }) => verb === 'GET' && !stream)) {
      const response = await get(operation.path, { authorization });
      const vary = response.headers.get('vary')!.toLowerCase();
      expect([operation.method, response.headers.get('cache-control')?.split(',')[0]]).toEqual([operation.method, operation.shared ? 'public' : 'no-store']);
      expect([operation.method, vary.includes('accept-language'), vary.includes('authorization')]).toEqual([operation.method, true, !operation.shared]);
      expect([operation.method, response.headers.has('etag')]).toEqual([operation.method, operation.shared]);
    }
  });

  it('are of no cache when they are refusals', async () => {
    const response = await get('/v1/points/history');
    expect([response.status, response.headers.get('cache-control')]).toEqual([401, 'no-store']);
  });

  it.each([
    [undefined, 'How long?'], ['el', 'Πόσ'], ['el-GR', 'Πόσ'], ['fr, de;q=0.8', 'How long?'], ['fr;q=0.1, de;q=0.8', 'Wie lange?'], ['en;q=0.5, el', 'Πόσ'], ['xx', 'How long?'], ['*', 'How long?'],
    ['de;q=nonsense, el;q=0.5', 'Πόσ'], [';;;,,q=', 'How long?'], ['x'.repeat(5_000), 'How long?'],
  ])('for Accept-Language %s are in the language that it likes best', async (language, text) => {
    const response = await get('/v1/faq/entries', language === undefined ? {} : { 'accept-language': language });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(text);
  });

  it('to what can’t be read say so as a problem', async () => {
    const response = await post('/v1/faq/search', '{"query": ');
    expect([response.status, response.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    const problem = await problemOf(response);
    expect(problem).toEqual({ type: problemType('INVALID_REQUEST'), title: 'Invalid request', status: 422, code: 'INVALID_REQUEST', detail: 'The body is no JSON.', instance: expect.any(String) });
  });

  it('to a wrong input name each thing that is wrong by its path', async () => {
    const problem = await problemOf(await post('/v1/points/estimate', JSON.stringify({ lines: [{ quantity: 0 }, { quantity: 1, price: { amount: 'x', currency: 'eur' } }] })));
    expect(problem.errors!.map(({ path }) => path)).toEqual(['/lines/0/quantity', '/lines/1/price/amount', '/lines/1/price/currency']);
  });

  it.each([['a text', '{"query":"a\\u0000b"}'], ['a text far inside', '{"query":"a","x":[{"y":"\\u0000"}]}'], ['the name of a field', '{"query":"a","\\u0000":1}']])('refuse a NUL in %s', async (_, body) => {
    const problem = await problemOf(await post('/v1/faq/search', body));
    expect(problem).toMatchObject({ code: 'INVALID_REQUEST', detail: expect.stringContaining('U+0000') });
  });

  it('refuse a NUL in the query', async () => {
    expect((await get('/v1/returns/policy?productId=%00')).status).toBe(422);
  });

  it('leave `__proto__` out', async () => {
    const response = await post('/v1/faq/search', '{"query":"how","__proto__":{"limit":"none","polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(response.status).toBe(200);
    expect(({} as { polluted?: number }).polluted).toBe(undefined);
  });

  it('refuse a body that is too long, whether or not it says so', async () => {
    const body = JSON.stringify({ query: 'x'.repeat(MOST_BYTES) });
    const told = await post('/v1/faq/search', body);
    expect([told.status, (await problemOf(told)).status]).toEqual([413, 413]);
    const chunks = new Blob([body]).stream();
    const untold = await server.app.request('/v1/faq/search', { method: 'POST', headers: { 'content-type': 'application/json' }, body: chunks, duplex: 'half' } as RequestInit);
    expect(untold.status).toBe(413);
  });

  it.each([['is missing', {}], ['is too short', { 'idempotency-key': '1234567' }], ['is too long', { 'idempotency-key': 'x'.repeat(201) }], ['holds a space', { 'idempotency-key': 'two words' }]])('refuse a write whose key %s', async (_, headers) => {
    for (const { path, verb } of OPERATIONS.filter(({ write }) => write)) {
      const input = path === '/v1/returns/withdraw' ? { step: 'declare', orderNumber: 'X', name: 'X', email: 'x@example.com' } : { rewardId: 'x', redemptionId: 'x', code: 'x', email: 'x@example.com', requestId: 'x', reviewId: 'x', rating: 5, incentivised: false, entryId: 'x', helpful: true };
      const response = await server.app.request(path, { method: verb, headers: { authorization: `Bearer ${await server.token('ann')}`, 'content-type': 'application/json', ...headers }, body: JSON.stringify(input) });
      expect([path, response.status]).toEqual([path, 422]);
      expect((await problemOf(response)).detail).toContain('Idempotency-Key');
    }
  });

  it('keep nothing of a declaration that was not confirmed', async () => {
    const input = { step: 'declare', orderNumber: 'NP-77', name: 'Nikos Unconfirmed', email: 'unconfirmed@example.com', reason: 'unconfirmed reason' };
    const result = await server.call('returns.withdraw', input, { key: 'key-of-both-steps' });
    const { db } = server.runtime.store;
    expect(await db.selectFrom('idempotency').selectAll().where('method', '=', 'returns.withdraw').execute()).toEqual([]);
    // What is confirmed happens once, by the same key or another.
    const done = await server.call('returns.withdraw', { step: 'confirm', confirmation: result.confirmation }, { key: 'key-of-both-steps' });
    expect(await server.call('returns.withdraw', { step: 'confirm', confirmation: result.confirmation }, { key: 'key-of-both-steps' })).toEqual(done);
    expect(await db.selectFrom('withdrawals').select('order_number').execute()).toEqual([{ order_number: 'NP-77' }]);
  });

  it('say which document describes them', async () => {
    const document = (await (await get('http://shop.example/v1/openapi.json')).json()) as { openapi: string; servers: unknown };
    expect(document).toMatchObject({ openapi: '3.1.1', servers: [{ url: 'http://shop.example' }] });
  });

  it('to the wrong verb or place are problems', async () => {
    for (const [verb, path] of [['POST', '/v1/points/account'], ['GET', '/v1/points/redeem'], ['DELETE', '/v1/faq/entries'], ['GET', '/v1'], ['GET', '/']] as const) {
      const response = await server.app.request(path, { method: verb });
      expect([path, response.status, (await problemOf(response)).code]).toEqual([path, 404, 'UNSUPPORTED']);
    }
  });
});
