/** Maria’s parcels, as the carriers tell of them. */
import type { ImpreciseTime, Shipment, TrackingEvent } from '@aftercart/contract';
import { PRODUCTS, type ProductId } from '../catalogue.ts';
import { addDays, checkpoint, day, DAY, HOUR, instant } from '../time.ts';
import type { Words } from '../words.ts';

type Place = keyof Words['tracking']['places'];
type Text = keyof Words['tracking']['events'];

/** Hours ago, stage, words, place, precision, offset. A carrier that gives no offset means the local time of the place. */
type Step = readonly [hours: number, status: TrackingEvent['status'], text: Text, place: Place | null, precision?: ImpreciseTime['precision'], offset?: 2 | 1 | null];

interface Parcel {
  order: string;
  carrier: string;
  number: string;
  items: readonly ProductId[];
  /** Oldest first; the last one is where the parcel is. */
  steps: readonly Step[];
  delayed?: true;
  /** Days from now: first promise, and what is expected now. */
  first: readonly [earliest: number, latest: number];
  estimate?: readonly [earliest: number, latest: number];
  action?: { kind: 'fix_address' | 'pick_up'; text: keyof Words['tracking']['actions']; until: number; code?: string };
}

export const PARCELS: readonly Parcel[] = [
  {
    order: 'NP-10241', carrier: 'DHL Express', number: 'JD0146 0006 7812 3345', items: ['tent'],
    steps: [
      [70, 'info_received', 'label', null, 'day', null],
      [54, 'in_transit', 'picked', 'warehouse', 'minute', 2],
      [33, 'in_transit', 'hub', 'leipzig', 'second', 1],
      [18, 'exception', 'address', 'athens', 'minute', 2],
    ],
    first: [-1, 0],
    action: { kind: 'fix_address', text: 'address', until: 4 },
  },
  {
    order: 'NP-10241', carrier: 'ELTA Courier', number: 'SE482915637GR', items: ['stove', 'headlamp'],
    steps: [
      [69, 'info_received', 'label', null, 'day', null],
      [50, 'in_transit', 'picked', 'warehouse', 'minute', null],
      [22, 'in_transit', 'arrived', 'athens', 'hour', null],
      [2.4, 'out_for_delivery', 'out', 'athens', 'minute', null],
    ],
    first: [0, 1], estimate: [0, 0],
  },
  {
    order: 'NP-10236', carrier: 'ELTA Courier', number: 'SE482907716GR', items: ['rain-jacket'], delayed: true,
    steps: [
      [190, 'info_received', 'label', null, 'day', null],
      [166, 'in_transit', 'picked', 'warehouse', 'minute', null],
      [140, 'in_transit', 'hub', 'thessaloniki', 'minute', null],
      [45, 'in_transit', 'weather', 'thessaloniki', 'day', null],
    ],
    first: [-3, -2], estimate: [1, 2],
  },
  {
    order: 'NP-10229', carrier: 'BOX NOW', number: '7240 118 502', items: ['enamel-mug'],
    steps: [
      [140, 'info_received', 'label', null, 'second', 2],
      [118, 'in_transit', 'picked', 'warehouse', 'second', 2],
      [92, 'attempt_failed', 'attempt', 'athens', 'minute', 2],
      [20, 'ready_for_pickup', 'locker', 'athens', 'second', 2],
    ],
    first: [-4, -3], action: { kind: 'pick_up', text: 'pickup', until: 3, code: '4827' },
  },
  {
    order: 'NP-10218', carrier: 'ELTA Courier', number: 'SE482881204GR', items: ['backpack', 'merino-shirt', 'socks', 'enamel-mug'],
    steps: [
      [188, 'info_received', 'label', null, 'day', null],
      [166, 'in_transit', 'picked', 'warehouse', 'hour', null],
      [142, 'in_transit', 'arrived', 'athens', 'minute', null],
      [124, 'out_for_delivery', 'out', 'athens', 'minute', null],
      [120, 'delivered', 'delivered', 'athens', 'minute', null],
    ],
    first: [-6, -5],
  },
];

/** Further steps that are told live, in this order: which parcel, and what happens to it. */
export const LIVE: readonly (readonly [parcel: number, status: TrackingEvent['status'], text: Text, place: Place])[] = [
  [2, 'in_transit', 'arrived', 'athens'],
  [1, 'delivered', 'delivered', 'athens'],
  [2, 'out_for_delivery', 'out', 'athens'],
  [2, 'delivered', 'delivered', 'athens'],
];

const range = (today: string, [earliest, latest]: readonly [number, number]) => ({ earliest: addDays(today, earliest), latest: addDays(today, latest) });

export interface Telling {
  base: number;
  now: number;
  /** When each live step that has happened did so. */
  happened: readonly number[];
  image: string;
}

export function shipmentOf(index: number, { base, now, happened, image }: Telling, words: Words): Shipment {
  const parcel = PARCELS[index]!;
  const { events, places, actions } = words.tracking;
  const id = `${parcel.carrier.toLowerCase().replaceAll(' ', '-')}:${parcel.number.replaceAll(' ', '')}`;
  const event = (i: number, status: TrackingEvent['status'], text: Text, place: Place | null, time: ImpreciseTime): TrackingEvent => ({
    id: `${id}:${i}`, status, time, description: events[text], location: place && places[place],
  });
  const told = parcel.steps.map(([hours, status, text, place, precision = 'minute', offset = null], i) =>
    event(i, status, text, place, checkpoint(base - hours * HOUR, precision, offset)),
  );
  const live = happened.flatMap((at, i) => {
    const [which, status, text, place] = LIVE[i]!;
    return which === index ? [event(100 + i, status, text, place, checkpoint(at, 'second', 2))] : [];
  });
  const all = [...told, ...live];
  const status = all.at(-1)!.status;
  const isDone = status === 'delivered';
  const today = day(base);
  return {
    id,
    orderNumber: parcel.order,
    carrier: parcel.carrier,
    trackingNumber: parcel.number,
    trackingUrl: `https://track.example/${encodeURIComponent(parcel.number)}`,
    status,
    delayed: !isDone && parcel.delayed === true,
    firstEstimate: range(today, parcel.first),
    estimate: isDone || !parcel.estimate ? null : range(today, status === 'out_for_delivery' ? [0, 0] : parcel.estimate),
    actionRequired: parcel.action
      ? {
          kind: parcel.action.kind,
          description: actions[parcel.action.text],
          until: day(base + parcel.action.until * DAY),
          code: parcel.action.code ?? null,
          url: parcel.action.kind === 'fix_address' ? 'https://track.example/address' : null,
        }
      : null,
    items: parcel.items.map((product) => ({
      name: PRODUCTS[product].name, quantity: 1, ...(image && { imageUrl: image.replace('{id}', product) }),
    })),
    destination: { city: places.athens, country: 'GR' },
    events: all,
    asOf: instant(now),
  };
}
