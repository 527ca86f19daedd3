import type { Shipment } from '@aftercart/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aftershipShipment, aftershipStatus, easypostShipment, seventeentrackShipment, shippoShipment, shopifyShipment, shopifyWebhookShipment,
    type AftershipCheckpoint,
  type CarrierOptions,
} from './index.ts';
import { damaged } from './test/hostile.ts';
import * as samples from './test/samples.ts';
import { expectValid } from './test/valid.ts';

const { now } = samples;

const SERVICES: readonly (readonly [string, () => unknown, (tracking: never, options?: CarrierOptions) => Shipment])[] = [
  ['AfterShip', samples.aftership, aftershipShipment],
  ['EasyPost', samples.easypost, easypostShipment],
  ['Shippo', samples.shippo, shippoShipment],
  ['17TRACK', samples.seventeentrack, seventeentrackShipment],
  ['Shopify', samples.shopify, shopifyShipment],
  ['Shopify webhook', samples.shopifyWebhook, shopifyWebhookShipment],
];

describe.each(SERVICES)('%s', (_name, sample, shipment) => {
  const of = (value: unknown): Shipment => shipment(value as never, { now });

  test('is a valid shipment, and the same each time', () => {
    const made = of(sample());
    expectValid(made);
    expect(of(sample())).toEqual(made);
    expect(made.trackingNumber).toBeTruthy();
  });

  test('is a valid shipment whatever the service sends', () => {
    fc.assert(fc.property(damaged(sample), (value) => expectValid(of(value))), { numRuns: 600 });
  });

  test('takes what the shop knows before what the service says', () => {
    const items = [{ name: 'Tent', quantity: 1, imageUrl: null }];
    const made = shipment(sample() as never, { now, orderNumber: 'NP-7', carrier: 'My carrier', items });
    expect(made).toMatchObject({ orderNumber: 'NP-7', carrier: 'My carrier', items });
  });

  test('says nothing of an object that says nothing', () => {
    expect(of({})).toMatchObject({ status: 'unknown', delayed: false, events: [], actionRequired: null, estimate: null, asOf: '2026-11-22T12:00:00Z' });
  });
});

test('AfterShip, whole', () => {
  const made = aftershipShipment(samples.aftership(), { now });
  expect(made).toEqual({
    id: 'dhl-germany:JD0146000678',
    orderNumber: 'NP-1',
    carrier: 'dhl-germany',
    trackingNumber: 'JD01 4600 0678',
    trackingUrl: 'https://dhl.example/JD0146000678',
    status: 'out_for_delivery',
    delayed: false,
    firstEstimate: { earliest: null, latest: '2026-11-20' },
    estimate: { earliest: '2026-11-22', latest: '2026-11-23' },
    actionRequired: null,
    items: null,
    destination: { city: 'Athens', country: 'GR' },
    asOf: '2026-11-22T08:00:01Z',
    events: [
      { id: expect.any(String), status: 'out_for_delivery', time: { value: '2026-11-22T07:45:00', precision: 'second', offset: null },
        description: '<b>On the van</b>', location: 'Athens' },
      { id: expect.any(String), status: 'in_transit', time: { value: '2026-11-20T21:30:00', precision: 'second', offset: '+01:00' },
        description: 'Departed', location: 'Leipzig, Germany' },
      { id: expect.any(String), status: 'info_received', time: { value: '2026-11-19T10:00:00', precision: 'second', offset: '+01:00' },
        description: 'Label printed', location: 'Leipzig' },
    ],
  });
});

test('EasyPost: late by its detail, first promise is the guarantee, local day before the one in UTC', () => {
  expect(easypostShipment(samples.easypost(), { now })).toMatchObject({
    id: 'usps:9400110898825022579493', status: 'in_transit', delayed: true, firstEstimate: { latest: '2026-11-23' }, estimate: { latest: '2026-11-25' },
    destination: { city: 'BROOKLYN', country: 'US' }, asOf: '2026-11-21T20:00:00Z',
    events: [{ description: 'Snow', location: 'ORLANDO, FL, US' }, { description: 'Label', location: 'US' }],
  });
});

test('Shippo: the current status counts once, though it is in the history, too', () => {
  const made = shippoShipment(samples.shippo(), { now });
  expect(made.events.map(({ status }) => status)).toEqual(['attempt_failed', 'in_transit']);
  expect(made).toMatchObject({ status: 'attempt_failed', actionRequired: { kind: 'reschedule' }, firstEstimate: { latest: '2026-11-20' },
    asOf: '2026-11-21T20:36:00Z' });
});

test('Shippo: the current status is a checkpoint before there is a history', () => {
  const made = shippoShipment({ ...samples.shippo(), tracking_history: [] }, { now });
  expect(made.events).toEqual([expect.objectContaining({ description: 'Nobody was at home.', time: { value: '2026-11-21T13:03:00',
    precision: 'second', offset: 'Z' } })]);
});

test('17TRACK: what the carrier wrote, not what was worked out from it', () => {
  const made = seventeentrackShipment(samples.seventeentrack(), { now });
  expect(made.events.map(({ time, location }) => ({ ...time, location }))).toEqual([
    { value: '2026-11-21', precision: 'day', offset: null, location: 'Guangzhou' },
    { value: '2026-11-18T20:22:00', precision: 'second', offset: null, location: 'Shenzhen, CN' },
  ]);
  expect(made).toMatchObject({
    id: '3011:RR123456789CN', carrier: 'China Post', status: 'in_transit', delayed: true, estimate: { earliest: '2026-11-24', latest: '2026-11-26' },
  });
});

test('Shopify: ids of the service, items of the fulfillment, and “success” says less than a checkpoint', () => {
  const made = shopifyShipment(samples.shopify(), { now });
  expect(made.events.map(({ id }) => id)).toEqual(['gid://shopify/FulfillmentEvent/2', 'gid://shopify/FulfillmentEvent/1']);
  expect(made).toMatchObject({
    id: 'dhl-express:1Z999', status: 'ready_for_pickup', actionRequired: { kind: 'pick_up' },
    items: [{ name: 'Enamel mug', quantity: 2, imageUrl: 'https://shop.example/mug.jpg' }],
  });
  expect(shopifyShipment({ ...samples.shopify(), latestShipmentStatus: null }, { now }).status).toBe('ready_for_pickup');
  expect(shopifyShipment({ ...samples.shopify(), displayStatus: 'FULFILLED' }, { now }).status).toBe('ready_for_pickup');
  expect(shopifyShipment({ ...samples.shopify(), status: 'CANCELLED' }, { now }).status).toBe('cancelled');
  expect(shopifyShipment({ status: 'SUCCESS' }, { now }).status).toBe('info_received');
  expect(shopifyShipment({ displayStatus: 'IN_TRANSIT', trackingInfo: [{ company: 'UPS', number: '1' }] }, { now })).toMatchObject({ id: 'ups:1',
    status: 'in_transit' });
  expect(shopifyShipment({ events: { edges: [{ node: { status: 'DELIVERED', happenedAt: '2026-11-21T09:00:00Z' } }] } },
    { now }).status).toBe('delivered');
});

test('Shopify’s webhooks are one parcel with what GraphQL says', () => {
  const made = shopifyWebhookShipment(samples.shopifyWebhook(), { now });
  expect(made).toMatchObject({
    id: shopifyShipment(samples.shopify()).id, status: 'in_transit', asOf: '2026-11-22T00:00:00Z', destination: { city: 'Ottawa', country: 'CA' },
  });
});

describe('times', () => {
  const timeOf = (checkpoint_time: unknown): unknown =>
    aftershipShipment({ checkpoints: [{ checkpoint_time, tag: 'InTransit', message: 'x' } as AftershipCheckpoint] }, { now }).events[0]?.time;

  test.each([
    ['2026-11-22', '2026-11-22', 'day', null],
    ['2026-11-22T09', '2026-11-22T09', 'hour', null],
    ['2026-11-22 09:30', '2026-11-22T09:30', 'minute', null],
    ['2026-11-22T09:30:15', '2026-11-22T09:30:15', 'second', null],
    ['2026-11-22T09:30:15.250Z', '2026-11-22T09:30:15.250', 'second', 'Z'],
    ['2026-11-22T09:30:15+0530', '2026-11-22T09:30:15', 'second', '+05:30'],
    ['2026-11-22T09:30-08', '2026-11-22T09:30', 'minute', '-08:00'],
    ['2026-11-22T23:59:60Z', '2026-11-22T23:59', 'minute', 'Z'],
    ['2026-11-22T24:00:00Z', '2026-11-22', 'day', null],
    ['2026-11-22T09:30:15+25:00', '2026-11-22T09:30:15', 'second', null],
    ['2026-11-22, in the morning', '2026-11-22', 'day', null],
  ])('%s', (written, value, precision, offset) => {
    expect(timeOf(written)).toEqual({ value, precision, offset });
  });

  test.each(['', '2026-13-01', '2026-00-10', '22.11.2026', 'Sun, 22 Nov 2026 09:30:00 GMT', '20261122', 1_700_000_000, null])('%s is no time',
    (written) => {
    expect(timeOf(written)).toBeUndefined();
  });

  test('when the carrier gives none, when the service learnt of it', () => {
    const made = aftershipShipment({ checkpoints: [{ created_at: '2026-11-22T10:00:00Z', tag: 'InTransit' }] }, { now });
    expect(made.events[0]?.time).toEqual({ value: '2026-11-22T10:00:00', precision: 'second', offset: 'Z' });
  });

  test('an update is never newer than now, and one without an offset is as old as now', () => {
    expect(aftershipShipment({ updated_at: '2999-01-01T00:00:00Z' }, { now }).asOf).toBe('2026-11-22T12:00:00Z');
    expect(aftershipShipment({ updated_at: '2026-11-22T10:00:00' }, { now }).asOf).toBe('2026-11-22T12:00:00Z');
    expect(aftershipShipment({ updated_at: '2026-11-22T10:00:00+02:00' }, { now }).asOf).toBe('2026-11-22T08:00:00Z');
  });
});

describe('limits', () => {
  const checkpoints = (count: number): AftershipCheckpoint[] =>
    Array.from({ length: count }, (_, i) => ({ checkpoint_time: new Date(i * 60_000).toISOString(), tag: 'InTransit', message: `Scan ${i}` }));

  test('of more than 500 checkpoints the newest stay', () => {
    const made = aftershipShipment({ tag: 'InTransit', checkpoints: checkpoints(2_000) }, { now });
    expectValid(made);
    expect(made.events).toHaveLength(500);
    expect([made.events[0]?.description, made.events.at(-1)?.description]).toEqual(['Scan 1999', 'Scan 1500']);
  });

  test('a stage that no checkpoint explains finds room', () => {
    const made = aftershipShipment({ tag: 'Expired', checkpoints: checkpoints(600), updated_at: '2026-11-22T10:00:00Z' }, { now });
    expectValid(made);
    expect(made.status).toBe('expired');
    expect(made.events).toHaveLength(500);
  });

  test('text is cut between characters, and is otherwise as it came', () => {
    const made = aftershipShipment({ checkpoints: [{ checkpoint_time: '2026-11-22', tag: 'InTransit', message: `${'x'.repeat(4_999)}🎁` }] }, { now });
    expect(made.events[0]?.description).toBe('x'.repeat(4_999));
    const hostile = '<script>alert(1)</script> \u202e "\' --';
    expect(aftershipShipment({ checkpoints: [{ checkpoint_time: '2026-11-22', message: hostile }] }, { now }).events[0]?.description).toBe(hostile);
  });

  test('an address that is none is left out', () => {
    expect(aftershipShipment({ courier_tracking_link: 'javascript:alert(1)' }, { now }).trackingUrl).toBeNull();
    expect(aftershipShipment({ courier_tracking_link: `https://x.example/${'x'.repeat(2_048)}` }, { now }).trackingUrl).toBeNull();
  });

  test('a number beyond all bounds still tells parcels apart', () => {
    const ids = ['1', '2'].map((end) => aftershipShipment({ slug: 'x'.repeat(400), tracking_number: '9'.repeat(400) + end }, { now }).id);
    expect(ids.every((id) => id.length <= 200)).toBe(true);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('what the service states', () => {
  const scan: AftershipCheckpoint = { checkpoint_time: '2026-10-01T10:00:00Z', tag: 'InTransit', message: 'Scan' };

  test('becomes a checkpoint of its own where none explains it', () => {
    const made = aftershipShipment({ tag: 'Expired', updated_at: '2026-11-01T10:00:00Z', checkpoints: [scan] }, { now });
    expect(made.status).toBe('expired');
    expect(made.events[0]).toEqual({
      id: expect.stringMatching(/^stated:/), status: 'expired', time: { value: '2026-11-01T10:00:00', precision: 'second', offset: 'Z' },
        description: null, location: null,
    });
  });

  test('comes after what the carrier scanned, however their clocks differ', () => {
    const made = aftershipShipment({ tag: 'Delivered', updated_at: '2026-10-01T09:00:00Z', checkpoints: [scan] }, { now });
    expect(made.status).toBe('delivered');
    expect(made.events.map(({ status }) => status)).toEqual(['delivered', 'in_transit']);
  });

  test('is what the parcel is, whatever the checkpoints and their clocks say', () => {
    const tag = fc.constantFrom('InfoReceived', 'InTransit', 'OutForDelivery', 'AttemptFail', 'Delivered', 'Exception', 'Expired');
    const time = fc.constantFrom(...['01', '02'].flatMap((day) => ['', 'T08', 'T20:00', 'T08:00:00', 'T20:00:00Z', 'T20:00:00-10:00',
      'T08:00:00+13:00'].map((clock) => `2026-11-${day}${clock}`)));
    const scans = fc.array(fc.record({ checkpoint_time: time, tag, message: fc.constantFrom('a', 'b', 'c') }), { maxLength: 5 });
    const updated = fc.constantFrom('2026-10-01T00:00:00Z', '2026-11-01T09:00:00Z', '2026-11-02T12:00:00Z', '2026-11-10T00:00:00Z');
    fc.assert(
      fc.property(tag, scans, updated, (stated, checkpoints, updated_at) => {
        expect(aftershipShipment({ tag: stated, checkpoints, updated_at }, { now }).status).toBe(aftershipStatus(stated).status);
      }),
      { numRuns: 3_000 },
    );
  });

  test('is nothing new when a checkpoint says it', () => {
    expect(aftershipShipment({ tag: 'InTransit', updated_at: '2026-11-01T10:00:00Z', checkpoints: [scan] }, { now }).events).toHaveLength(1);
    expect(aftershipShipment({ tag: 'Pending', updated_at: '2026-11-01T10:00:00Z', checkpoints: [scan] },
      { now })).toMatchObject({ status: 'in_transit', events: [{}] });
  });
});

describe('what the shopper has to do', () => {
  test('is said by the code, with a place to do it where the service knows one', () => {
    const address = { tag: 'Exception', subtag: 'Exception_007', courier_redirect_link: 'https://dhl.example/redirect' };
    expect(aftershipShipment(address, { now }).actionRequired).toEqual({ kind: 'fix_address', description: null,
      url: 'https://dhl.example/redirect', until: null, code: null });
    const pickup = { tag: 'AvailableForPickup', pickup_location: 'Kiosk 4', pickup_note: 'Bring an ID' };
    expect(aftershipShipment(pickup, { now }).actionRequired).toMatchObject({ kind: 'pick_up', description: 'Kiosk 4\nBring an ID' });
    expect(aftershipShipment({ tag: 'InTransit' }, { now }).actionRequired).toBeNull();
  });

  test('may be said by the checkpoint alone', () => {
    const made = aftershipShipment({ tag: 'Exception', checkpoints: [{ checkpoint_time: '2026-11-01', subtag: 'Exception_006' }] }, { now });
    expect(made.actionRequired?.kind).toBe('pay_duties');
  });
});

test('every country has its two letters', () => {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  for (const [alpha3, alpha2] of [['GRC', 'GR'], ['DEU', 'DE'], ['AUT', 'AT'], ['CHE', 'CH'], ['USA', 'US'], ['ZWE', 'ZW'], ['AFG', 'AF']]) {
    const { destination } = aftershipShipment({ destination_country_region: alpha3! }, { now });
    expect(destination).toEqual({ city: null, country: alpha2 });
    expect(names.of(alpha2!)).not.toBe(alpha2);
  }
  for (const none of ['WGR', 'XXX', 'GR1', '..', '']) expect(aftershipShipment({ destination_country_region: none }, { now }).destination).toBeNull();
});
