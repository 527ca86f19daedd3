import type { Shipment } from '@aftercart/contract';
import { cached } from '../base/format/cache.ts';
import { isOver } from './parcels.ts';

const DAY = 86_400_000;

/** Two days (`2026-12-03`), the first of which may be unknown: “3–5 Dec”. */
export function daysInWords(language: string, from: string | null | undefined, to: string): string {
  const [start, end] = [Date.parse(from ?? to), Date.parse(to)];
  const format = cached(Intl.DateTimeFormat, language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  // A range that ends before it starts is none, and one of a single day is that day. Not all browsers take a 31 February: it is shown as it came.
  return end ? format.formatRange(start < end ? start : end, end) : to;
}

/** When a parcel is expected, while that is still ahead; otherwise nothing. */
export function expectedInWords({ status, estimate, firstEstimate }: Shipment, language: string, now: number): string {
  const days = estimate ?? firstEstimate;
  return days && !isOver(status) && Date.parse(days.latest) + DAY > now ? daysInWords(language, days.earliest, days.latest) : '';
}
