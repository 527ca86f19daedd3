import { createHmac } from 'node:crypto';
import type { Shipment } from '@aftercart/contract';
import { Problem } from '@aftercart/contract/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { forgetPending } from '../tracking/pending.ts';
import { addEvents, event, openStream, putOrder, putParcel } from '../tracking/test/shop.ts';

const EASYPOST = 'easypost-secret';
const AFTERSHIP = 'aftership-secret';

interface Checkpoint {
  status: string;
  at: string;
}

/** A webhook as EasyPost writes it: https://docs.easypost.com/docs/events */
const easypostEvent = (number: string, checkpoints: readonly Checkpoint[], carrier = 'DHLExpress', rest: object = {}): string =>
  JSON.stringify({
    id: 'evt_1', object: 'Event', description: 'tracker.updated', mode: 'production', status: 'completed',
    result: {
      id: 'trk_1', object: 'Tracker', tracking_code: number, carrier, status: checkpoints.at(-1)?.status, updated_at: checkpoints.at(-1)?.at,
      tracking_details: checkpoints.map(({ status, at }) => ({ object: 'TrackingDetail', message: `It is ${status}`, status, datetime: at, tracking_location: { city: 'ATHENS', country: 'GR' } })),
      ...rest,
    },
  });

/** A webhook as AfterShip writes it: https://www.aftership.com/docs/tracking/webhook/webhook-overview */
const aftershipEvent = (number: string, checkpoints: readonly { tag: string; at: string }[], rest: object = {}): string =>
  JSON.stringify({
    event: 'tracking_update', event_id: 'e1', is_tracking_first_tag: false, ts: 1_700_000_000,
    msg: {
      id: 't1', tracking_number: number, slug: 'dhl', tag: checkpoints.at(-1)?.tag, updated_at: checkpoints.at(-1)?.at,
      checkpoints: checkpoints.map(({ tag, at }) => ({ hash: `${tag} ${at}`, tag, checkpoint_time: at, message: `It is ${tag}` })),
      ...rest,
    },
  });

const signEasypost = (body: string, secret = EASYPOST) => ({ 'x-hmac-signature': `hmac-sha256-hex=${createHmac('sha256', secret).update(body).digest('hex')}` });
const signAftership = (body: string, secret = AFTERSHIP) => ({ 'aftership-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64') });

describe.each(ENGINES)('webhooks of carriers on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { env: { AFTERCART_EASYPOST_WEBHOOK_SECRET: EASYPOST, AFTERCART_AFTERSHIP_WEBHOOK_SECRET: AFTERSHIP } });
    await putOrder(server, 'NP-1', 'ann');
    await putOrder(server, 'NP-2', 'ben');
  });
  afterAll(() => server.close());

  const post = (service: string, body: string, headers: Record<string, string>) => server.app.request(`/webhooks/${service}`, { method: 'POST', body, headers });
  const easypost = async (...event: Parameters<typeof easypostEvent>) => {
    const body = easypostEvent(...event);
    return (await post('easypost', body, signEasypost(body))).status;
  };
  const aftership = async (...event: Parameters<typeof aftershipEvent>) => {
    const body = aftershipEvent(...event);
    return (await post('aftership', body, signAftership(body))).status;
  };
  const parcel = async (as: string, number: string): Promise<Shipment> =>
    ((await server.call('tracking.shipments', {}, { as })).items as Shipment[]).find(({ trackingNumber }) => trackingNumber === number)!;
  const outcomes = async (service: string, outcome: string) => {
    const line = (await server.runtime.metrics.text()).split('\n').find((each) => each.startsWith('aftercart_carrier_updates_total{') && each.includes(`"${service}"`) && each.includes(`"${outcome}"`));
    return Number(line?.split(' ')[1] ?? 0);
  };
  const waiting = () => server.runtime.store.db.selectFrom('pending_updates').select(['number', 'updates']).orderBy('number').execute();

  it('of EasyPost move a parcel, live too, and a replay moves nothing', async () => {
    await putParcel(server, 'NP-1', 'EZ1', { items: [{ name: 'Mug', quantity: 1 }] });
    const stream = await openStream(server, { orderNumber: 'NP-1' }, { as: 'ann' });
    await stream.next();
    const first: Checkpoint[] = [{ status: 'pre_transit', at: '2026-11-19T08:00:00Z' }, { status: 'in_transit', at: '2026-11-20T08:00:00Z' }];
    expect(await easypost('EZ1', first)).toBe(202);
    const seen = (await stream.next())!;
    expect(seen.data).toMatchObject({ carrier: 'DHL Express', trackingNumber: 'EZ1', status: 'in_transit', items: [{ name: 'Mug' }], events: [{ location: 'ATHENS, GR' }, {}] });
    expect(await easypost('EZ1', first)).toBe(202);
    expect(await easypost('EZ1', first.slice(0, 1))).toBe(202);
    const delivered = [...first, { status: 'delivered', at: '2026-11-21T08:00:00Z' }];
    expect(await easypost('EZ1', delivered)).toBe(202);
    const last = (await stream.next())!;
    expect(last.data.status).toBe('delivered');
    expect(parseInt(last.id, 10) - parseInt(seen.id, 10)).toBe(1);
    expect((await server.merchant('GET', '/orders/NP-1')).deliveredAt).toBe('2026-11-21T08:00:00.000Z');
    expect(await parcel('ann', 'EZ1')).toEqual(last.data);
    await stream.leave();
  });

  it('of AfterShip move a parcel that the shop calls by a longer name', async () => {
    await putParcel(server, 'NP-2', 'as 1');
    expect(await aftership('AS1', [{ tag: 'InTransit', at: '2026-11-20T08:00:00+02:00' }])).toBe(202);
    expect(await aftership('AS1', [{ tag: 'InTransit', at: '2026-11-20T08:00:00+02:00' }, { tag: 'OutForDelivery', at: '2026-11-21T07:00:00+02:00' }])).toBe(202);
    expect((await parcel('ben', 'as 1')).status).toBe('out_for_delivery');
  });

  it('end in the same state in whatever order they come, shop and carrier mixed', async () => {
    const all: Checkpoint[] = ['pre_transit', 'in_transit', 'out_for_delivery', 'delivered'].map((status, i) => ({ status, at: `2026-11-${18 + i}T08:00:00Z` }));
    const steps = all.map((_, i) => all.slice(0, i + 1));
    const ends: object[] = [];
    for (const [index, order] of [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2, 1], [3, 3, 0, 1]].entries()) {
      const number = `MIX${index}`;
      await putParcel(server, 'NP-2', number);
      for (const [turn, step] of order.entries()) {
        await easypost(number, steps[step]!);
        if (turn === index) await addEvents(server, 'NP-2', number, [event('in_transit', '2026-11-19T23:00')], { asOf: '2026-11-19T21:00:00Z' });
      }
      const { id: _, trackingNumber: __, ...rest } = await parcel('ben', number);
      ends.push(rest);
    }
    expect(ends[0]).toMatchObject({ status: 'delivered', events: { length: 5 } });
    for (const end of ends) expect(end).toEqual(ends[0]);
  });

  describe('that come before the shop has told of the parcel', () => {
    it('wait for it', async () => {
      const before = await outcomes('easypost', 'pending');
      expect(await easypost('EARLY', [{ status: 'in_transit', at: '2026-11-20T08:00:00Z' }])).toBe(202);
      expect(await easypost('EARLY', [{ status: 'out_for_delivery', at: '2026-11-21T08:00:00Z' }])).toBe(202);
      expect(await outcomes('easypost', 'pending')).toBe(before + 2);
      expect((await waiting()).map(({ number }) => number)).toEqual(['EARLY']);
      const put = await putParcel(server, 'NP-2', 'early');
      expect(put).toMatchObject({ status: 'out_for_delivery', events: { length: 2 } });
      expect(await waiting()).toEqual([]);
    });

    it('wait for the parcel of their carrier, since numbers are recycled', async () => {
      expect(await easypost('TWICE', [{ status: 'in_transit', at: '2026-11-20T08:00:00Z' }], 'USPS')).toBe(202);
      expect(await easypost('TWICE', [{ status: 'delivered', at: '2026-11-20T08:00:00Z' }], 'RoyalMail')).toBe(202);
      expect((await putParcel(server, 'NP-2', 'TWICE')).status).toBe('unknown');
      expect((await putParcel(server, 'NP-2', 'TWICE', {}, 'Royal Mail')).status).toBe('delivered');
      expect((await putParcel(server, 'NP-2', 'TWICE', {}, 'usps')).status).toBe('in_transit');
      expect(await waiting()).toEqual([]);
    });

    it('find it by the order that AfterShip names, whatever the carrier is called', async () => {
      expect(await aftership('NAMED', [{ tag: 'InTransit', at: '2026-11-20T08:00:00Z' }], { slug: 'hermes-de', order_number: '#np-2' })).toBe(202);
      expect((await putParcel(server, 'NP-2', 'NAMED', {}, 'Evri')).status).toBe('in_transit');
      expect(await aftership('NAMED', [{ tag: 'Delivered', at: '2026-11-21T08:00:00Z' }], { slug: 'hermes-de', order_number: '#np-2' })).toBe(202);
      expect((await parcel('ben', 'NAMED')).status).toBe('delivered');
    });

    it('miss it at no moment: both at once', async () => {
      const numbers = Array.from({ length: 40 }, (_, i) => `RACE${i}`);
      await Promise.all(numbers.flatMap((number) => [putParcel(server, 'NP-2', number), easypost(number, [{ status: 'in_transit', at: '2026-11-20T08:00:00Z' }])]));
      const { items } = await server.merchant('GET', '/orders/NP-2/shipments');
      const raced = (items as Shipment[]).filter(({ trackingNumber }) => trackingNumber!.startsWith('RACE'));
      expect(raced).toHaveLength(numbers.length);
      expect(new Set(raced.map(({ status }) => status))).toEqual(new Set(['in_transit']));
      expect(await waiting()).toEqual([]);
    });

    it('are forgotten after a month', async () => {
      await easypost('NEVER', [{ status: 'in_transit', at: '2026-11-20T08:00:00Z' }]);
      await forgetPending(server.runtime);
      expect(await waiting()).toHaveLength(1);
      server.advance({ days: 31 });
      await forgetPending(server.runtime);
      expect(await waiting()).toEqual([]);
    });
  });

  it('reach no parcel that ended long ago under the same number', async () => {
    await putParcel(server, 'NP-2', 'OLD');
    await easypost('OLD', [{ status: 'delivered', at: '2026-11-20T08:00:00Z' }]);
    const before = await parcel('ben', 'OLD');
    server.advance({ days: 31 });
    expect(await easypost('OLD', [{ status: 'in_transit', at: server.now().toISOString() }])).toBe(202);
    expect(await parcel('ben', 'OLD')).toEqual(before);
    await putOrder(server, 'NP-7', 'gus');
    expect((await putParcel(server, 'NP-7', 'OLD')).status).toBe('in_transit');
  });

  it('of a parcel that holds two orders move it in both', async () => {
    await putOrder(server, 'NP-8', 'hal');
    await putOrder(server, 'NP-9', 'ida');
    for (const number of ['NP-8', 'NP-9']) await putParcel(server, number, 'BOTH');
    await easypost('BOTH', [{ status: 'in_transit', at: '2026-11-20T08:00:00Z' }]);
    expect([(await parcel('hal', 'BOTH')).status, (await parcel('ida', 'BOTH')).status]).toEqual(['in_transit', 'in_transit']);
  });

  it('that are of no parcel are accepted and ignored', async () => {
    const body = JSON.stringify({ object: 'Event', description: 'batch.created', result: { object: 'Batch', id: 'batch_1' } });
    const before = await outcomes('easypost', 'ignored');
    expect((await post('easypost', body, signEasypost(body))).status).toBe(202);
    expect(await outcomes('easypost', 'ignored')).toBe(before + 1);
  });

  describe('are refused', () => {
    const good = easypostEvent('EZ1', [{ status: 'in_transit', at: '2026-11-20T08:00:00Z' }]);
    const problemOf = async (response: Response) => [response.status, Problem.parse(await response.json()).code];

    it.each([
      ['without a signature', {}],
      ['with that of another secret', signEasypost(good, 'another')],
      ['with that of another body', signEasypost(`${good} `)],
      ['with that of another service', signAftership(good)],
      ['with a malformed one', { 'x-hmac-signature': 'hmac-sha256-hex=zz' }],
    ])('%s', async (_, headers) => {
      const before = await outcomes('easypost', 'refused');
      expect(await problemOf(await post('easypost', good, headers))).toEqual([401, 'UNAUTHENTICATED']);
      expect(await outcomes('easypost', 'refused')).toBe(before + 1);
    });

    it.each([
      'no json', '[]', '', '{}', '{"object":"Event","result":"none"}',
      JSON.stringify({ object: 'Event', result: { object: 'Tracker', status: 'delivered', carrier: 'USPS' } }),
      easypostEvent('A\u0000B', [{ status: 'in_transit', at: '2026-11-20T08:00:00Z' }]),
    ])('when what is signed is no webhook: %j', async (body) => {
      expect(await problemOf(await post('easypost', body, signEasypost(body)))).toEqual([422, 'INVALID_REQUEST']);
    });

    it('when the body is too long', async () => {
      const body = easypostEvent('EZ1', [], 'USPS', { padding: 'x'.repeat(1024 * 1024) });
      expect(await problemOf(await post('easypost', body, signEasypost(body)))).toEqual([413, 'INVALID_REQUEST']);
    });
  });

  it('never fail on what a carrier may write, and what they leave is a valid shipment', async () => {
    await putParcel(server, 'NP-2', 'ODD', {}, 'odd');
    const odd = [null, 7, {}, [], '', 'x'.repeat(9_000), { city: 5 }, '2026-02-31T99:99:99', '<script>', true];
    for (const value of odd) {
      const result = { status: value, tracking_details: [{ message: value, status: value, datetime: value, tracking_location: value }, value], updated_at: value, public_url: value, carrier_detail: value };
      expect(await easypost('ODD', [], 'odd', result)).toBe(202);
      expect(await aftership('ODD', [], { slug: 'odd', tag: value, checkpoints: [{ checkpoint_time: value, tag: value, message: value }, value], updated_at: value, order_number: value })).toBe(202);
    }
    // The client of the test checks the answer against the contract.
    expect(await parcel('ben', 'ODD')).toBeDefined();
  });

  it('are unknown here when no secret is configured', async () => {
    const plain = await openTestServer(engine);
    const body = aftershipEvent('X', []);
    for (const service of ['aftership', 'easypost', 'dhl']) {
      const response = await plain.app.request(`/webhooks/${service}`, { method: 'POST', body, headers: signAftership(body) });
      expect([response.status, Problem.parse(await response.json()).code]).toEqual([404, 'UNSUPPORTED']);
    }
    await plain.close();
  });

  it('with wrong signatures are slowed down, and right ones are not', async () => {
    const guarded = await openTestServer(engine, { env: { AFTERCART_EASYPOST_WEBHOOK_SECRET: EASYPOST } });
    const body = easypostEvent('X', []);
    const send = async (secret: string) => (await guarded.app.request('/webhooks/easypost', { method: 'POST', body, headers: signEasypost(body, secret) })).status;
    const answers: number[] = [];
    for (let i = 0; i < 22; i++) answers.push(await send('wrong'));
    expect(answers).toEqual([...Array<number>(20).fill(401), 429, 429]);
    expect(await send(EASYPOST)).toBe(202);
    await guarded.close();
  });
});
