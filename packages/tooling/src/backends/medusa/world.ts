/** Northpine, as far as Medusa has a place for it. */
import type { OrderFact, World } from '../../../../adapter-kit/src/index.ts';

const DAY = 86_400_000;

/** The numbers that the demo’s pages call. */
export const ORDERS = { moving: 'NP-10241', arrived: 'NP-10218' } as const;

/** By the title of the product. */
export const PICTURES: Readonly<Record<string, string>> = {
  'Halden 28 Backpack': 'images/backpack.svg',
  'Enamel Mug': 'images/enamel-mug.svg',
  'Lyng 2 Tent': 'images/tent.svg',
  'Piko Camp Stove': 'images/stove.svg',
};

const EUR = (amount: number) => ({ amount, currency: 'EUR' });

export function world(now: Date): World {
  const ago = (days: number): string => `${new Date(now.getTime() - days * DAY).toISOString().slice(0, 19)}Z`;
  const local = (days: number): string => ago(days).slice(0, 16);
  const parcel: OrderFact['parcels'][number] = {
    carrier: 'Parcel Post',
    trackingNumber: 'NP0000010241',
    events: [
      { status: 'info_received', time: { value: ago(3).slice(0, 10), precision: 'day', offset: null }, description: 'The shipment was announced' },
      { status: 'in_transit', time: { value: local(2), precision: 'minute', offset: '+01:00' }, description: 'Left the hub', location: 'Leipzig' },
      { status: 'in_transit', time: { value: local(1), precision: 'minute', offset: null }, description: 'Handed over to the local carrier', location: 'Athens' },
      { status: 'out_for_delivery', time: { value: local(0.1), precision: 'minute', offset: '+02:00' }, description: 'Out for delivery', location: 'Athens' },
    ],
  };
  const of = { shopper: 'ann', email: 'ann@northpine.example', postcode: '10558' };
  return {
    now: ago(0),
    shoppers: [
      { name: 'ann', email: of.email, member: true, balance: 4_250 },
      { name: 'bob', email: 'bob@northpine.example', member: false, balance: 0 },
    ],
    orders: [
      { name: 'moving', ...of, placedAt: ago(3), items: [{ name: 'Lyng 2 Tent', quantity: 1, price: EUR(32_900) }, { name: 'Piko Camp Stove', quantity: 1, price: EUR(5_900) }], parcels: [parcel] },
      {
        name: 'arrived', ...of, placedAt: ago(8), deliveredAt: ago(5), items: [{ name: 'Halden 28 Backpack', quantity: 1, price: EUR(12_900) }, { name: 'Enamel Mug', quantity: 2, price: EUR(1_450) }],
        parcels: [{ carrier: 'Parcel Post', trackingNumber: 'NP0000010218', events: [] }],
      },
    ],
  };
}
