import type { Shipments } from '@aftercart/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { fillDemo } from './fill.ts';
import { liveDemo } from './live.ts';

const TOPIC = 'parcels:ann';

describe.each(ENGINES)('the parcel that moves on %s', (engine) => {
  let server: TestServer;
  let look: () => Promise<void>;
  beforeEach(async () => {
    server = await openTestServer(engine, { args: ['--demo'] });
    await fillDemo(server.runtime);
    const sweep = liveDemo();
    look = () => sweep.run(server.runtime);
  });
  afterEach(() => server.close());

  const parcel = async () => {
    const { items } = await server.call<Shipments>('tracking.shipments', { orderNumber: 'NP-10241' }, { as: 'ann' });
    return items.find(({ carrier }) => carrier === 'ELTA Courier')!;
  };
  const watch = () => server.runtime.hub.listen(TOPIC, () => {});
  const afterAWhile = async () => {
    server.advance({ seconds: 8 });
    await look();
  };

  it('stands still while nobody watches', async () => {
    const before = await parcel();
    for (let i = 0; i < 5; i++) await afterAWhile();
    expect(await parcel()).toEqual(before);
  });

  it('goes on until it has arrived, and starts over once nobody watches', async () => {
    const start = await parcel();
    const stop = watch();
    await look();
    expect((await parcel()).status).toBe('in_transit');
    const statuses: string[] = [];
    for (let i = 0; i < 5; i++) {
      await afterAWhile();
      statuses.push((await parcel()).status);
    }
    expect(statuses).toEqual(['in_transit', 'out_for_delivery', 'delivered', 'delivered', 'delivered']);
    const arrived = await parcel();
    expect(arrived.events).toHaveLength(start.events.length + 3);
    expect(new Set(arrived.events.map(({ id }) => id)).size).toBe(arrived.events.length);
    stop();
    await look();
    const again = await parcel();
    expect([again.status, again.events]).toEqual([start.status, start.events]);
  });

  it('leaves the order on its way, since another parcel of it is', async () => {
    watch();
    await look();
    for (let i = 0; i < 3; i++) await afterAWhile();
    expect((await parcel()).status).toBe('delivered');
    expect((await server.call('returns.deadline', { orderNumber: 'NP-10241' }, { as: 'ann' })).deliveredOn).toBeNull();
  });

  it('moves once where two processes see watchers', async () => {
    const other = liveDemo();
    watch();
    await look();
    await other.run(server.runtime);
    const before = (await parcel()).events.length;
    server.advance({ seconds: 8 });
    await Promise.all([look(), other.run(server.runtime)]);
    expect((await parcel()).events).toHaveLength(before + 1);
  });
});
