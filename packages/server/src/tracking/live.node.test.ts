import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { signShopperToken } from '../token/index.ts';
import { addEvents, event, listening, MARIA, openStream, putOrder, putParcel, SUBSCRIBE } from './test/shop.ts';

const hour = (i: number): string => new Date(Date.UTC(2026, 0, 1, i)).toISOString().slice(0, 16);

describe.each(ENGINES)('live parcels on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
    await putOrder(server, 'NP-1', 'ann');
    await putOrder(server, 'NP-2', 'ann');
    await putOrder(server, 'NP-3', null);
    for (const [number, parcel] of [['NP-1', 'A1'], ['NP-2', 'A2'], ['NP-3', 'G1']] as const) await putParcel(server, number, parcel);
  });
  afterAll(() => server.close());

  /** Nobody listens any more. */
  const silence = () => vi.waitFor(() => expect(server.runtime.hub.size()).toBe(0));
  let count = 0;
  const move = (number: string, parcel: string) => addEvents(server, number, parcel, [event('in_transit', hour(count++))]);

  it('begins with all parcels as they are, then tells each that changed', async () => {
    const stream = await openStream(server, {}, { as: 'ann' });
    const first = [await stream.next(), await stream.next()];
    expect(first.map((told) => told!.data.trackingNumber)).toEqual(['A1', 'A2']);
    const changed = await move('NP-2', 'A2');
    expect((await stream.next())!.data).toEqual(changed);
    await stream.leave();
    await silence();
  });

  it('tells a parcel that is new, and not that of another', async () => {
    await putOrder(server, 'NP-4', 'ben');
    const stream = await openStream(server, {}, { as: 'ben' });
    await move('NP-1', 'A1');
    const parcel = await putParcel(server, 'NP-4', 'B1');
    expect((await stream.next())!.data).toEqual(parcel);
    await stream.leave();
  });

  it('goes on after the last event that arrived, without loss and without repetition', async () => {
    const stream = await openStream(server, {}, { as: 'ann' });
    await stream.next();
    const last = (await stream.next())!.id;
    await stream.leave();
    const again = await openStream(server, {}, { as: 'ann', last });
    const [one, two] = [await move('NP-1', 'A1'), await move('NP-2', 'A2')];
    expect([(await again.next())!.data, (await again.next())!.data]).toEqual([one, two]);
    await again.leave();
    await move('NP-1', 'A1');
    const three = await move('NP-1', 'A1');
    const late = await openStream(server, {}, { as: 'ann', last });
    // States, not differences: two changes of one parcel are one.
    expect([(await late.next())!.data, (await late.next())!.data]).toEqual([two, three]);
    await late.leave();
  });

  it.each(['0', '7', 'nonsense', '999999-abcdefgh'])('begins anew after the id %s, which is none of its own', async (last) => {
    const stream = await openStream(server, { orderNumber: 'NP-1' }, { as: 'ann', last });
    expect((await stream.next())!.data.trackingNumber).toBe('A1');
    await stream.leave();
  });

  it('begins anew after an id of changes that the database has lost', async () => {
    const stream = await openStream(server, { orderNumber: 'NP-1' }, { as: 'ann' });
    const [, tag] = (await stream.next())!.id.split(/-(.*)/s);
    await stream.leave();
    const again = await openStream(server, { orderNumber: 'NP-1' }, { as: 'ann', last: `1000000-${tag}` });
    expect((await again.next())!.data.trackingNumber).toBe('A1');
    await again.leave();
  });

  it('begins anew after an id of another shopper', async () => {
    const ann = await openStream(server, {}, { as: 'ann' });
    await ann.next();
    const last = (await ann.next())!.id;
    await ann.leave();
    await putOrder(server, 'NP-5', 'carl');
    await putParcel(server, 'NP-5', 'C1');
    const carl = await openStream(server, {}, { as: 'carl', last });
    expect((await carl.next())!.data.trackingNumber).toBe('C1');
    await carl.leave();
  });

  it('tells of one order when asked for one', async () => {
    const stream = await openStream(server, { orderNumber: 'np-1' }, { as: 'ann' });
    expect((await stream.next())!.data.trackingNumber).toBe('A1');
    await move('NP-2', 'A2');
    const own = await move('NP-1', 'A1');
    expect((await stream.next())!.data).toEqual(own);
    await stream.leave();
  });

  it('tells a guest with the right proof', async () => {
    const stream = await openStream(server, { orderNumber: 'NP-3', proof: { email: MARIA.email } });
    expect((await stream.next())!.data.trackingNumber).toBe('G1');
    const changed = await move('NP-3', 'G1');
    expect((await stream.next())!.data).toEqual(changed);
    await stream.leave();
  });

  it.each([
    ['no token and no proof', { orderNumber: 'NP-3' }, {}, 401, 'UNAUTHENTICATED'],
    ['a wrong proof', { orderNumber: 'NP-3', proof: { postcode: '1' } }, {}, 403, 'FORBIDDEN'],
    ['an unknown order', { orderNumber: 'NP-404', proof: { postcode: '1' } }, {}, 403, 'FORBIDDEN'],
    ['another’s order', { orderNumber: 'NP-1' }, { as: 'ben' }, 403, 'FORBIDDEN'],
  ])('is refused before it begins: %s', async (_, input, options, status, code) => {
    const stream = await openStream(server, input, options);
    expect([stream.status, stream.problem?.code]).toEqual([status, code]);
  });

  it('is refused before it begins: an expired token', async () => {
    const token = await signShopperToken({ shopper: 'ann', secret: server.runtime.secrets.tokenSecret, expiresIn: -60 });
    const stream = await listening(await server.app.request(SUBSCRIBE, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: '{}' }));
    expect([stream.status, stream.problem?.code]).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('ends when its token is taken no more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const stream = await openStream(server, {}, { as: 'ann' });
      await stream.next();
      await stream.next();
      const ended = stream.next();
      // Five minutes, and half a minute for clocks that differ.
      await vi.advanceTimersByTimeAsync(325_000);
      await move('NP-1', 'A1');
      expect(await ended).toMatchObject({ data: { trackingNumber: 'A1' } });
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await stream.next()).toBe(undefined);
    } finally {
      vi.useRealTimers();
    }
    await silence();
  });

  it('a slow reader gets the last states, and nothing piles up', async () => {
    const stream = await openStream(server, { orderNumber: 'NP-1' }, { as: 'ann' });
    await stream.next();
    let last;
    for (let i = 0; i < 40; i++) last = await move('NP-1', 'A1');
    const seen = [];
    do seen.push((await stream.next())!.data);
    while (seen.at(-1)!.events.length < last!.events.length);
    expect(seen.at(-1)).toEqual(last);
    // What the pipes between hold already, and the last.
    expect(seen.length).toBeLessThan(8);
    await stream.leave();
    await silence();
  });

  it('a hundred streams hear of one change each, and leave nothing behind', async () => {
    const watchers = Array.from({ length: 100 }, (_, i) => `watcher-${i}`);
    for (const [i, shopper] of watchers.entries()) {
      await putOrder(server, `W-${i}`, shopper);
      await putParcel(server, `W-${i}`, 'W');
    }
    const all = await Promise.all(watchers.map((as) => openStream(server, {}, { as })));
    await Promise.all(all.map((stream) => stream.next()));
    expect(server.runtime.hub.size()).toBe(watchers.length);
    await Promise.all(watchers.map((_, i) => addEvents(server, `W-${i}`, 'W', [event('in_transit', hour(i))])));
    const told = await Promise.all(all.map((stream) => stream.next()));
    expect(told.map((each) => each!.data.orderNumber)).toEqual(watchers.map((_, i) => `W-${i}`));
    await Promise.all(all.map((stream) => stream.leave()));
    await silence();
  }, 30_000);
});
