import type { Shipment } from '@aftercart/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestServer, type Refused, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { trackingPrivacy } from './privacy.ts';
import { addEvents, event, MARIA, openStream, putOrder, putParcel } from './test/shop.ts';

const refusal = (call: Promise<unknown>): Promise<Refused> => call.then(() => expect.unreachable(), (error: Refused) => error);

describe.each(ENGINES)('parcels on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { env: { AFTERCART_WEBHOOK_URLS: 'https://shop.example/hook', AFTERCART_WEBHOOK_SECRET: 's'.repeat(32) } });
    await putOrder(server, 'NP-1', 'ann');
    await putOrder(server, 'NP-2', 'ann', { placedAt: '2026-11-20T09:00:00Z' });
    await putOrder(server, 'NP-3', null);
    await putOrder(server, 'NP-4', 'ben', { email: 'ben@example.com' });
    for (const [number, parcel] of [['NP-1', 'A1'], ['NP-2', 'A2'], ['NP-2', 'A3'], ['NP-3', 'G1'], ['NP-4', 'B1']] as const) await putParcel(server, number, parcel);
  });
  afterAll(() => server.close());

  const numbers = async (input: object, options: object = {}) =>
    (await server.call('tracking.shipments', input, options) as { items: Shipment[] } | null)?.items.map(({ trackingNumber }) => trackingNumber) ?? null;

  describe('who sees what', () => {
    it('a shopper: all of the own orders, the newest first', async () => {
      const seen = (await numbers({}, { as: 'ann' }))!;
      expect([...seen.slice(0, 2).sort(), ...seen.slice(2)]).toEqual(['A2', 'A3', 'A1']);
      expect(await numbers({}, { as: 'nobody-yet' })).toEqual([]);
    });

    it('a shopper: one own order, however it is written, and nobody else’s', async () => {
      expect(await numbers({ orderNumber: ' #np-1' }, { as: 'ann' })).toEqual(['A1']);
      expect(await numbers({ orderNumber: 'NP-4' }, { as: 'ann' })).toBe(null);
      expect(await numbers({ orderNumber: 'NP-3' }, { as: 'ann' })).toBe(null);
      expect(await numbers({ orderNumber: 'NP-404' }, { as: 'ann' })).toBe(null);
    });

    it.each([
      [{ email: ' Maria@Example.com ' }, ['G1']],
      [{ postcode: '10558' }, ['G1']],
      [{ email: 'maria@example.com', postcode: '105-58' }, ['G1']],
      [{ email: 'maria@example.com', postcode: '10559' }, null],
      [{ email: 'other@example.com', postcode: '10558' }, null],
      [{ email: 'other@example.com' }, null],
    ])('a guest with %o', async (proof, seen) => {
      expect(await numbers({ orderNumber: 'np-3', proof })).toEqual(seen);
      // The signed-in are no better off with a proof.
      expect(await numbers({ orderNumber: 'np-3', proof }, { as: 'ben' })).toEqual(seen);
    });

    it('nobody without token and proof, and a proof alone proves nothing', async () => {
      for (const input of [{}, { orderNumber: 'NP-3' }, { orderNumber: 'NP-3', proof: { email: ' ' } }]) {
        expect((await refusal(server.call('tracking.shipments', input))).problem.code).toBe('UNAUTHENTICATED');
      }
      expect(await numbers({ proof: MARIA })).toBe(null);
      expect((await numbers({ proof: MARIA }, { as: 'ben' }))).toEqual(['B1']);
    });

    it('an order without e-mail or postcode is proven by none', async () => {
      await putOrder(server, 'NP-5', 'ann', { email: null, postcode: null });
      for (const proof of [{ email: '' , postcode: '1' }, { postcode: '.' }, MARIA]) expect(await numbers({ orderNumber: 'NP-5', proof })).toBe(null);
    });

    it('an order that has no parcel yet is known, and empty', async () => {
      await putOrder(server, 'NP-6', null);
      expect(await numbers({ orderNumber: 'NP-6', proof: MARIA })).toEqual([]);
    });
  });

  it('a wrong proof and an unknown order are the same answer for the same work', async () => {
    const asked = vi.spyOn(server.runtime.store.db, 'selectFrom');
    const look = async (orderNumber: string) => {
      asked.mockClear();
      const response = await server.app.request('/v1/tracking/shipments', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ orderNumber, proof: { email: 'wrong@example.com', postcode: '1' } }),
      });
      const { 'content-length': _, ...headers } = Object.fromEntries(response.headers);
      return { status: response.status, body: await response.text(), headers, queries: asked.mock.calls.map(([table]) => table) };
    };
    const [wrong, unknown] = [await look('NP-3'), await look('NP-777')];
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ status: 204, body: '', queries: ['orders', 'shipments'] });
    asked.mockRestore();
  });

  describe('what a shopper sees of a parcel', () => {
    it('is what the shop says and what was told, neither undoing the other', async () => {
      const items = [{ name: 'Mug', quantity: 2 }];
      await putParcel(server, 'NP-1', 'C1', { items, estimate: { latest: '2026-11-24' }, destination: { city: 'Athens', country: 'GR' }, carrierName: 'DHL' });
      const told = await addEvents(server, 'NP-1', 'C1', [event('in_transit', '2026-11-21T10:00')], {
        delayed: true, estimate: { earliest: '2026-11-25', latest: '2026-11-26' }, actionRequired: { kind: 'pick_up', code: '4827' },
      });
      expect(told).toMatchObject({
        carrier: 'DHL', trackingNumber: 'C1', status: 'in_transit', delayed: true, firstEstimate: { latest: '2026-11-24' }, estimate: { latest: '2026-11-26' },
        actionRequired: { code: '4827' }, items, destination: { city: 'Athens' },
      });
      const corrected = await putParcel(server, 'NP-1', 'C1', { items: [{ name: 'Mug', quantity: 1 }], estimate: { latest: '2026-12-01' } });
      expect(corrected).toMatchObject({ items: [{ quantity: 1 }], firstEstimate: { latest: '2026-11-24' }, estimate: { latest: '2026-11-26' }, carrier: 'DHL Express', status: 'in_transit' });
      server.advance({ seconds: 60 });
      const news = await addEvents(server, 'NP-1', 'C1', [event('in_transit', '2026-11-21T11:00')]);
      expect(news).toMatchObject({ delayed: true, actionRequired: { code: '4827' } });
      server.advance({ seconds: 60 });
      const out = await addEvents(server, 'NP-1', 'C1', [event('out_for_delivery', '2026-11-22T08:00')]);
      expect(out).toMatchObject({ status: 'out_for_delivery', delayed: true, actionRequired: null });
      const done = await addEvents(server, 'NP-1', 'C1', [event('delivered', '2026-11-22T10:30')]);
      expect(done).toMatchObject({ status: 'delivered', delayed: false, estimate: null });
      expect(await server.call('tracking.shipments', { orderNumber: 'NP-1' }, { as: 'ann' })).toMatchObject({ items: expect.arrayContaining([done]) });
    });

    it('a late event moves nothing back', async () => {
      await putParcel(server, 'NP-1', 'C2');
      await addEvents(server, 'NP-1', 'C2', [event('out_for_delivery', '2026-11-21T08:00')]);
      const late = await addEvents(server, 'NP-1', 'C2', [event('in_transit', '2026-11-20T08:00')]);
      expect(late.status).toBe('out_for_delivery');
      expect(late.events.map(({ status }) => status)).toEqual(['out_for_delivery', 'in_transit']);
    });

    it('is the same in whatever order and however often it was told', async () => {
      const events = [
        event('info_received', '2026-11-18T08:00'), event('in_transit', '2026-11-19T08:00'), event('attempt_failed', '2026-11-20T08:00'),
        event('ready_for_pickup', '2026-11-20T18:00'), event('delivered', '2026-11-21T08:00'),
      ];
      const orders = [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 2, 1, 3, 0], [1, 1, 4, 3, 0, 2]];
      const ends: Partial<Shipment>[] = [];
      for (const [index, steps] of orders.entries()) {
        await putParcel(server, 'NP-2', `M${index}`);
        for (const step of steps) await addEvents(server, 'NP-2', `M${index}`, [events[step]!], { asOf: '2026-11-21T10:00:00Z' });
        const { items } = await server.merchant('GET', '/orders/NP-2/shipments');
        const { id: _, trackingNumber: __, ...rest } = (items as Shipment[]).find(({ trackingNumber }) => trackingNumber === `M${index}`)!;
        ends.push(rest);
      }
      expect(ends[0]).toMatchObject({ status: 'delivered' });
      for (const end of ends) expect(end).toEqual(ends[0]);
    });

    it('two tellings at once are both there', async () => {
      await putParcel(server, 'NP-4', 'B2');
      const hours = Array.from({ length: 20 }, (_, hour) => `2026-11-20T${String(hour).padStart(2, '0')}:00`);
      await Promise.all(hours.map((hour) => addEvents(server, 'NP-4', 'B2', [event('in_transit', hour)])));
      const { items } = await server.call('tracking.shipments', { orderNumber: 'NP-4' }, { as: 'ben' });
      expect((items as Shipment[]).find(({ trackingNumber }) => trackingNumber === 'B2')!.events).toHaveLength(hours.length);
    });
  });

  it('what changes nothing is told to nobody', async () => {
    const told = async () => {
      const { change } = await server.runtime.store.db.selectFrom('topics').select('change').where('topic', '=', 'parcels:ben').executeTakeFirstOrThrow();
      const { events } = await server.runtime.store.db.selectFrom('outbox').select((eb) => eb.fn.countAll<number>().as('events')).executeTakeFirstOrThrow();
      return { change, events };
    };
    await putParcel(server, 'NP-4', 'B3', { items: [{ name: 'Mug', quantity: 1 }] });
    await addEvents(server, 'NP-4', 'B3', [event('in_transit', '2026-11-20T08:00')]);
    const before = await told();
    server.advance({ seconds: 5 });
    await putParcel(server, 'NP-4', 'B3', { items: [{ name: 'Mug', quantity: 1 }] });
    const again = await addEvents(server, 'NP-4', 'B3', [event('in_transit', '2026-11-20T08:00')]);
    expect(await told()).toEqual(before);
    // The age of the data is kept all the same.
    expect(Date.parse(again.asOf)).toBe(server.now().getTime());
    await addEvents(server, 'NP-4', 'B3', [event('in_transit', '2026-11-20T09:00')]);
    const after = await told();
    expect([after.change - before.change, after.events - before.events]).toEqual([1, 1]);
  });

  it('an event for the shop names ids and states', async () => {
    await putParcel(server, 'NP-4', 'B4', { destination: { city: 'Secretville' } });
    const rows = await server.runtime.store.db.selectFrom('outbox').select('body').orderBy('id', 'desc').limit(1).execute();
    const { type, data } = JSON.parse(rows[0]!.body) as { type: string; data: object };
    expect(type).toBe('shipment.updated');
    expect(data).toEqual({ shipmentId: 'dhlexpress:B4:NP-4', orderNumber: 'NP-4', shopperId: 'ben', status: 'unknown', delayed: false, isNew: true });
  });

  describe('an order is delivered', () => {
    const deliveredAt = async (number: string) => (await server.merchant('GET', `/orders/${number}`)).deliveredAt as string | null;

    it('when all of its parcels are, at the time of the last, whatever else was told twice', async () => {
      await putOrder(server, 'D-1', 'dora');
      for (const parcel of ['P1', 'P2', 'P3']) await putParcel(server, 'D-1', parcel);
      await addEvents(server, 'D-1', 'P1', [event('delivered', '2026-11-21T12:00')]);
      await addEvents(server, 'D-1', 'P3', [event('cancelled', '2026-11-20T12:00')]);
      expect(await deliveredAt('D-1')).toBe(null);
      await addEvents(server, 'D-1', 'P2', [event('delivered', '2026-11-20T09:00'), event('returning', '2026-11-21T09:00')]);
      expect(Date.parse((await deliveredAt('D-1'))!)).toBe(Date.parse('2026-11-21T12:00:59.999+02:00'));
      await addEvents(server, 'D-1', 'P1', [event('delivered', '2026-11-21T18:00')]);
      expect(Date.parse((await deliveredAt('D-1'))!)).toBe(Date.parse('2026-11-21T12:00:59.999+02:00'));
    });

    it.each([
      [{ value: '2026-11-20', precision: 'day', offset: null }, '2026-11-21T11:59:59.999Z'],
      [{ value: '2026-11-20T10', precision: 'hour', offset: 'Z' }, '2026-11-20T10:59:59.999Z'],
      [{ value: '2026-11-20T10:00:07', precision: 'second', offset: '-05:00' }, '2026-11-20T15:00:07.000Z'],
    ])('at the latest time that %o may mean', async (time, instant) => {
      const number = `D-${instant}`;
      await putOrder(server, number, 'dora');
      await putParcel(server, number, 'P');
      await addEvents(server, number, 'P', [{ id: 'e', status: 'delivered', time }]);
      expect(new Date((await deliveredAt(number))!).toISOString()).toBe(instant);
    });

    it('never in the future', async () => {
      await putOrder(server, 'D-9', 'dora');
      await putParcel(server, 'D-9', 'P');
      await addEvents(server, 'D-9', 'P', [event('delivered', '2030-01-01T00:00')]);
      expect(Date.parse((await deliveredAt('D-9'))!)).toBe(server.now().getTime());
    });

    it('by two parcels that arrive at the same moment, too', async () => {
      await putOrder(server, 'D-10', 'dora');
      const parcels = ['X1', 'X2', 'X3', 'X4', 'X5', 'X6'];
      for (const parcel of parcels) await putParcel(server, 'D-10', parcel);
      await Promise.all(parcels.map((parcel) => addEvents(server, 'D-10', parcel, [event('delivered', '2026-11-21T12:00')])));
      expect(await deliveredAt('D-10')).not.toBe(null);
    });

    it('when the parcel that was never its own is removed', async () => {
      await putOrder(server, 'D-11', 'dora');
      await putParcel(server, 'D-11', 'Y1');
      await putParcel(server, 'D-11', 'WRONG');
      await addEvents(server, 'D-11', 'Y1', [event('delivered', '2026-11-21T12:00')]);
      expect(await deliveredAt('D-11')).toBe(null);
      await server.merchant('DELETE', '/orders/D-11/shipments/dhl-express/wrong');
      expect(await deliveredAt('D-11')).not.toBe(null);
      expect(await numbers({ orderNumber: 'D-11' }, { as: 'dora' })).toEqual(['Y1']);
      await server.merchant('DELETE', '/orders/D-11/shipments/dhl-express/wrong');
    });
  });

  it.each([
    ['PUT', '/orders/NP-404/shipments/dhl/1', {}],
    ['PUT', '/orders/NP-1/shipments/--/1', {}],
    ['PUT', '/orders/NP-1/shipments/dhl/1', { trackingUlr: 'https://dhl.example' }],
    ['POST', '/orders/NP-1/shipments/dhl/unknown/events', { events: [] }],
    ['POST', '/orders/NP-1/shipments/DHL%20Express/A1/events', { events: [{ id: '1', status: 'delivred', time: { value: '2026-11-20', precision: 'day', offset: null } }] }],
    ['POST', '/orders/NP-1/shipments/DHL%20Express/A1/events', { asOf: '2030-01-01T00:00:00Z' }],
    ['GET', '/orders/NP-404/shipments', undefined],
  ])('refuses %s %s with %o', async (verb, path, body) => {
    expect((await refusal(server.merchant(verb, path, body))).problem.code).toBe('INVALID_REQUEST');
  });

  it('one parcel may hold two orders, each of which sees its own', async () => {
    await putOrder(server, 'T-1', 'tom');
    await putOrder(server, 'T-2', 'tess');
    const [one, two] = [await putParcel(server, 'T-1', 'SHARED'), await putParcel(server, 'T-2', 'SHARED')];
    expect(one.id).not.toBe(two.id);
    await addEvents(server, 'T-1', 'SHARED', [event('in_transit', '2026-11-20T08:00')]);
    expect((await server.call('tracking.shipments', {}, { as: 'tess' })).items[0].events).toEqual([]);
  });

  it('a guest’s order that becomes a shopper’s takes its parcels along', async () => {
    await putOrder(server, 'C-1', null);
    await putParcel(server, 'C-1', 'K1');
    const guest = await openStream(server, { orderNumber: 'C-1', proof: MARIA });
    expect((await guest.next())?.data.trackingNumber).toBe('K1');
    const shopper = await openStream(server, {}, { as: 'cleo' });
    await putOrder(server, 'C-1', 'cleo');
    expect((await shopper.next())?.data.trackingNumber).toBe('K1');
    expect(await guest.next()).toBe(undefined);
    await shopper.leave();
  });

  it('exports and erases what is known of a shopper, and nobody else’s', async () => {
    await putOrder(server, 'E-1', 'eve', { email: 'eve@example.com' });
    await putOrder(server, 'E-2', null, { email: 'eve@example.com' });
    await putOrder(server, 'E-3', 'mallory', { email: 'eve@example.com' });
    for (const number of ['E-1', 'E-2', 'E-3']) await putParcel(server, number, number);
    const subject = { shopperId: 'eve', emailHash: server.runtime.fingerprints.email('eve@example.com'), pseudonym: 'erased-1' };
    const exported = (await server.transact((context) => trackingPrivacy.export(context, subject))) as Shipment[];
    expect(exported.map(({ orderNumber }) => orderNumber).sort()).toEqual(['E-1', 'E-2']);
    await server.transact((context) => trackingPrivacy.erase(context, subject));
    expect(await server.transact((context) => trackingPrivacy.export(context, subject))).toEqual([]);
    expect(await numbers({}, { as: 'eve' })).toEqual([]);
    expect(await numbers({}, { as: 'mallory' })).toEqual(['E-3']);
  });
});
