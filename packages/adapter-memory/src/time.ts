/** Time in the forms of the contract. All arithmetic is in milliseconds since 1970. */
import type { ImpreciseTime } from '@aftercart/contract';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Athens is two hours ahead of UTC, three in summer: counting with two never ends a shopper’s day too early. */
const HOME_OFFSET = 2 * HOUR;

/** RFC 3339 in UTC, to the second. */
export const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The calendar day in the shop’s home town. */
export const day = (ms: number): string => new Date(ms + HOME_OFFSET).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** A checkpoint’s local time, with as much of it as the carrier says. */
export function checkpoint(ms: number, precision: ImpreciseTime['precision'], offset: 2 | 1 | null): ImpreciseTime {
  const length = { second: 19, minute: 16, hour: 13, day: 10 }[precision];
  const value = new Date(ms + (offset ?? 2) * HOUR).toISOString().slice(0, length);
  return { value, precision, offset: offset && `+0${offset}:00` };
}
