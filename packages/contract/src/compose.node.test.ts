import { describe, expect, it, vi } from 'vitest';
import { capabilities, CONTRACT_VERSION, type Adapter, type AdapterContext, type PointsService } from './adapter.ts';
import { compose, type AdapterCall } from './compose.ts';
import { AdapterError } from './errors.ts';

const context: AdapterContext = { signal: new AbortController().signal, locale: 'en', token: async () => null };
const answer = async () => null as never;
const points = (service: Partial<PointsService> = {}) => ({ account: answer, program: answer, ...service });
const server = { id: 'server', points: points(), reviews: { requests: answer, submit: answer } };
const vendure = { id: 'vendure', tracking: { shipments: answer } };
const files = { id: 'static', faq: { entries: answer } };
/** Parts as plain JavaScript may hand them in. */
const anything = (...parts: unknown[]) => compose(...(parts as Adapter[]));

describe('compose', () => {
  it('gives one adapter with the services of all', () => {
    const adapter = compose(server, vendure, files);
    expect(adapter.id).toBe('server+vendure+static');
    expect(adapter.contract).toBe(CONTRACT_VERSION);
    expect(capabilities(adapter)).toEqual(['points.account', 'points.program', 'reviews.requests', 'reviews.submit', 'faq.entries', 'tracking.shipments']);
  });

  it('hands input and context on as they are, the answer back as it is, and each service to itself as `this`', async () => {
    const given = { orderNumber: '7' };
    const parcels = { items: [] };
    class Carrier {
      #parcels = parcels;
      async shipments(input: unknown, received: AdapterContext) {
        expect([input, received]).toEqual([given, context]);
        expect(input).toBe(given);
        expect(received).toBe(context);
        return this.#parcels;
      }
    }
    const adapter = compose(files, { id: 'carrier', tracking: new Carrier() });
    expect(await adapter.tracking.shipments(given, context)).toBe(parcels);
  });

  it('keeps optional methods callable where they are known to be there', async () => {
    const adapter = compose(files, { id: 'server', points: points({ revoke: async () => ({ id: 'r' }) as never }) as Required<Pick<PointsService, 'account' | 'program' | 'revoke'>> });
    expect(await adapter.points.revoke({ redemptionId: 'r' }, context)).toEqual({ id: 'r' });
  });

  it('names both adapters and the service when two claim one, and says how to choose', () => {
    expect(() => compose(server, vendure, { id: 'memory', points: points() })).toThrow(TypeError);
    expect(() => compose(server, vendure, { id: 'memory', points: points() })).toThrow(
      'compose: “server” and “memory” both have `points`. Leave it out of one, as in compose(server, { ...memory, points: undefined }), ' +
        'or choose without compose: { ...memory, points: server.points }.',
    );
    const chosen = compose(server, { ...files, points: undefined });
    expect(capabilities(chosen)).toContain('points.account');
  });

  it.each<[string, unknown[], RegExp]>([
    ['nothing', [], /no adapter to compose/],
    ['options alone', [{ onCall() {} }], /no adapter to compose/],
    ['undefined', [server, undefined], /number 2 is undefined, not an adapter/],
    ['a factory', [() => server, vendure], /number 1 is a function: call it/],
    ['a promise', [server, Promise.resolve(vendure)], /number 2 is a promise: await it/],
    ['something without an id', [server, { faq: files.faq }], /number 2 has no `id`/],
    ['another contract', [server, { ...vendure, contract: 99 }], /“vendure” speaks contract 99, this version 1\. Install/],
    ['a service with a hole', [server, { id: 'x', tracking: {} }], /“x”: `tracking\.shipments` must be a function/],
    ['options that are not last', [{ onCall() {} }, server], /number 1 has no `id`/],
  ])('refuses %s', (_, parts, message) => {
    expect(() => anything(...parts)).toThrow(TypeError);
    expect(() => anything(...parts)).toThrow(message);
  });

  it('labels each method with the adapter that answers, the inner one where compositions are composed', () => {
    const { labels } = compose(compose(server, files), vendure);
    expect(labels).toMatchObject({ 'points.account': 'points.account (server)', 'faq.entries': 'faq.entries (static)', 'tracking.shipments': 'tracking.shipments (vendure)' });
    expect(labels).not.toHaveProperty('points.redeem');
  });

  it('labels nothing in a copy, where a service may have been replaced', () => {
    expect({ ...compose(server, files), tracking: vendure.tracking }).not.toHaveProperty('labels');
  });
});

describe('errors that come out', () => {
  const failing = (thrown: unknown) => compose(files, { id: 'server', points: points({ account: () => Promise.reject(thrown) }) }).points;

  it('name their adapter, the innermost one', async () => {
    const error = new AdapterError('CONFLICT', 'why');
    const adapter = compose(vendure, compose(files, { id: 'server', points: points({ account: () => Promise.reject(error) }) }));
    await expect(adapter.points.account({}, context)).rejects.toBe(error);
    expect(error).toMatchObject({ code: 'CONFLICT', message: 'why', adapter: 'server' });
  });

  it('stay what they are when they are none of ours, or frozen', async () => {
    const stranger = new TypeError('boom');
    const frozen = Object.freeze(new AdapterError('FORBIDDEN'));
    for (const thrown of [stranger, frozen, 'a string', undefined]) await expect(failing(thrown).account({}, context)).rejects.toBe(thrown);
    expect(stranger).not.toHaveProperty('adapter');
  });
});

describe('tracing', () => {
  it('tells who answered what, how long it took and what it failed with', async () => {
    const calls: AdapterCall[] = [];
    const refusal = new AdapterError('UNAVAILABLE');
    const adapter = compose(vendure, { id: 'server', points: points({ account: () => { throw refusal; } }) }, { onCall: (call) => void calls.push(call) });
    await adapter.tracking.shipments({}, context);
    await expect(adapter.points.account({}, context)).rejects.toBe(refusal);
    expect(calls).toEqual([
      { adapter: 'vendure', capability: 'tracking.shipments', milliseconds: expect.any(Number) },
      { adapter: 'server', capability: 'points.account', milliseconds: expect.any(Number), error: refusal },
    ]);
    expect(calls.map(({ milliseconds }) => milliseconds >= 0)).toEqual([true, true]);
    expect('error' in calls[0]!).toBe(false);
  });

  it('never disturbs a call', async () => {
    const onCall = vi.fn(() => {
      throw new Error('tracer');
    });
    expect(await compose(vendure, { onCall }).tracking.shipments({}, context)).toBeNull();
    expect(onCall).toHaveBeenCalledTimes(1);
  });
});

describe('a stream', () => {
  const live = (subscribe: PointsService['subscribe'], calls: AdapterCall[] = []) =>
    compose(files, { id: 'server', points: { ...points(), subscribe: subscribe! } }, { onCall: (call) => void calls.push(call) }).points;
  const read = async (stream: AsyncIterable<unknown>, most = Infinity) => {
    const seen: unknown[] = [];
    for await (const each of stream) if (seen.push(each) >= most) break;
    return seen;
  };

  it('passes on what comes, and is told of when it ends', async () => {
    const calls: AdapterCall[] = [];
    const stream = live(async function* () { yield* [1, 2] as never[]; }, calls);
    expect(await read(stream.subscribe({}, context))).toEqual([1, 2]);
    expect(calls).toMatchObject([{ adapter: 'server', capability: 'points.subscribe' }]);
    expect(calls[0]).not.toHaveProperty('error');
  });

  it('closes the one behind it when nobody listens any more', async () => {
    const calls: AdapterCall[] = [];
    const closed = vi.fn();
    const stream = live(async function* () {
      try {
        for (;;) yield 1 as never;
      } finally {
        closed();
      }
    }, calls);
    expect(await read(stream.subscribe({}, context), 3)).toEqual([1, 1, 1]);
    expect(closed).toHaveBeenCalledTimes(1);
    expect(calls).toHaveLength(1);
  });

  it('fails with an error that names its adapter', async () => {
    const calls: AdapterCall[] = [];
    const lost = new AdapterError('NETWORK');
    const stream = live(async function* () { yield* []; throw lost; }, calls);
    await expect(read(stream.subscribe({}, context))).rejects.toBe(lost);
    expect(lost.adapter).toBe('server');
    expect(calls).toMatchObject([{ error: lost }]);
    expect(calls).toHaveLength(1);
  });
});
