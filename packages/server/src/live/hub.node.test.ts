import type { Shipment } from '@aftercart/contract';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readCommandLine } from '../config/config.ts';
import { startServer, type RunningServer } from '../serve.ts';
import { makePlace, type TestPlace } from '../test/stores.ts';
import { event, order } from '../tracking/test/shop.ts';
import { environment, listeners, merchant, openAt, startProcess, terminate, type ServerProcess } from './test/cluster.ts';

const at = (i: number): string => new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString().slice(0, 16);

describe('servers that share one PostgreSQL', () => {
  let place: TestPlace;
  let one: RunningServer;
  let two: RunningServer;
  let database: string;

  beforeAll(async () => {
    place = await makePlace('postgresql');
    database = place.databaseUrl!;
    const { config } = readCommandLine(['--data', place.dataDir, '--port', '0'], environment(database));
    one = await startServer(config);
    two = await startServer(config);
  });
  afterAll(async () => {
    await Promise.all([one?.close(), two?.close()]);
    await place.remove();
  });

  let moved = 0;
  const move = (url: string, number: string, parcel: string): Promise<Shipment> =>
    merchant(url, 'POST', `/orders/${number}/shipments/dhl/${parcel}/events`, { events: [event('in_transit', at(moved++))] });
  const put = async (url: string, number: string, shopper: string, parcels: readonly string[]) => {
    await merchant(url, 'PUT', `/orders/${number}`, order(shopper));
    for (const parcel of parcels) await merchant(url, 'PUT', `/orders/${number}/shipments/dhl/${parcel}`, {});
  };

  it('tell each other’s streams what was written', async () => {
    await put(one.url, 'S-1', 'ann', ['P']);
    const streams = await Promise.all([openAt(one.url, { as: 'ann' }), openAt(two.url, { as: 'ann' })]);
    await Promise.all(streams.map((stream) => stream.next()));
    for (const { url } of [one, two]) {
      const changed = await move(url, 'S-1', 'P');
      for (const stream of streams) expect((await stream.next())!.data).toEqual(changed);
    }
    await Promise.all(streams.map((stream) => stream.leave()));
  });

  it('listen again after their connection was cut, and tell what was written meanwhile', async () => {
    await put(one.url, 'S-2', 'bea', ['P']);
    const streams = await Promise.all([openAt(one.url, { as: 'bea' }), openAt(two.url, { as: 'bea' })]);
    await Promise.all(streams.map((stream) => stream.next()));
    for (let i = 0; i < 3; i++) {
      const cut = await vi.waitFor(async () => {
        const found = await listeners(database);
        expect(found).toHaveLength(2);
        return found;
      }, 10_000);
      await terminate(database, cut);
      const changed = await move(one.url, 'S-2', 'P');
      for (const stream of streams) expect((await stream.next())!.data).toEqual(changed);
    }
    await Promise.all(streams.map((stream) => stream.leave()));
  }, 30_000);

  it('lose and repeat nothing for a page whose connection is lost at random, to whichever it comes back', async () => {
    const parcels = ['P0', 'P1', 'P2', 'P3', 'P4'];
    const end = 'END';
    await put(one.url, 'S-3', 'cat', [...parcels, end]);
    const urls = [one.url, two.url];
    const pick = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)]!;
    const written = new Map<string, Shipment>();
    const writer = (async () => {
      for (let i = 0; i < 250; i++) {
        const parcel = pick(parcels);
        written.set(parcel, await move(pick(urls), 'S-3', parcel));
        if (i % 60 === 30) await terminate(database, (await listeners(database)).slice(0, 1));
      }
      // Changes are told in their order, so nothing comes after this.
      await move(pick(urls), 'S-3', end);
    })();
    const changes: number[] = [];
    const seen = new Map<string, Shipment>();
    const isOver = () => seen.get(end)?.status === 'in_transit';
    let last: string | undefined;
    let connections = 0;
    while (!isOver()) {
      const stream = await openAt(pick(urls), { as: 'cat', last });
      connections += 1;
      for (let left = 1 + Math.floor(Math.random() * 12); left > 0 && !isOver(); left--) {
        const told = (await stream.next())!;
        last = told.id;
        changes.push(parseInt(told.id, 10));
        seen.set(told.data.trackingNumber!, told.data);
      }
      await stream.leave();
    }
    await writer;
    for (const [parcel, state] of written) expect(seen.get(parcel)).toEqual(state);
    expect(changes).toEqual([...new Set(changes)].sort((a, b) => a - b));
    expect(connections).toBeGreaterThan(5);
  }, 30_000);
});

describe('a server that ends', { timeout: 30_000 }, () => {
  const start = async ({ dataDir, databaseUrl }: TestPlace): Promise<ServerProcess> => {
    const server = await startProcess(dataDir, databaseUrl);
    onTestFinished(server.kill);
    return server;
  };

  it.each(['sqlite', 'postgresql'] as const)('ends its streams and then itself, on %s', async (engine) => {
    const place = await makePlace(engine);
    try {
      const server = await start(place);
      await merchant(server.url, 'PUT', '/orders/S-9', order('dan'));
      await merchant(server.url, 'PUT', '/orders/S-9/shipments/dhl/P', {});
      const streams = await Promise.all(Array.from({ length: 20 }, () => openAt(server.url, { as: 'dan' })));
      await Promise.all(streams.map((stream) => stream.next()));
      const ends = streams.map((stream) => stream.next());
      expect(await server.stop()).toBe(0);
      expect(await Promise.all(ends)).toEqual(streams.map(() => undefined));
    } finally {
      await place.remove();
    }
  });

  it('ends although a client takes nothing', async () => {
    const place = await makePlace('sqlite');
    try {
      const server = await start(place);
      await merchant(server.url, 'PUT', '/orders/S-9', order('dan'));
      const description = 'x'.repeat(5_000);
      const events = Array.from({ length: 100 }, (_, i) => ({ ...event('in_transit', at(i)), description }));
      // Fifteen megabytes: about what all buffers between here and there take.
      for (let i = 0; i < 30; i++) {
        await merchant(server.url, 'PUT', `/orders/S-9/shipments/dhl/P${i}`, {});
        await merchant(server.url, 'POST', `/orders/S-9/shipments/dhl/P${i}/events`, { events });
      }
      const stream = await openAt(server.url, { as: 'dan' });
      await stream.next();
      expect(await server.stop()).toBe(0);
      const read = async (): Promise<void> => {
        while (await stream.next());
      };
      // Who reads at last comes to an end, cut or not: a page then asks again from the last id that it had.
      await read().catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    } finally {
      await place.remove();
    }
  });

  it('hands over to another process, which goes on where the page was', async () => {
    const place = await makePlace('postgresql');
    try {
      const [one, two] = await Promise.all([start(place), start(place)]);
      await merchant(one.url, 'PUT', '/orders/S-9', order('dan'));
      await merchant(one.url, 'PUT', '/orders/S-9/shipments/dhl/P', {});
      const before = await openAt(one.url, { as: 'dan' });
      const { id: last } = (await before.next())!;
      expect(await one.stop()).toBe(0);
      const changed = await merchant(two.url, 'POST', '/orders/S-9/shipments/dhl/P/events', { events: [event('delivered', '2026-11-20T09:00')] });
      const after = await openAt(two.url, { as: 'dan', last });
      expect((await after.next())!.data).toEqual(changed);
      await after.leave();
      expect(await two.stop()).toBe(0);
    } finally {
      await place.remove();
    }
  });
});
