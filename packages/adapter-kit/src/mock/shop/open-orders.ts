/** Orders and parcels, in the words of a shop that has never heard of the contract. */
import type { TrackingEvent } from '@aftercart/contract';
import type { OrderFact, ParcelFact, World } from '../../world.ts';

export interface Stop {
  id: string;
  date: string;
  /** `14`, `14:30` or `14:30:05`; null when only the day is known. */
  time: string | null;
  /** UTC offset, or null when the carrier does not say. */
  zone: string | null;
  code: string;
  text: string | null;
  place: string | null;
}

export interface Parcel {
  carrier: string;
  number: string;
  stops: Stop[];
}

export interface Order {
  fact: OrderFact;
  number: string;
  parcels: Parcel[];
}

/** The shop’s own codes for what happens to a parcel. */
const CODES: Readonly<Record<TrackingEvent['status'], string>> = {
  unknown: 'OTHER', info_received: 'ANNOUNCED', in_transit: 'MOVING', out_for_delivery: 'ON_VAN', ready_for_pickup: 'AT_POINT', attempt_failed: 'NOT_HOME',
  delivered: 'DELIVERED', returning: 'GOING_BACK', returned: 'BACK', exception: 'PROBLEM', cancelled: 'CANCELLED', expired: 'SILENT',
};

const LENGTHS = { day: 0, hour: 2, minute: 5, second: Infinity } as const;

function parcelOf({ carrier, trackingNumber, events }: ParcelFact, next: () => number): Parcel {
  const stops = events.map(({ status, time, description, location }): Stop => {
    const [date = '', clock = ''] = time.value.split('T');
    return {
      id: `s${next()}`, date,
      time: clock.slice(0, LENGTHS[time.precision]) || null,
      zone: time.offset ?? null,
      code: CODES[status] ?? status,
      text: description ?? null,
      place: location ?? null,
    };
  });
  return { carrier, number: trackingNumber, stops };
}

export function openOrders({ orders }: World, next: () => number): { orders: Order[]; numbers: Record<string, string> } {
  const opened = orders.map((fact) => ({ fact, number: `M-${next()}`, parcels: fact.parcels.map((parcel) => parcelOf(parcel, next)) }));
  return { orders: opened, numbers: Object.fromEntries(opened.map(({ fact, number }) => [fact.name, number])) };
}
