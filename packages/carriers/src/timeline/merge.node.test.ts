import { guardShipment, type Shipment, type TrackingEvent } from '@aftercart/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aftershipShipment, mergeEvents, mergeShipments, shopifyWebhookShipment, type AftershipCheckpoint } from '../index.ts';
import { now, shopifyWebhook } from '../test/samples.ts';
import { expectValid } from '../test/valid.ts';
import { STAGE_ORDER } from './meaning.ts';

const two = (n: number): string => String(n).padStart(2, '0');
/** Few different times, so that many are equal. */
const time = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 23 }), fc.constantFrom('day', 'hour', 'minute', 'second'), fc.constantFrom('Z',
    '+02:00', '-08:00', '+13:45', null))
  .map(([day, hour, precision, offset]): TrackingEvent['time'] => {
    const value = `2026-11-${two(day)}T${two(hour)}:30:00`;
    return precision === 'day' ? { value: value.slice(0, 10), precision, offset: null } : { value: value.slice(0, { hour: 13, minute: 16,
      second: 19 }[precision]), precision, offset } as never;
  });
const words = fc.constantFrom('Scan', 'Departed', '', null, undefined);
const event: fc.Arbitrary<TrackingEvent> = fc.record(
  { id: fc.constantFrom(...'abcdefgh', 'stated:1', 'stated:2'), status: fc.constantFrom(...STAGE_ORDER), time, description: words, location: words },
  { requiredKeys: ['id', 'status', 'time'], noNullPrototype: true },
);
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-12-0${n}`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> => fc.oneof(arbitrary, fc.constantFrom(null, undefined));
const estimate = maybe(fc.record({ earliest: maybe(day), latest: day }));
const text = maybe(fc.constantFrom('A', 'B', 'C'));
const events = fc.array(event, { maxLength: 6 });
const shipment = fc.record(
  {
    id: fc.constant('dhl:1'),
    orderNumber: text,
    carrier: fc.constantFrom('', 'DHL', 'dhl'),
    trackingNumber: text,
    trackingUrl: maybe(fc.constantFrom('https://a.example', 'https://b.example')),
    status: fc.constantFrom(...STAGE_ORDER),
    delayed: fc.boolean(),
    firstEstimate: estimate,
    estimate,
    actionRequired: maybe(fc.record({ kind: fc.constantFrom('pick_up', 'fix_address'), description: text, until: maybe(day) })),
    items: maybe(fc.array(fc.record({ name: fc.constantFrom('Tent', 'Mug'), quantity: fc.integer({ min: 0, max: 3 }) }), { maxLength: 2 })),
    destination: maybe(fc.record({ city: text, country: maybe(fc.constantFrom('GR', 'DE')) })),
    events,
    asOf: fc.constantFrom('2026-11-02T10:00:00Z', '2026-11-03T10:00:00Z', '2026-11-03T12:00:00+02:00', '2026-11-03T10:00:00.5Z'),
  },
  { noNullPrototype: true },
) as fc.Arbitrary<Shipment>;

const all = (updates: readonly Shipment[]): Shipment => updates.slice(1).reduce(mergeShipments, mergeShipments(updates[0]!, updates[0]!));

describe('mergeEvents', () => {
  test('the same in any order, any groups and any number', () => {
    fc.assert(
      fc.property(events, events, events, (a, b, c) => {
        const once = mergeEvents(a, b);
        expect(mergeEvents(b, a)).toEqual(once);
        expect(mergeEvents(once, once)).toEqual(once);
        expect(mergeEvents(once, a)).toEqual(once);
        expect(mergeEvents(mergeEvents(a, b), c)).toEqual(mergeEvents(a, mergeEvents(b, c)));
        expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('also beyond 500', () => {
    const crowd = fc.integer({ min: 0, max: 9 }).map((seed) =>
      Array.from({ length: 400 }, (_, i): TrackingEvent => ({
        id: String((i * 7 + seed * 131) % 900), status: STAGE_ORDER[(i + seed) % STAGE_ORDER.length]!,
        time: { value: `2026-${two(1 + (i % 12))}-${two(1 + ((i * 3 + seed) % 28))}`, precision: 'day', offset: null },
      })),
    );
    fc.assert(
      fc.property(crowd, crowd, crowd, (a, b, c) => {
        const whole = mergeEvents(mergeEvents(a, b), c);
        expect(whole.length).toBeLessThanOrEqual(500);
        expect(mergeEvents(a, mergeEvents(b, c))).toEqual(whole);
        expect(mergeEvents(mergeEvents(c, a), b)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});

describe('mergeShipments', () => {
  test('commutative, associative, idempotent, valid', () => {
    fc.assert(
      fc.property(shipment, shipment, shipment, (a, b, c) => {
        const once = mergeShipments(a, b);
        expect(mergeShipments(b, a)).toEqual(once);
        expect(mergeShipments(once, once)).toEqual(once);
        expect(mergeShipments(once, a)).toEqual(once);
        expect(mergeShipments(b, once)).toEqual(once);
        expect(mergeShipments(once, c)).toEqual(mergeShipments(a, mergeShipments(b, c)));
        expect(guardShipment(once, [])).toEqual(once);
      }),
      { numRuns: 3_000 },
    );
  });

  test('any permutation and any repetition of updates gives the same', () => {
    const updates = fc.array(shipment, { minLength: 1, maxLength: 6 });
    const shuffled = updates.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list, ...list], { minLength: list.length }).map((again) => [...again, ...list])),
    );
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(all(again)).toEqual(all(list));
      }),
      { numRuns: 1_000 },
    );
  });

  test('the newer update has the word, the earliest promise stays, what is known stays known', () => {
    fc.assert(
      fc.property(shipment, shipment, (a, b) => {
        const merged = mergeShipments(a, b);
        const [older, newer] = [a, b].sort((x, y) => Date.parse(x.asOf) - Date.parse(y.asOf));
        expect(Date.parse(merged.asOf)).toBe(Date.parse(newer!.asOf));
        if (Date.parse(older!.asOf) < Date.parse(newer!.asOf)) {
          expect(merged.delayed).toBe(newer!.delayed);
          expect(merged.estimate?.latest).toBe(newer!.estimate?.latest);
          expect(merged.actionRequired?.kind).toBe(newer!.actionRequired?.kind);
        }
        const promises = [a, b].flatMap(({ firstEstimate }) => firstEstimate?.latest ?? []).sort();
        expect(merged.firstEstimate?.latest).toBe(promises[0]);
        if (a.orderNumber || b.orderNumber) expect([a.orderNumber, b.orderNumber]).toContain(merged.orderNumber);
      }),
    );
  });

  test('refuses two parcels', () => {
    const [a, b] = ['1', '2'].map((tracking_number) => aftershipShipment({ slug: 'dhl', tracking_number }, { now }));
    expect(() => mergeShipments(a!, b!)).toThrow(/“dhl:1” and “dhl:2” are two parcels/);
  });
});

describe('the stage', () => {
  const update = (updated_at: string, ...checkpoints: [time: string, tag: string, subtag?: string][]): Shipment => {
    const list = checkpoints.map(([checkpoint_time, tag, subtag]): AftershipCheckpoint => ({ checkpoint_time, tag, ...(subtag && { subtag }),
      message: `${tag} ${subtag}` }));
    return aftershipShipment({ slug: 'dhl', tracking_number: '1', updated_at, checkpoints: list }, { now });
  };
  const SENT: [string, string] = ['2026-11-01T10:00:00Z', 'InTransit'];
  const DELIVERED: [string, string] = ['2026-11-03T10:00:00Z', 'Delivered'];

  test('does not go back for an event that arrives late', () => {
    const merged = mergeShipments(update('2026-11-03T10:01:00Z', DELIVERED), update('2026-11-04T10:00:00Z', SENT));
    expect(merged.status).toBe('delivered');
    expect(merged.events).toHaveLength(2);
    expect(merged.asOf).toBe('2026-11-04T10:00:00Z');
  });

  test('moves on with a later event: returned after the delivery, on its way again after an exception', () => {
    const back = update('2026-11-05T10:00:00Z', ['2026-11-05T09:00:00Z', 'Exception', 'Exception_010']);
    expect(mergeShipments(back, update('2026-11-03T10:01:00Z', DELIVERED)).status).toBe('returning');
    const problem = update('2026-11-02T10:00:00Z', ['2026-11-02T09:00:00Z', 'Exception', 'Exception_007']);
    const solved = update('2026-11-03T10:00:00Z', ['2026-11-03T09:00:00Z', 'InTransit', 'InTransit_008']);
    expect(mergeShipments(problem, solved)).toMatchObject({ status: 'in_transit', actionRequired: null });
    expect(mergeShipments(solved, problem)).toMatchObject({ status: 'in_transit', actionRequired: null });
  });

  test('at the same time, the one further on', () => {
    expect(update('2026-11-03T10:00:00Z', ['2026-11-03T09:00:00Z', 'OutForDelivery'], ['2026-11-03T09:00:00Z',
      'InTransit']).status).toBe('out_for_delivery');
  });

  test('a delivery of which only the day is known ends that day', () => {
    expect(update('2026-11-03T20:00:00Z', ['2026-11-03', 'Delivered'], ['2026-11-03T09:00:00', 'OutForDelivery']).status).toBe('delivered');
  });

  test('a time without an offset finds its place by the clock on the wall', () => {
    // 20:00 in Los Angeles is 04:00 of the next day in UTC; 21:00 on an unknown clock there is later.
    expect(update('2026-11-04T20:00:00Z', ['2026-11-03T20:00:00-08:00', 'OutForDelivery'], ['2026-11-03T21:00:00',
      'Delivered']).status).toBe('delivered');
  });

  test('is not moved by an event that says nothing of it', () => {
    expect(update('2026-11-04T20:00:00Z', DELIVERED, ['2026-11-04T10:00:00Z', 'Teleported']).status).toBe('delivered');
  });

  test('updates that have no events make a timeline, in any order', () => {
    const webhook = (shipment_status: string, updated_at: string): Shipment => shopifyWebhookShipment({ ...shopifyWebhook(), shipment_status,
      updated_at }, { now });
    const updates = [webhook('delivered', '2026-11-21T18:00:00Z'), webhook('in_transit', '2026-11-20T18:00:00Z'), webhook('out_for_delivery',
      '2026-11-21T08:00:00Z')];
    const merged = all(updates);
    expectValid(merged);
    expect(merged).toMatchObject({ status: 'delivered', asOf: '2026-11-21T18:00:00Z' });
    expect(merged.events.map(({ status }) => status)).toEqual(['delivered', 'out_for_delivery', 'in_transit']);
  });

  test('said again without a new event is the same statement', () => {
    const expired = (updated_at: string): Shipment =>
      aftershipShipment({ slug: 'dhl', tracking_number: '1', tag: 'Expired', updated_at, checkpoints: [{ checkpoint_time: SENT[0],
        tag: SENT[1] }] }, { now });
    const merged = mergeShipments(expired('2026-11-20T10:00:00Z'), expired('2026-11-21T10:00:00Z'));
    expect(merged.events.map(({ status }) => status)).toEqual(['expired', 'in_transit']);
  });
});
