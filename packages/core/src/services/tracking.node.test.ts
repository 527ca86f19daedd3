import { AdapterError, compose, type AdapterContext, type Shipment } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { deferred, pass, settle, shipment, testShop, underControl, until, watch } from '../../test/helpers.ts';
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
