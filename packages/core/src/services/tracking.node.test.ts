import { AdapterError, compose, type AdapterContext, type Shipment } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { deferred, pass, scripted, settle, shipment, testShop, underControl, until, watch } from '../../test/helpers.ts';
import { mergeShipment } from './live-tracking.ts';
import { shipmentsStore } from './tracking.ts';

underControl();

/** A stream that a test feeds, ends and breaks. */
function stream() {
  const waiting: unknown[] = [];
  let news = deferred<void>();
  let ended = false;
  let failure: { error: unknown } | undefined;
  const wake = () => {
    news.resolve();
    news = deferred<void>();
  };
  return {
    closed: false,
    push(...updates: unknown[]) {
      waiting.push(...updates);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    fail(error: unknown) {
      failure = { error };
      wake();
    },
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          while (waiting.length) yield waiting.shift();
          if (failure) throw failure.error;
          if (ended) return;
          await news.promise;
        }
      } finally {
        this.closed = true;
      }
    },
  };
}

function setUp(items = [shipment('a'), shipment('b')], options: Parameters<typeof testShop>[1] = {}) {
  const streams: ReturnType<typeof stream>[] = [];
  const contexts: AdapterContext[] = [];
  const subscribe = vi.fn((_: unknown, context: AdapterContext): unknown => {
    contexts.push(context);
    const made = stream();
    streams.push(made);
    return made;
  });
  const tested = testShop({ id: 'x', tracking: { shipments: async () => ({ items }), subscribe } }, options);
  const store = shipmentsStore(tested.shop, {});
  return { ...tested, streams, contexts, subscribe, store };
}
/** A live list of these parcels, with a read on its way. */
async function refreshing(items: Shipment[]) {
  const { method, calls } = scripted();
  const updates = stream();
  const { shop } = testShop({ id: 'x', tracking: { shipments: method, subscribe: () => updates as AsyncIterable<never> } });
  const store = shipmentsStore(shop, {});
  const { stop } = watch(store);
  await until(() => calls.length);
  calls[0]!.resolve({ items });
  await until(() => store.value.status === 'ready');
  shop.revalidate('tracking');
  await until(() => calls.length === 2);
  return { shop, store, calls, updates, stop };
}

const event = (id: string) => ({ id, status: 'in_transit' as const, time: { value: '2026-11-22', precision: 'day' as const } });

describe('mergeShipment', () => {
  const known: Shipment = shipment('a', { status: 'in_transit', asOf: '2026-11-22T10:00:00Z', events: [event('1'), event('2')] });

  it('takes the stage of the newer and every event once', () => {
    const update = shipment('a', { status: 'delivered', asOf: '2026-11-22T11:00:00Z', events: [event('2'), event('3')] });
    const merged = mergeShipment(known, update);
    expect(merged.status).toBe('delivered');
    expect(merged.events.map(({ id }) => id).sort()).toEqual(['1', '2', '3']);
  });

  it('takes the events but not the stage of an older one, whatever its offset', () => {
    const update = shipment('a', { status: 'info_received', asOf: '2026-11-22T11:30:00+02:00', events: [event('0')] });
    const merged = mergeShipment(known, update);
    expect(merged.status).toBe('in_transit');
    expect(merged.events.map(({ id }) => id).sort()).toEqual(['0', '1', '2']);
  });

  it('never outgrows what the contract allows', () => {
    let merged = known;
    for (let i = 0; i < 600; i++) merged = mergeShipment(merged, shipment('a', { events: [event(`new-${i}`)], asOf: '2026-11-22T11:00:00Z' }));
    expect(merged.events).toHaveLength(500);
    expect(merged.events.some(({ id }) => id === 'new-599')).toBe(true);
  });
});

describe('live tracking', () => {
  it('puts updates into their parcel, and new parcels first', async () => {
    const { store, streams } = setUp();
    const seen = watch(store);
    await until(() => streams.length);
    streams[0]!.push(shipment('b', { status: 'delivered' }), shipment('c'));
    await until(() => seen.last.data?.items.length === 3);
    expect(seen.last.data!.items.map(({ id, status }) => `${id} ${status}`)).toEqual(['c in_transit', 'a in_transit', 'b delivered']);
  });

  it('never outgrows what the contract allows', async () => {
    const { store, streams } = setUp();
    const seen = watch(store);
    await until(() => streams.length);
    for (let i = 0; i < 150; i++) streams[0]!.push(shipment(`n${i}`));
    await until(() => seen.last.data?.items[0]!.id === 'n149');
    expect(seen.last.data!.items).toHaveLength(100);
  });

  it('of a composed adapter is reported with the one that gives it', async () => {
    const broken = stream();
    const tracking = { shipments: async () => ({ items: [shipment('a')] }), subscribe: () => broken as AsyncIterable<never> };
    const { shop, reports } = testShop(compose({ id: 'files', faq: { entries: async () => ({ items: [] }) } }, { id: 'parcels', tracking }));
    const seen = watch(shipmentsStore(shop, {}));
    await until(() => seen.last.status === 'ready');
    broken.push({ id: 'nonsense' });
    await until(() => reports.length);
    broken.fail(new TypeError('boom'));
    await until(() => reports.length > 1);
    expect(reports).toMatchObject([{ where: 'tracking.subscribe (parcels)', code: 'INVALID_RESPONSE' }, { where: 'tracking.subscribe (parcels)', code: 'ADAPTER_FAULT' }]);
    seen.stop();
  });

  it('reports a bad update and goes on', async () => {
    const { store, streams, reports } = setUp();
    const seen = watch(store);
    await until(() => streams.length);
    streams[0]!.push({ id: 7 }, undefined, shipment('b', { status: 'delivered', events: [event('1'), 'x'] }));
    await until(() => seen.last.data?.items[1]!.status === 'delivered');
    expect(seen.last.data!.items[1]!.events).toEqual([event('1')]);
    expect(reports.map(({ level, where, code }) => `${level} ${where} ${code}`)).toEqual(Array(3).fill('warn tracking.subscribe INVALID_RESPONSE'));
    expect(streams).toHaveLength(1);
  });

  it('listens again after the stream has ended or broken, not in a tight loop', async () => {
    const { store, streams, reports } = setUp();
    const seen = watch(store);
    await until(() => streams.length);
    streams[0]!.end();
    await pass(900);
    expect(streams).toHaveLength(1);
    await pass(1_000);
    expect(streams).toHaveLength(2);
    streams[1]!.fail(new AdapterError('NETWORK'));
    await pass(3_000);
    expect(streams).toHaveLength(3);
    streams[2]!.push(shipment('a', { status: 'delivered' }));
    await until(() => seen.last.data?.items[0]!.status === 'delivered');
    expect(reports).toEqual([]);
  });

  it('listens at most so often to a stream that ends at once', async () => {
    const { store, subscribe } = setUp();
    subscribe.mockImplementation(async function* () {});
    watch(store);
    for (let i = 0; i < 60; i++) await pass(1_000);
    expect(subscribe.mock.calls.length).toBeGreaterThan(10);
    expect(subscribe.mock.calls.length).toBeLessThan(60);
  });

  it('waits as long as the backend asks for', async () => {
    const { store, streams } = setUp();
    watch(store);
    await until(() => streams.length);
    streams[0]!.fail(new AdapterError('RATE_LIMITED', '', { retryAfter: 60 }));
    await pass(59_000);
    expect(streams).toHaveLength(1);
    await pass(2_000);
    expect(streams).toHaveLength(2);
    streams[1]!.fail(new AdapterError('RATE_LIMITED', '', { retryAfter: NaN }));
    await pass(900);
    expect(streams).toHaveLength(2);
  });

  it('renews a token that ran out, once', async () => {
    let number = 0;
    const { store, subscribe, streams, reports } = setUp(undefined, { getToken: () => `t${++number}` });
    const tokens: unknown[] = [];
    subscribe.mockImplementation(async function* (_: unknown, context: AdapterContext) {
      tokens.push(await context.token());
      const made = stream();
      streams.push(made);
      yield* made;
    });
    watch(store);
    await until(() => streams.length === 1);
    streams[0]!.fail(new AdapterError('TOKEN_EXPIRED'));
    await pass(2_000);
    await until(() => streams.length === 2);
    expect(tokens).toEqual(['t1', 't2']);
    streams[1]!.push(shipment('a'));
    await settle();
    streams[1]!.fail(new AdapterError('TOKEN_EXPIRED'));
    await pass(2_000);
    await until(() => streams.length === 3);
    streams[2]!.fail(new AdapterError('TOKEN_EXPIRED'));
    await pass(60_000);
    expect(tokens).toEqual(['t1', 't2', 't3']);
    expect(reports).toMatchObject([{ code: 'TOKEN_EXPIRED', where: 'tracking.subscribe' }]);
  });

  it.each<[string, (quiet: ReturnType<typeof stream>) => void]>([
    ['has ended', (quiet) => quiet.end()],
    ['is lost', (quiet) => quiet.fail(new AdapterError('NETWORK'))],
    ['goes on', () => {}],
  ])('renews tokens as often as they run out, though nothing happens, where the connection %s', async (_, finish) => {
    let number = 0;
    const { store, subscribe, streams, reports } = setUp(undefined, { getToken: () => `t${++number}` });
    const tokens: unknown[] = [];
    const expired = new Set<unknown>();
    subscribe.mockImplementation(async function* (_input: unknown, context: AdapterContext) {
      tokens.push(await context.token());
      if (expired.has(tokens.at(-1))) throw new AdapterError('TOKEN_EXPIRED');
      const made = stream();
      streams.push(made);
      yield* made;
    });
    watch(store);
    for (let round = 1; round <= 5; round++) {
      await pass(10_000);
      expect(tokens.at(-1)).toBe(`t${round}`);
      // Core keeps a token for four minutes; these live for two.
      await pass(110_000);
      expired.add(tokens.at(-1));
      finish(streams.at(-1)!);
      await pass(10_000);
      if (streams.length === round) streams.at(-1)!.fail(new AdapterError('TOKEN_EXPIRED'));
    }
    expect(reports).toEqual([]);
  });

  it('renews a token that ran out soon after a stream that had ended by itself', async () => {
    let number = 0;
    const { store, subscribe, reports } = setUp(undefined, { getToken: () => `t${++number}` });
    const tokens: unknown[] = [];
    subscribe.mockImplementation(async function* (_: unknown, context: AdapterContext) {
      tokens.push(await context.token());
      // Each is good for one connection.
      if (tokens.at(-1) === tokens.at(-2)) throw new AdapterError('TOKEN_EXPIRED');
      yield* [];
    });
    watch(store);
    await pass(60_000);
    expect(tokens.slice(0, 6)).toEqual(['t1', 't1', 't2', 't2', 't3', 't3']);
    expect(reports).toEqual([]);
  });

  it.each<[string, () => string]>([
    ['each is new', () => `t${Math.random()}`],
    ['they are one and the same', () => 'same'],
  ])('gives up when fresh tokens are refused, whatever is lost in between, where %s', async (_, getToken) => {
    vi.mocked(Math.random).mockRestore();
    const { store, subscribe, reports } = setUp(undefined, { getToken });
    let calls = 0;
    subscribe.mockImplementation(async function* (_input: unknown, context: AdapterContext) {
      // Some adapters ask more than once for one request.
      await context.token();
      await context.token();
      if (calls++ % 2) throw new AdapterError('NETWORK');
      yield* [];
      throw new AdapterError('UNAUTHENTICATED');
    });
    watch(store);
    await pass(300_000);
    expect(calls).toBe(3);
    expect(reports).toMatchObject([{ code: 'UNAUTHENTICATED', where: 'tracking.subscribe' }]);
  });

  it.each([
    ['each is new', (number: number) => `t${number}`],
    ['they are one and the same', () => 'same'],
  ])('gives up when a stream that was open for long ends with tokens that nobody takes, where %s', async (_, tokenOf) => {
    let number = 0;
    const { store, subscribe, streams, reports } = setUp(undefined, { getToken: () => tokenOf(++number) });
    let isOver = false;
    subscribe.mockImplementation(async function* (_input: unknown, context: AdapterContext) {
      await context.token();
      if (isOver) throw new AdapterError('UNAUTHENTICATED');
      const made = stream();
      streams.push(made);
      yield* made;
    });
    watch(store);
    await until(() => streams.length);
    await pass(600_000);
    isOver = true;
    streams[0]!.end();
    await pass(600_000);
    expect(subscribe.mock.calls.length).toBeLessThan(5);
    expect(reports).toMatchObject([{ code: 'UNAUTHENTICATED', where: 'tracking.subscribe' }]);
  });

  it('takes nothing back with a read that set out before, and asks no more often for a burst of updates', async () => {
    const old = [shipment('a'), shipment('b')];
    const { shop, store, calls, updates, stop } = await refreshing(old);
    const asOf = (second: number) => new Date(Date.UTC(2026, 10, 22, 10) + second * 1_000).toISOString();
    for (let i = 0; i < 1_000; i++) updates.push(shipment('b', { asOf: asOf(i) }));
    updates.push(shipment('c'), shipment('b', { status: 'delivered', asOf: asOf(1_000) }), shipment('d'));
    await until(() => store.value.data?.items.length === 4);
    const told = store.value.data!;
    expect(store.value.status).toBe('refreshing');
    // A write meanwhile: the read that was on its way is dropped for another, which may not know of it either.
    shop.revalidate('tracking');
    await until(() => calls.length === 3);
    calls[2]!.resolve({ items: [shipment('e'), ...old] });
    await until(() => store.value.status === 'ready');
    await settle();
    const { items } = store.value.data!;
    expect(items.map(({ id }) => id)).toEqual(['d', 'c', 'e', 'a', 'b']);
    expect(items.at(-1)).toEqual(told.items.at(-1));
    expect(calls).toHaveLength(3);
    stop();
  });

  it('makes an answer no newer by a read that failed', async () => {
    const { store, calls, updates, stop } = await refreshing([shipment('a')]);
    updates.push(shipment('a', { status: 'delivered' }));
    await until(() => store.value.data?.items[0]!.status === 'delivered');
    const { asOf, data } = store.value;
    await pass(5_000);
    calls[1]!.reject(new AdapterError('FORBIDDEN'));
    await until(() => store.value.status === 'stale');
    await settle();
    expect(store.value).toMatchObject({ asOf, data });
    stop();
  });

  it.each<[string, (context: AdapterContext) => unknown]>([
    ['throws', () => { throw new Error('x'); }],
    ['gives undefined', () => undefined],
    ['gives a promise', async () => []],
    ['gives a list of what is none', () => [Promise.reject('x')]],
  ])('gives up with one report when subscribe %s', async (_, bad) => {
    const { store, subscribe, reports } = setUp();
    subscribe.mockImplementation((_input, context) => bad(context));
    const seen = watch(store);
    await until(() => reports.length);
    await pass(60_000);
    expect(subscribe).toHaveBeenCalledTimes(1);
    expect(reports).toMatchObject([{ level: 'warn', code: 'ADAPTER_FAULT', where: 'tracking.subscribe' }]);
    expect(seen.last.status).toBe('ready');
  });

  it('stops with the last subscriber, and takes nothing from a stream that goes on regardless', async () => {
    const { store, streams, contexts } = setUp();
    const seen = watch(store);
    await until(() => streams.length);
    seen.stop();
    await pass(1_100);
    expect(contexts[0]!.signal.aborted).toBe(true);
    streams[0]!.push(shipment('late'));
    await until(() => streams[0]!.closed);
    expect(store.value.data!.items.map(({ id }) => id)).toEqual(['a', 'b']);
    await pass(60_000);
    expect(streams).toHaveLength(1);
    watch(store);
    await until(() => streams.length === 2);
  });

  it('stops with the shopper, gives no token of the next, and starts anew', async () => {
    const { shop, store, streams, contexts } = setUp(undefined, { getToken: () => 'hers' });
    const seen = watch(store);
    await until(() => streams.length);
    shop.signIn(() => 'his');
    expect(seen.last).toEqual({ status: 'loading' });
    await expect(contexts[0]!.token()).rejects.toMatchObject({ code: 'ABORTED' });
    streams[0]!.push(shipment('hers'));
    await until(() => streams.length === 2);
    expect(await contexts[1]!.token()).toBe('his');
    await settle();
    expect(seen.last.data!.items.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('is not tried with an adapter that has none, nor without parcels', async () => {
    const { store, streams } = setUp([]);
    const { shop, reports } = testShop({ id: 'x', tracking: { shipments: async () => null } });
    const none = watch(shipmentsStore(shop, { orderNumber: '1' }));
    const seen = watch(store);
    await until(() => none.last.status === 'ready' && seen.last.status === 'ready');
    // An empty list may fill up.
    await until(() => streams.length);
    expect(reports).toEqual([]);
  });
});
