import type { Shipment } from '@aftercart/contract';
import { describe, expect, test } from 'vitest';
import { context, refusal, shop } from '../test/shop.ts';
import { LIVE } from './parcels.ts';

describe('shipments', () => {
  test('tell of every situation, with times as precise as the carrier was', async () => {
    const { items } = (await shop().tracking.shipments({}, context()))!;
    expect(items.map(({ status }) => status)).toEqual(['exception', 'out_for_delivery', 'in_transit', 'ready_for_pickup', 'delivered']);
    expect(items.map(({ actionRequired }) => actionRequired?.kind)).toEqual(['fix_address', undefined, undefined, 'pick_up', undefined]);
    const late = items[2]!;
    expect(late.delayed && late.estimate!.latest > late.firstEstimate!.latest).toBe(true);
    const times = items.flatMap(({ events }) => events.map(({ time }) => time));
    expect(new Set(times.map(({ precision }) => precision))).toEqual(new Set(['second', 'minute', 'hour', 'day']));
    expect(new Set(times.map(({ offset }) => offset))).toEqual(new Set(['+02:00', '+01:00', null]));
  });

  const guest = shop({ scenario: 'guest' }).tracking;
  const orderNumber = 'np-10241';

  test.each([
    [{ email: ' MARIA@example.com' }, 2], [{ postcode: '105 58' }, 2], [{ email: 'maria@example.com', postcode: '10558' }, 2],
    [{ email: 'maria@example.com', postcode: '1' }, null], [{ email: 'x@example.com' }, null],
  ])('a guest with %o', async (proof, parcels) => {
    expect((await guest.shipments({ orderNumber, proof }, context()))?.items.length ?? null).toBe(parcels);
  });

  test('wrong and unknown are the same answer, and no proof is none', async () => {
    expect(await guest.shipments({ orderNumber: 'NP-0', proof: { postcode: '10558' } }, context())).toBeNull();
    expect(await refusal(guest.shipments({ orderNumber }, context()))).toBe('UNAUTHENTICATED');
    expect(await refusal(guest.shipments({ orderNumber, proof: { email: '' } }, context()))).toBe('UNAUTHENTICATED');
    expect(await guest.shipments({ proof: { email: 'maria@example.com' } }, context())).toBeNull();
  });

  test('a shopper sees their own orders only', async () => {
    expect((await shop().tracking.shipments({ orderNumber }, context()))!.items).toHaveLength(2);
    expect(await shop().tracking.shipments({ orderNumber, proof: { postcode: '1' } }, context())).toBeNull();
    expect(await shop({ scenario: 'new-member' }).tracking.shipments({ orderNumber }, context())).toBeNull();
    expect((await shop({ scenario: 'new-member' }).tracking.shipments({}, context()))!.items).toEqual([]);
  });
});

describe('subscribe', () => {
  test('tells what happens next, to all who watch, and a later look agrees', async () => {
    const { tracking } = shop({ liveInterval: 2 });
    const watch = async (): Promise<Shipment[]> => {
      const controller = new AbortController();
      const seen: Shipment[] = [];
      for await (const shipment of tracking.subscribe({}, context({ signal: controller.signal }))) {
        seen.push(shipment);
        if (seen.length === LIVE.length) controller.abort();
      }
      return seen;
    };
    const [one, two] = await Promise.all([watch(), watch()]);
    expect(two!.map(({ id }) => id)).toEqual(one!.map(({ id }) => id));
    const { items } = (await tracking.shipments({}, context()))!;
    expect(items.map(({ status }) => status)).toEqual(['exception', 'delivered', 'delivered', 'ready_for_pickup', 'delivered']);
    expect(items[2]).toMatchObject({ delayed: false, estimate: null });
    expect(new Set(items[2]!.events.map(({ id }) => id)).size).toBe(items[2]!.events.length);
  });

  test('ends promptly when told to, without an error', async () => {
    const controller = new AbortController();
    const stream = shop({ liveInterval: 60_000 }).tracking.subscribe({}, context({ signal: controller.signal }));
    const next = stream.next();
    setTimeout(() => controller.abort(), 5);
    expect(await next).toEqual({ value: undefined, done: true });
  });

  test('fails as everything does where everything fails', async () => {
    expect(await refusal(shop({ scenario: 'failing' }).tracking.subscribe({}, context()).next())).toBe('UNAVAILABLE');
    expect(await refusal(shop({ scenario: 'guest' }).tracking.subscribe({}, context()).next())).toBe('UNAUTHENTICATED');
  });
});
