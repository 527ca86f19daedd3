import type { AdapterContext, PointsAccount } from '@aftercart/contract';
import { afterAll, beforeEach, afterEach, expect, it, vi } from 'vitest';
import { httpAdapter } from './index.ts';
import { contextOf } from '../../tooling/src/adapters/context.ts';
import { openHost, type Asked, type Host } from './test/host.ts';

let host: Host;
const hosts: Host[] = [];
beforeEach(async () => {
  host = await openHost();
  hosts.push(host);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
afterAll(() => Promise.all(hosts.map((each) => each.close())));

const STREAM = { 'content-type': 'text/event-stream; charset=utf-8' };
const lastOf = ({ headers }: Asked) => headers['last-event-id'];
const account = (balance: number) => `id: n${balance}\ndata: {"balance":${balance}}\n\n`;

/** A backend that counts: tells all numbers up to `now` that are newer than the last that was told, then breaks off or goes on. */
const counting = (now: () => number, then: (response: import('node:http').ServerResponse) => void) => {
  host.answer = (asked, response) => {
    response.writeHead(200, STREAM);
    for (let n = Number(lastOf(asked)?.slice(1) ?? 0) + 1; n <= now(); n++) response.write(account(n));
    then(response);
  };
};
const listen = (context: AdapterContext) => httpAdapter({ endpoint: host.url }).points.subscribe({}, context);
/** Takes what comes until the stream ends, as its error or `end`. */
const take = async (stream: AsyncIterable<PointsAccount>, into: number[], enough = Infinity) => {
  try {
    for await (const { balance } of stream) {
      into.push(balance);
      if (into.length >= enough) break;
    }
    return 'end';
  } catch (error) {
    return error;
  }
};

it('asks for events as the shopper', async () => {
  counting(() => 1, () => {});
  await take(listen(contextOf({ locale: 'de', token: async () => 's3cret' })), [], 1);
  const [{ method, url, headers }] = host.asked as [Asked];
  expect([method, url]).toEqual(['GET', '/v1/points/subscribe']);
  expect(headers).toMatchObject({ accept: 'text/event-stream', 'accept-language': 'de', authorization: 'Bearer s3cret' });
  expect(headers).not.toHaveProperty('last-event-id');
});

it('sends what proves an order in the body', async () => {
  counting(() => 1, () => {});
  const input = { orderNumber: 'A-1', proof: { email: 'ann@example.org' } };
  for await (const _ of httpAdapter({ endpoint: host.url }).tracking.subscribe(input, contextOf())) break;
  const [{ method, url, body }] = host.asked as [Asked];
  expect([method, url, JSON.parse(body)]).toEqual(['POST', '/v1/tracking/subscribe', input]);
});

it('goes on after a loss where it was, without loss and without repetition', async () => {
  let now = 2;
  // Each connection breaks in the middle of an event.
  counting(() => now, (response) => {
    response.write('id: n999\ndata: {"bal');
    setImmediate(() => response.destroy());
  });
  const context = contextOf();
  const got: number[] = [];
  for (; now <= 6; now += 2) expect(await take(listen(context), got)).toMatchObject({ code: 'NETWORK', retryable: true });
  expect(got).toEqual([1, 2, 3, 4, 5, 6]);
  expect(host.asked.map(lastOf)).toEqual([undefined, 'n2', 'n4']);
});

it('goes on when the backend ended the stream, too, and when its reader stopped in the middle', async () => {
  counting(() => 3, (response) => void response.end());
  const context = contextOf();
  const got: number[] = [];
  expect(await take(listen(context), got, 2)).toBe('end');
  expect(await take(listen(context), got)).toBe('end');
  expect(got).toEqual([1, 2, 3]);
});

it('knows listeners apart by their signals, and what one listens to by its input', async () => {
  counting(() => 2, (response) => void response.end());
  const context = contextOf();
  await take(listen(context), []);
  await take(listen(contextOf()), []);
  const { tracking } = httpAdapter({ endpoint: host.url });
  for (const orderNumber of ['A-1', 'A-2', 'A-1']) for await (const _ of tracking.subscribe({ orderNumber }, context));
  expect(host.asked.map(lastOf)).toEqual([undefined, undefined, undefined, undefined, 'n2']);
});

it('takes ids of events without data and of other types, and hands on neither', async () => {
  host.answer = (_, response) => void response.writeHead(200, STREAM).end(`${account(1)}id: n5\n\nid: n6\nevent: other\ndata: {}\n\n: bye\n\n`);
  const context = contextOf();
  const got: number[] = [];
  await take(listen(context), got);
  await take(listen(context), []);
  expect(got).toEqual([1]);
  expect(lastOf(host.asked[1]!)).toBe('n6');
});

it('starts anew where the backend takes the id back', async () => {
  host.answer = (_, response) => void response.writeHead(200, STREAM).end(`${account(1)}id\n\n`);
  const context = contextOf();
  await take(listen(context), []);
  await take(listen(context), []);
  expect(lastOf(host.asked[1]!)).toBeUndefined();
});

it('ends without a word when the signal aborts, and closes the connection', async () => {
  const closed = new Promise<void>((resolve) => counting(() => 1, (response) => response.on('close', resolve)));
  const controller = new AbortController();
  const got: number[] = [];
  const taken = take(listen(contextOf({ signal: controller.signal })), got);
  await vi.waitFor(() => expect(got).toEqual([1]));
  controller.abort();
  expect(await taken).toBe('end');
  await closed;
});

it('does not even ask when the signal has aborted', async () => {
  expect(await take(listen(contextOf({ signal: AbortSignal.abort() })), [])).toBe('end');
  expect(host.asked).toEqual([]);
});

it('closes the connection when its reader stops', async () => {
  const closed = new Promise<void>((resolve) => counting(() => 1, (response) => response.on('close', resolve)));
  await take(listen(contextOf()), [], 1);
  await closed;
});

it.each([
  ['a problem', 401, 'application/problem+json', '{"code":"TOKEN_EXPIRED"}', 'TOKEN_EXPIRED'],
  ['a page', 200, 'text/html', '<title>Shop</title>', 'INVALID_RESPONSE'],
  ['an event that is no JSON', 200, 'text/event-stream', 'data: {"bal\n\n', 'INVALID_RESPONSE'],
  ['too many streams', 429, 'text/plain', '', 'RATE_LIMITED'],
])('says what is wrong with %s', async (_, status, type, body, code) => {
  host.answer = (__, response) => void response.writeHead(status, { 'content-type': type }).end(body);
  expect(await take(listen(contextOf()), [])).toMatchObject({ name: 'AdapterError', code });
});

it('is refused with 204, which is no stream', async () => {
  expect(await take(listen(contextOf()), [])).toMatchObject({ code: 'INVALID_RESPONSE' });
});

it('counts as lost when nothing comes for a minute, comments aside', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const bytes = new TextEncoder();
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  // A connection whose other end is gone without a word: nothing but the signal ends it.
  const fetch = async (_: string, { signal }: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
    signal!.addEventListener('abort', () => controller.error(signal!.reason));
    return new Response(body, { headers: STREAM });
  };
  const got: number[] = [];
  let ended: unknown;
  const taken = take(httpAdapter({ endpoint: host.url, fetch }).points.subscribe({}, contextOf()), got).then((end) => (ended = end));
  await vi.waitFor(() => expect(controller).toBeDefined());
  controller.enqueue(bytes.encode(account(1)));
  await vi.waitFor(() => expect(got).toEqual([1]));
  for (let minute = 0; minute < 3; minute++) {
    await vi.advanceTimersByTimeAsync(59_000);
    controller.enqueue(bytes.encode(`: still here\n\n${account(minute + 2)}`));
    await vi.waitFor(() => expect(got).toHaveLength(minute + 2));
  }
  expect(ended).toBeUndefined();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await taken).toMatchObject({ code: 'NETWORK', retryable: true });
});
