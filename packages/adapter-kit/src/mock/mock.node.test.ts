import { createConnection } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Seeded } from '../world.ts';
import { hostile, HOSTILE } from '../worlds/hostile.ts';
import { longLedger } from '../worlds/large.ts';
import { ordinary } from '../worlds/ordinary.ts';
import { isMeant, MODES } from './faults.ts';
import { mockBackend, startMockBackend, type StartedMock } from './index.ts';

const now = new Date('2026-11-22T09:30:00Z');
let mock: StartedMock;
let seeded: Seeded;
beforeAll(async () => {
  mock = await startMockBackend();
});
afterAll(() => mock.close());
beforeEach(async () => {
  await mock.fail();
  seeded = await mock.seed(ordinary(now));
});

interface Options {
  as?: string;
  key?: string;
  body?: unknown;
  method?: string;
  headers?: Record<string, string>;
}
const ask = async (path: string, { as, key, body, method = body === undefined ? 'GET' : 'POST', headers }: Options = {}) => {
  const response = await fetch(mock.url + path, {
    method,
    headers: { ...(as && { authorization: `Bearer ${seeded.tokens[as] ?? as}` }), ...(key && { 'idempotency-key': key }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as any, headers: response.headers };
};
const redeem = (reward: string, options: Options = {}) => ask('/points/redemptions', { as: 'ann', body: { reward: seeded.rewards![reward] }, ...options });

describe('the shop', () => {
  it('shows orders to who is signed in, and to a guest with a proof', async () => {
    const { orders } = (await ask('/orders', { as: 'ann' })).body;
    expect(orders.map(({ number }: any) => number)).toEqual([seeded.orders['sent'], seeded.orders['delivered']]);
    expect(orders[0].items).toEqual([{ name: 'Tent', quantity: 1, price: { value: '329.00', currency: 'EUR' } }]);
    expect(orders[0].parcels[0]).toMatchObject({ state: 'ON_VAN', stops: [{ code: 'ON_VAN' }, { time: null, zone: null }, {}, { zone: null }] });
    const number = seeded.orders['guests'];
    expect((await ask('/orders/lookup', { body: { number, email: 'GUEST@shop.example' } })).body.number).toBe(number);
    for (const body of [{ number }, { number, email: 'x@y.z' }, { number, email: 'guest@shop.example', postcode: '1' }, { number: 'M-1' }]) {
      expect(await ask('/orders/lookup', { body })).toMatchObject({ status: 404, body: { error: 'not_found' } });
    }
  });

  it.each([
    ['/orders', {}, 401, 'sign_in_first'],
    ['/orders', { as: 'nobody' }, 401, 'unknown_token'],
    ['/faq', { as: 'nobody' }, 401, 'unknown_token'],
    ['/orders/M-0', { as: 'ann' }, 404, 'not_found'],
    ['/nothing', {}, 404, 'no_such_path'],
    ['/orders', { method: 'DELETE' }, 405, 'method_not_allowed'],
    ['/orders/%E0%A4%A', { as: 'ann' }, 400, 'invalid'],
    ['/orders/lookup', { body: '{oops' }, 400, 'bad_json'],
    ['/orders/lookup', { body: {} }, 422, 'invalid'],
    ['/points/redemptions', { as: 'ann', body: { reward: 'no' } }, 422, 'unknown_reward'],
    ['/points/redemptions/no', { as: 'ann', method: 'DELETE' }, 422, 'unknown_redemption'],
    ['/points/entries?after=no', { as: 'ann' }, 400, 'invalid'],
    ['/reviews', { as: 'ann', body: { purchase: 'no', stars: 5 } }, 422, 'unknown_purchase'],
    ['/faq/no/votes', { body: { helpful: true } }, 422, 'unknown_question'],
    ['/faq/delivery-time/votes', { body: { helpful: 'yes' } }, 422, 'invalid'],
    ['/referrals/claims', { body: { code: 'no', email: 'a@b.c' } }, 422, 'unknown_code'],
    ['/return-policy?country=JP', {}, 404, 'not_found'],
  ] as [string, Options, number, string][])('refuses %s %j with %i', async (path, options, status, error) => {
    expect(await ask(path, options)).toMatchObject({ status, body: { error, message: expect.any(String) } });
  });

  it('redeems once a key, for who can pay, while there is some left', async () => {
    const first = await redeem('small', { key: 'k' });
    expect(await redeem('small', { key: 'k' })).toMatchObject({ status: 201, body: first.body });
    expect((await redeem('last', { key: 'k' })).body.error).toBe('key_reused');
    expect(await mock.inspect.balance('ann')).toBe(700);
    expect((await redeem('last', { as: 'ben', key: 'k' })).status).toBe(201);
    expect((await redeem('last')).body.error).toBe('sold_out');
    expect((await redeem('big')).body.error).toBe('too_few_points');
    expect((await redeem('small', { as: 'cleo' })).body.error).toBe('not_a_member');
    expect(await mock.inspect.redemptions('ann')).toEqual([{ id: first.body.id, rewardId: seeded.rewards!['small'], pointsSpent: 500, revoked: false }]);
  });

  it('does the same act at the same time once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => redeem('small', { key: 'race' })));
    expect(await mock.inspect.balance('ann')).toBe(700);
  });

  it('gives points back, once', async () => {
    const { id } = (await redeem('last')).body;
    const back = () => ask(`/points/redemptions/${id}`, { as: 'ann', method: 'DELETE' });
    expect((await back()).body.returned).toBe(true);
    expect((await back()).body.error).toBe('returned_before');
    expect(await mock.inspect.balance('ann')).toBe(1_200);
    expect((await redeem('last', { as: 'ben' })).status).toBe(201);
  });

  it('makes members, and knows them', async () => {
    expect(await mock.inspect.enrolled('cleo')).toBe(false);
    expect((await ask('/points/membership', { as: 'cleo', body: {} })).body).toMatchObject({ member: true, balance: 0 });
    expect(await mock.inspect.enrolled('cleo')).toBe(true);
  });

  it('pages its ledger', async () => {
    seeded = await mock.seed(longLedger(now));
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { body } = await ask(`/points/entries?size=5${after && `&after=${after}`}`, { as: 'ann' });
      seen.push(...body.entries.map(({ id }: any) => id));
      after = body.after;
    }
    expect(seen).toEqual((await mock.inspect.ledger('ann')).map(({ id }) => id));
    expect(new Set(seen).size).toBe(24);
    expect(await mock.inspect.balance('ann')).toBe(1_200);
  });

  it.each([['de-AT', 'de'], ['tlh', 'en'], ['EL', 'el'], ['tlh, de;q=0.5', 'de'], ['', 'en']])('answers %j in %s', async (wanted, language) => {
    expect((await ask('/faq', { headers: { 'accept-language': wanted } })).body.language).toBe(language);
  });

  it('takes one review a purchase, and counts votes and claims', async () => {
    const { purchases } = (await ask('/reviews', { as: 'ann' })).body;
    expect(purchases.map(({ product }: any) => product)).toEqual(['Boots', 'Socks']);
    const review = { purchase: purchases[0].id, stars: 5, text: 'Dry.' };
    expect((await ask('/reviews', { as: 'ann', body: review })).status).toBe(201);
    expect((await ask('/reviews', { as: 'ann', body: review })).body.error).toBe('reviewed_before');
    expect((await ask('/reviews', { as: 'ann', body: { ...review, stars: 6 } })).status).toBe(422);
    expect(await mock.inspect.reviews('ann')).toMatchObject([{ rating: 5, body: 'Dry.' }]);

    await ask('/faq/delivery-time/votes', { body: { helpful: false } });
    expect(await mock.inspect.votes('delivery-time')).toEqual([{ helpful: false }]);

    const { code, link } = (await ask('/referrals/me', { as: 'ann' })).body;
    expect(link).toContain(code);
    const claim = (email: string) => ask('/referrals/claims', { body: { code, email } });
    expect((await claim('f@x.example')).body.coupon).toBe((await claim('F@x.example')).body.coupon);
    expect((await claim('ann@shop.example')).body.error).toBe('own_code');
    expect(await mock.inspect.claims()).toEqual([{ code, email: 'f@x.example' }]);
  });

  it('keeps hostile texts as they are', async () => {
    seeded = await mock.seed(hostile(now));
    expect((await ask('/faq')).body.questions.map(({ title }: any) => title)).toEqual(Object.values(HOSTILE));
  });

  it('holds nothing at first', async () => {
    const empty = await startMockBackend();
    const answers = await Promise.all(['/points/program', '/contact', '/referrals/program', '/return-policy'].map((path) => fetch(empty.url + path)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    await empty.close();
  });
});

describe('faults', () => {
  const outcome = (path = '/faq') => ask(path).then((answer) => answer, (error: Error) => error);

  it('are met as often as they say, and no longer', async () => {
    await mock.fail({ match: 'GET /faq*', times: 2, status: 429, headers: { 'retry-after': '7' }, body: { error: 'slow_down' } });
    const answers = [await ask('/faq'), await ask('/contact'), await ask('/faq?topic=x'), await ask('/faq')];
    expect(answers.map(({ status }) => status)).toEqual([429, 200, 429, 200]);
    expect([answers[0]!.headers.get('retry-after'), answers[0]!.body]).toEqual(['7', { error: 'slow_down' }]);
  });

  it('come in the order in which they were given, until they are cleared', async () => {
    await mock.fail({ match: '* *', times: 1, status: 500 }, { match: 'GET /faq', body: 'plain', headers: { 'content-type': 'text/plain' } });
    expect((await ask('/faq')).status).toBe(500);
    const second = await fetch(`${mock.url}/faq`);
    expect([second.status, await second.text(), second.headers.get('content-type')]).toEqual([503, 'plain', 'text/plain']);
    await mock.fail();
    expect((await ask('/faq')).status).toBe(200);
  });

  it('html: a page where JSON should be', async () => {
    await mock.fail({ match: 'GET /faq', mode: 'html' });
    const answer = await fetch(`${mock.url}/faq`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await answer.text()).toMatch(/^<!doctype html>/);
  });

  it('truncated: half of the JSON in a whole answer', async () => {
    const whole = await (await fetch(`${mock.url}/faq`)).text();
    await mock.fail({ match: 'GET /faq', mode: 'truncated' });
    const half = await (await fetch(`${mock.url}/faq`)).text();
    expect(half.length).toBeLessThan(whole.length);
    expect(whole.startsWith(half)).toBe(true);
    expect(() => JSON.parse(half)).toThrow(SyntaxError);
  });

  it('cut: the answer begins, and the connection breaks', async () => {
    await mock.fail({ match: 'GET /faq', mode: 'cut' });
    const answer = await fetch(`${mock.url}/faq`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow(TypeError);
  });

  it.each(['lost', 'close'] as const)('%s: the connection breaks; only what was lost is done', async (mode) => {
    await mock.fail({ match: 'POST *', mode, times: 1 });
    await expect(redeem('small', { key: 'k' })).rejects.toThrow(TypeError);
    expect(await mock.inspect.balance('ann')).toBe(mode === 'lost' ? 700 : 1_200);
    expect((await redeem('small', { key: 'k' })).status).toBe(201);
    expect(await mock.inspect.balance('ann')).toBe(700);
  });

  it('hang: nothing comes until the client goes away', async () => {
    await mock.fail({ match: 'GET /faq', mode: 'hang', times: 1 });
    const controller = new AbortController();
    const answer = fetch(`${mock.url}/faq`, { signal: controller.signal });
    answer.catch(() => {});
    await expect.poll(async () => (await mock.requests()).length).toBe(1);
    controller.abort();
    await expect(answer).rejects.toThrow('aborted');
    expect((await mock.requests())[0]).toMatchObject({ status: null, fault: 'hang' });
  });

  it('slow: the answer comes, and the mock does not wait for who has gone', async () => {
    await mock.fail({ match: 'GET /faq', mode: 'slow', milliseconds: 20 });
    expect((await ask('/faq')).status).toBe(200);
    await mock.fail({ match: 'GET /faq', mode: 'slow', milliseconds: 10_000_000 });
    const controller = new AbortController();
    const answer = fetch(`${mock.url}/faq`, { signal: controller.signal });
    answer.catch(() => {});
    await expect.poll(async () => (await mock.requests()).length).toBe(2);
    controller.abort();
    await expect(answer).rejects.toThrow('aborted');
  });

  it.each([
    ['GET /orders*', 'GET', '/orders', '', true],
    ['GET /orders*', 'GET', '/orders/1', '', true],
    ['GET /orders', 'GET', '/orders', '?a=b', true],
    ['GET /orders', 'GET', '/orders/1', '', false],
    ['GET /orders', 'POST', '/orders', '', false],
    ['* /*/program', 'GET', '/points/program', '', true],
    ['* *', 'DELETE', '/anything', '', true],
    ['GET /faq?topic=a*', 'GET', '/faq', '?topic=ab', true],
    ['GET /faq?topic=a*', 'GET', '/faq', '', false],
    ['GET /a.c', 'GET', '/abc', '', false],
  ])('%s and %s %s%s: %s', (match, method, path, query, meant) => expect(isMeant({ match, mode: 'answer' }, method, path, query)).toBe(meant));

  it.each<[unknown, RegExp]>([
    [{}, /“match” has to be a method and a path/],
    [{ match: '/orders' }, /“match”/],
    [{ match: 'GET /', mode: 'explode' }, new RegExp(`one of ${MODES.join(', ')}`)],
    [{ match: 'GET /', times: 0 }, /“times”/],
    [{ match: 'GET /', status: 42 }, /“status”/],
    [{ match: 'GET /', headers: { a: 1 } }, /“headers”/],
    [{ match: 'GET /', milliseconds: -1 }, /“milliseconds”/],
    [{ match: 'GET /', code: 429 }, /“code” is no field of a fault; there are match/],
    ['GET /', /“match”/],
  ])('refuses %j', async (fault, message) => {
    await expect(mock.fail(fault as never)).rejects.toThrow(message);
    expect(await outcome()).toMatchObject({ status: 200 });
  });
});

describe('control', () => {
  const put = async (path: string, body: unknown) => {
    const response = await fetch(`${mock.url}/_control/${path}`, { method: 'PUT', body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as any };
  };

  it.each<[string, unknown, RegExp]>([
    ['world', {}, /“now” has to be a time/],
    ['world', { now: '2026-11-22T00:00:00Z', shoppers: 'ann', orders: [] }, /“shoppers” has to be a list/],
    ['world', { now: '2026-11-22T00:00:00Z', shoppers: [], orders: [null] }, /“orders” has to be a list of objects/],
    ['world', { now: '2026-11-22T00:00:00Z', shoppers: [{ name: 'ann' }], orders: [] }, /“shoppers\[0\]” needs/],
    ['world', { now: '2026-11-22T00:00:00Z', shoppers: [], orders: [{ name: 'a' }] }, /“orders\[0\]” needs/],
    ['clock', {}, /“now” \(RFC 3339\) or “advance”/],
  ])('refuses a bad %s: %j', async (path, body, message) => {
    expect(await put(path, body)).toMatchObject({ status: 400, body: { message: expect.stringMatching(message) } });
    expect(await mock.inspect.balance('ann')).toBe(1_200);
  });

  it('knows no other requests and questions, and says which there are', async () => {
    expect(await ask('/_control/nothing')).toMatchObject({ status: 404, body: { message: expect.stringContaining('PUT world') } });
    expect(await ask('/_control/inspect/soul')).toMatchObject({ status: 404, body: { message: expect.stringContaining('balance, ledger') } });
    expect(await ask('/_control/inspect/balance')).toMatchObject({ status: 400, body: { message: '“balance” needs ?shopper=….' } });
    expect(await ask('/_control/inspect/balance?shopper=zoe')).toMatchObject({ status: 404 });
  });

  it('lists what was asked, and meets no fault itself', async () => {
    await mock.fail({ match: '* *', status: 500 });
    await ask('/faq?topic=a', { headers: { 'x-test': '1' } });
    expect(await mock.requests()).toMatchObject([{ method: 'GET', path: '/faq', query: '?topic=a', headers: { 'x-test': '1' }, status: 500, fault: 'answer' }]);
    await mock.forget();
    expect(await mock.requests()).toEqual([]);
  });

  it('has a clock that runs from the world’s now', async () => {
    const before = mock.clock.now();
    expect(Math.abs(before - now.getTime())).toBeLessThan(60_000);
    await mock.clock.advance(86_400_000);
    expect(mock.clock.now() - before).toBeGreaterThan(86_000_000);
    expect((await ask('/points', { as: 'ann' })).body.at).toMatch(/^2026-11-23/);
  });

  it('is reached by who knows the address', async () => {
    expect(await mockBackend(`${mock.url}/`).inspect.balance('ann')).toBe(1_200);
  });

  it('allows pages of any origin', async () => {
    const answer = await fetch(`${mock.url}/orders`, { method: 'OPTIONS' });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });

  it('survives what is no HTTP, and says when its port is taken', async () => {
    const { port } = new URL(mock.url);
    await new Promise<void>((resolve) => {
      const socket = createConnection(Number(port), '127.0.0.1', () => socket.end('hello\r\n\r\n'));
      socket.on('close', () => resolve()).on('error', () => {}).resume();
    });
    expect((await ask('/faq')).status).toBe(200);
    await expect(startMockBackend({ port: Number(port) })).rejects.toThrow('EADDRINUSE');
  });
});
