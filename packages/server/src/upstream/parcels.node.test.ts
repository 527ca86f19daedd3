/** What AfterShip and EasyPost are asked about, and what becomes of their answers. */
import type { Shipment } from '@aftercart/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { addEvents, event, openStream, putOrder, putParcel } from '../tracking/test/shop.ts';
import { aftershipSource } from './aftership/source.ts';
import { easypostSource } from './easypost/source.ts';
import type { UpstreamSource } from './errand.ts';
import { AT_ONCE, openHost, refuse, silence, type Host } from './test/host.ts';
import { takeTurn } from './turn.ts';

interface Checkpoint {
  tag: string;
  at: string;
}

/** As https://www.aftership.com/docs/tracking answers a list of trackings. */
const aftership = (number: string, checkpoints: readonly Checkpoint[], rest: object = {}) => ({
  id: `t-${number}`, tracking_number: number, slug: 'dhl', tag: checkpoints.at(-1)?.tag, updated_at: checkpoints.at(-1)?.at,
  checkpoints: checkpoints.map(({ tag, at }) => ({ hash: `${tag} ${at}`, tag, checkpoint_time: at, message: `It is ${tag}` })), ...rest,
});
const answered = (...trackings: object[]) => ({ meta: { code: 200 }, data: { pagination: { total: trackings.length, next_cursor: '', has_next_page: false }, trackings } });

/** As https://docs.easypost.com/docs/trackers answers a list of trackers. */
const easypost = (number: string, checkpoints: readonly { status: string; at: string }[], carrier = 'DHLExpress') => ({
  id: `trk_${number}`, object: 'Tracker', mode: 'production', tracking_code: number, carrier, status: checkpoints.at(-1)?.status, updated_at: checkpoints.at(-1)?.at,
  tracking_details: checkpoints.map(({ status, at }) => ({ object: 'TrackingDetail', message: `It is ${status}`, status, datetime: at, tracking_location: { city: 'ATHENS', country: 'GR' } })),
});

describe.each(ENGINES)('parcels on %s', (engine) => {
  let server: TestServer;
  let host: Host;
  beforeAll(async () => {
    host = await openHost();
  });
  afterAll(() => host.close());

  /** A fresh shop with one order of Ann’s. */
  async function open(env: Record<string, string> = {}): Promise<Record<'aftership' | 'easypost', UpstreamSource>> {
    host.asked.length = 0;
    server = await openTestServer(engine, { env });
    await putOrder(server, 'NP-1', 'ann');
    return { aftership: aftershipSource({ key: 'as-key', version: '2026-07', endpoint: host.url }), easypost: easypostSource({ key: 'ep-key', endpoint: host.url }) };
  }
  const turn = async (source: UpstreamSource) => {
    await takeTurn(server.runtime, source, AT_ONCE);
    server.advance({ seconds: 300 });
  };
  const parcel = async (number: string): Promise<Shipment> => ((await server.call('tracking.shipments', {}, { as: 'ann' })).items as Shipment[]).find(({ trackingNumber }) => trackingNumber === number)!;
  const numbers = () => host.asked.flatMap(({ url }) => (url.searchParams.get('tracking_numbers') ?? url.searchParams.get('tracking_code') ?? '').split(','));

  it('AfterShip is asked for those that are silent, many at once, and its news are taken as its webhooks’', async () => {
    const { aftership: source } = await open();
    await putParcel(server, 'NP-1', 'ONE');
    await putParcel(server, 'NP-1', 'TWO');
    await putParcel(server, 'NP-1', 'GONE');
    await addEvents(server, 'NP-1', 'GONE', [event('delivered', '2026-11-20T10:00')]);
    await turn(source);
    expect(host.asked).toEqual([]);
    server.advance({ hours: 6 });
    await putParcel(server, 'NP-1', 'NEW');
    await addEvents(server, 'NP-1', 'TWO', [event('in_transit', '2026-11-22T10:00')]);
    const stream = await openStream(server, { orderNumber: 'NP-1' }, { as: 'ann' });
    for (let i = 0; i < 4; i++) await stream.next();

    const checkpoints = [{ tag: 'InTransit', at: '2026-11-21T08:00:00+02:00' }, { tag: 'OutForDelivery', at: '2026-11-22T07:00:00+02:00' }];
    host.answer = () => answered(aftership('ONE', checkpoints));
    await turn(source);
    expect(host.asked.map(({ url, headers }) => [url.pathname, Object.fromEntries(url.searchParams), headers['as-api-key']])).toEqual([
      ['/tracking/2026-07/trackings', { tracking_numbers: 'ONE', limit: '100' }, 'as-key'],
    ]);
    expect(await parcel('ONE')).toMatchObject({ status: 'out_for_delivery', carrier: 'DHL Express', events: [{ description: 'It is OutForDelivery' }, {}] });
    expect((await stream.next())!.data).toEqual(await parcel('ONE'));
    await stream.leave();
    await server.close();
  });

  it('news that were told already change nothing, and a webhook’s and a pull’s are one', async () => {
    const { aftership: source } = await open();
    await putParcel(server, 'NP-1', 'ONE');
    server.advance({ hours: 6 });
    host.answer = () => answered(aftership('ONE', [{ tag: 'InTransit', at: '2026-11-21T08:00:00+02:00' }]));
    await turn(source);
    const first = await parcel('ONE');
    for (let i = 0; i < 3; i++) {
      server.advance({ days: 1 });
      await turn(source);
    }
    expect(host.asked).toHaveLength(4);
    expect({ ...(await parcel('ONE')), asOf: '' }).toEqual({ ...first, asOf: '' });
    await server.close();
  });

  it('a parcel that stays silent is asked for less and less often, and no more after two months', async () => {
    const { easypost: source } = await open();
    await putParcel(server, 'NP-1', 'ONE');
    host.answer = () => ({ trackers: [], has_more: false });
    const asked: number[] = [];
    for (let hour = 1; hour <= 70 * 24; hour++) {
      server.advance({ hours: 1 });
      const before = host.asked.length;
      await takeTurn(server.runtime, source, AT_ONCE);
      if (host.asked.length > before) asked.push(hour);
    }
    expect(asked.slice(0, 5)).toEqual([6, 12, 24, 48, 72]);
    expect(asked.at(-1)).toBeLessThan(60 * 24);
    expect(asked.length).toBeLessThan(65);
    expect(await server.runtime.store.db.selectFrom('upstream_parcels').select('source').execute()).toHaveLength(1);
    server.advance({ days: 40 });
    await turn(source);
    expect(await server.runtime.store.db.selectFrom('upstream_parcels').select('source').execute()).toEqual([]);
    await server.close();
  });

  it('EasyPost is asked for one after the other, as far as the budget goes; the rest has its turn next', async () => {
    const { easypost: source } = await open({ AFTERCART_UPSTREAM_BUDGET: '2' });
    for (const number of ['A', 'B', 'C']) await putParcel(server, 'NP-1', number);
    server.advance({ hours: 6 });
    host.answer = ({ url }) => ({ trackers: [easypost(url.searchParams.get('tracking_code')!, [{ status: 'in_transit', at: '2026-11-22T08:00:00Z' }])], has_more: false });
    await turn(source);
    expect(numbers()).toEqual(['A', 'B']);
    expect(host.asked[0]!.headers.authorization).toBe(`Basic ${Buffer.from('ep-key:').toString('base64')}`);
    expect(host.asked[0]!.url.pathname).toBe('/v2/trackers');
    await turn(source);
    expect(numbers()).toEqual(['A', 'B', 'C']);
    expect((await parcel('C')).events).toMatchObject([{ location: 'ATHENS, GR', status: 'in_transit' }]);
    await server.close();
  });

  it('AfterShip’s pages are read, and more parcels than fit into one request are asked for in several', async () => {
    const { aftership: source } = await open();
    const all = Array.from({ length: 45 }, (_, i) => `N${String(i).padStart(2, '0')}`);
    for (const number of all) await putParcel(server, 'NP-1', number);
    server.advance({ hours: 6 });
    host.answer = ({ url }) => {
      const found = url.searchParams.get('tracking_numbers')!.split(',');
      const second = url.searchParams.has('cursor');
      const half = second ? found.slice(20) : found.slice(0, 20);
      return { meta: { code: 200 }, data: { pagination: { next_cursor: second ? '' : 'more' }, trackings: half.map((number) => aftership(number, [{ tag: 'InTransit', at: '2026-11-22T08:00:00Z' }])) } };
    };
    await turn(source);
    expect(host.asked).toHaveLength(4);
    expect(numbers().length).toBe(90);
    for (const number of [all[0]!, all[39]!, all[44]!]) expect((await parcel(number)).status).toBe('in_transit');
    await server.close();
  });

  it('a recycled number of another carrier moves nothing and waits for nobody', async () => {
    const { aftership: as, easypost: ep } = await open();
    await putParcel(server, 'NP-1', 'SAME');
    server.advance({ hours: 6 });
    host.answer = ({ url }) => (url.pathname.startsWith('/v2')
      ? { trackers: [easypost('SAME', [{ status: 'delivered', at: '2026-01-01T08:00:00Z' }], 'RoyalMail')] }
      : answered(aftership('SAME', [{ tag: 'Delivered', at: '2026-01-01T08:00:00Z' }], { slug: 'royal-mail' }), aftership('OTHER', [{ tag: 'Delivered', at: '2026-01-01T08:00:00Z' }])));
    await turn(as);
    await turn(ep);
    expect(host.asked).toHaveLength(2);
    expect((await parcel('SAME')).status).toBe('unknown');
    expect(await server.runtime.store.db.selectFrom('pending_updates').selectAll().execute()).toEqual([]);
    await server.close();
  });

  it('a parcel that makes a request fail does not stand before the others again', async () => {
    const { easypost: source } = await open();
    for (const number of ['BAD', 'GOOD']) await putParcel(server, 'NP-1', number);
    server.advance({ hours: 6 });
    host.answer = (asked, response) => (asked.url.searchParams.get('tracking_code') === 'BAD' ? refuse(500, '')(asked, response) : { trackers: [] });
    await turn(source);
    await turn(source);
    expect(numbers()).toEqual(['BAD', 'GOOD']);
    await server.close();
  });

  it('a parcel that is removed, or whose shopper is erased, is forgotten here too, also while it is asked about', async () => {
    const { easypost: source } = await open();
    await putOrder(server, 'NP-2', 'ben');
    for (const [order, number] of [['NP-1', 'ANNS'], ['NP-2', 'BENS'], ['NP-2', 'GONE']] as const) await putParcel(server, order, number);
    server.advance({ hours: 6 });
    host.answer = () => ({ trackers: [] });
    const kept = async () => (await server.runtime.store.db.selectFrom('upstream_parcels').select('shipment_id').orderBy('shipment_id').execute()).map(({ shipment_id: id }) => id.split(':')[1]);
    await turn(source);
    expect(await kept()).toEqual(['ANNS', 'BENS', 'GONE']);
    await server.merchant('DELETE', '/shoppers/ann');
    await server.merchant('DELETE', '/orders/NP-2/shipments/DHL%20Express/GONE');
    expect(await kept()).toEqual(['BENS']);
    server.advance({ days: 1 });
    let erased: Promise<unknown> | undefined;
    host.answer = (_, response) => {
      erased = server.merchant('DELETE', '/shoppers/ben').then(() => response.end('{"trackers":[]}'));
      return silence;
    };
    await turn(source);
    await erased;
    expect(await kept()).toEqual([]);
    expect(await server.runtime.store.db.selectFrom('upstream_sources').select('failures').execute()).toEqual([{ failures: 0 }]);
    await server.close();
  });

  it('nothing that a service may write makes it fail for ever', async () => {
    const { aftership: as, easypost: ep } = await open();
    await putParcel(server, 'NP-1', 'ODD');
    const odd = [null, 7, 'x', [], {}, aftership('ODD', [], { tag: {}, checkpoints: [null, { checkpoint_time: [] }], slug: null }), { tracking_code: 'ODD', carrier: 'DHL', tracking_details: 'x', status: 9 }];
    host.answer = ({ url }) => (url.pathname.startsWith('/v2') ? { trackers: odd } : answered(...(odd as object[])));
    for (const source of [as, ep]) {
      server.advance({ days: 1 });
      await turn(source);
    }
    const rows = await server.runtime.store.db.selectFrom('upstream_sources').select(['name', 'failures']).orderBy('name').execute();
    expect(rows).toEqual([{ name: 'aftership', failures: 0 }, { name: 'easypost', failures: 0 }]);
    expect(await parcel('ODD')).toBeDefined();
    for (const body of [{}, [], null, 'x', { data: [] }, { trackers: {} }]) {
      host.answer = () => body;
      server.advance({ days: 2 });
      await turn(as);
      await turn(ep);
    }
    expect((await server.runtime.store.db.selectFrom('upstream_sources').select('failures').execute()).every(({ failures }) => failures === 6)).toBe(true);
    await server.close();
  });
});
