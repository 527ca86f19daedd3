import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import type { Pace, UpstreamSource } from './errand.ts';
import { openHost, refuse, silence, untilAsked, type Host } from './test/host.ts';
import { takeTurn, waitAfter } from './turn.ts';

it('waits a minute after a failure, and twice as long after each further one, up to an hour', () => {
  expect([1, 2, 3, 6, 7, 99].map((failures) => waitAfter(failures) / 60_000)).toEqual([1, 2, 4, 32, 60, 60]);
});

it('believes a service that says how long, up to a day', () => {
  expect([waitAfter(1, 90), waitAfter(1, 30), waitAfter(9, 7_200), waitAfter(1, 1e9)]).toEqual([90_000, 60_000, 7_200_000, 86_400_000]);
});

describe.each(ENGINES)('the turns of a source on %s', (engine) => {
  let server: TestServer;
  let host: Host;
  let log = '';
  beforeAll(async () => {
    server = await openTestServer(engine, { env: { AFTERCART_UPSTREAM_BUDGET: '3', AFTERCART_LOG_LEVEL: 'info' }, log: { write: (line: string) => void (log += line) } });
    host = await openHost();
  });
  beforeEach(async () => {
    await server.runtime.store.db.deleteFrom('upstream_sources').execute();
    host.asked.length = 0;
    log = '';
  });
  afterEach(() => {
    host.answer = () => ({});
  });
  afterAll(async () => {
    await host.close();
    await server.close();
  });

  /** Asks as long as it may. */
  const source: UpstreamSource = {
    name: 'aftership',
    async pull(errand) {
      while (errand.left() > 0) await errand.ask(new URL(`${host.url}/secret-path`), { 'as-api-key': 'secret-key' });
      await errand.keep({ turns: ((errand.state as { turns: number } | null)?.turns ?? 0) + 1 });
    },
  };
  const turn = (pace: Pace = { pause: async () => {} }, runtime = server.runtime) => takeTurn(runtime, source, pace);
  const row = () => server.runtime.store.db.selectFrom('upstream_sources').selectAll().executeTakeFirst();
  /** Seconds until the next turn. */
  const wait = async () => (Date.parse((await row())!.next_at) - server.now().getTime()) / 1000;

  it('has a budget of requests, with a pause between them, and comes again when it is due', async () => {
    const pauses: number[] = [];
    const pause = async (milliseconds: number) => pauses.push(milliseconds);
    await turn({ pause });
    expect([host.asked.length, pauses]).toEqual([3, [200, 200]]);
    await turn({ pause });
    expect(host.asked).toHaveLength(3);
    expect(await wait()).toBe(300);
    server.advance({ seconds: 300 });
    await turn({ pause });
    expect(host.asked).toHaveLength(6);
    expect(await row()).toMatchObject({ failures: 0, state: '{"turns":2}' });
  });

  it('is had by one process at a time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => turn()));
    expect(host.asked).toHaveLength(3);
  });

  it.each([
    ['too many requests', refuse(429, '{"secret":"secret-key"}', { 'retry-after': '600' }), { reason: 'RATE_LIMITED', status: 429 }, 600],
    ['a wrong key', refuse(401, '{"as-api-key":"secret-key"}'), { reason: 'UNAUTHENTICATED', status: 401 }, 60],
    ['a fault', refuse(503, '<html>secret-key'), { reason: 'UNAVAILABLE', status: 503 }, 60],
    ['what is no JSON', refuse(200, '<html>secret-key'), { reason: 'INVALID_RESPONSE' }, 60],
    ['a torn answer', refuse(200, '{"data":{"tra'), { reason: 'INVALID_RESPONSE' }, 60],
    ['a redirect, which is not followed', refuse(302, '', { location: '/elsewhere' }), { reason: 'NETWORK' }, 60],
    ['a lost connection', (_: unknown, response: { destroy(): void }) => (response.destroy(), silence), { reason: 'NETWORK' }, 60],
  ] as const)('after %s waits, and says so in one line without a secret', async (_, answer, line, seconds) => {
    host.answer = answer as Host['answer'];
    await turn();
    expect(host.asked).toHaveLength(1);
    expect(await wait()).toBe(seconds);
    const lines = log.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ source: 'aftership', failures: 1, secondsToWait: seconds, msg: 'an upstream source failed; it is asked again', ...line });
    expect(log).not.toMatch(/secret/);
  });

  it('waits longer each time, and forgets it after a good one', async () => {
    host.answer = refuse(500, '');
    for (const seconds of [60, 120, 240]) {
      await turn();
      expect(await wait()).toBe(seconds);
      server.advance({ seconds });
    }
    host.answer = () => ({});
    await turn();
    expect(await row()).toMatchObject({ failures: 0 });
  });

  it('ends when there is no answer', async () => {
    host.answer = () => silence;
    await turn({ pause: async () => {}, patience: 50 });
    expect(JSON.parse(log)).toMatchObject({ reason: 'TIMEOUT' });
  });

  it('is left to whoever is next when the server stops', async () => {
    host.answer = () => silence;
    const stopping = new AbortController();
    const broken = turn(undefined, { ...server.runtime, stopping: stopping.signal });
    await untilAsked(host, 1);
    stopping.abort();
    await broken;
    expect([await wait(), (await row())!.failures, log]).toEqual([0, 0, '']);
    host.answer = () => ({});
    await turn();
    expect(await row()).toMatchObject({ state: '{"turns":1}' });
  });

  it('is had by another once the process that had it was killed', async () => {
    const dead: UpstreamSource = { name: 'aftership', pull: () => new Promise(() => {}) };
    void takeTurn(server.runtime, dead, {});
    while (!(await row()));
    await turn();
    expect(host.asked).toEqual([]);
    server.advance({ seconds: 20 * 60 });
    await turn();
    expect(host.asked).toHaveLength(3);
  });

  it('is counted', async () => {
    const counted = async (outcome: string) => Number(new RegExp(`aftercart_upstream_turns_total\\{source="aftership",outcome="${outcome}"\\} (\\d+)`).exec(await server.runtime.metrics.text())?.[1] ?? 0);
    const before = [await counted('done'), await counted('failed')] as const;
    await turn();
    server.advance({ seconds: 300 });
    host.answer = refuse(500, '');
    await turn();
    expect([await counted('done') - before[0], await counted('failed') - before[1]]).toEqual([1, 1]);
  });
});
