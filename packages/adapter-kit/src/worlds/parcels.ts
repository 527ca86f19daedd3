/**
 * Two parcels, told as carriers tell them: late, out of order, with times of every precision, some without an offset.
 */
import type { ParcelFact } from '../world.ts';
import { localTime } from './time.ts';

export const parcels = (now: Date): ParcelFact[] => [
  {
    carrier: 'Parcel Post',
    trackingNumber: 'ANN0000001',
    events: [
      // What happened last was sent first.
      { status: 'out_for_delivery', time: { value: localTime(now, 0, -180), precision: 'minute', offset: '+02:00' }, description: 'Out for delivery', location: 'Athens' },
      { status: 'info_received', time: { value: localTime(now, 4).slice(0, 10), precision: 'day', offset: null }, description: 'The shipment was announced' },
      { status: 'in_transit', time: { value: localTime(now, 2, 35), precision: 'minute', offset: '+01:00' }, description: 'Left the hub in Leipzig', location: 'Leipzig' },
      { status: 'in_transit', time: { value: localTime(now, 1, 10), precision: 'minute', offset: null }, description: 'Handed over to the local carrier' },
    ],
  },
  {
    carrier: 'Parcel Post',
    trackingNumber: 'ANN0000002',
    events: [{ status: 'info_received', time: { value: localTime(now, 3), precision: 'minute', offset: '+02:00' }, description: 'Announced' }],
  },
];
