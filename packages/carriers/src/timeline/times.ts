/**
 * Times as services write them: to the second or to the day, with an offset or without. No part is made up, and a time without
 * an offset never becomes an instant.
 */
import type { ImpreciseTime } from '@aftercart/contract';

const TIME = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9})\d*)?)?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)?)?\s*$/;
const DAY = /^\s*(\d{4})-(\d\d)-(\d\d)(?!\d)/;

/** ISO 8601 as an imprecise time. A part that no clock has (25 o’clock, second 60) and what is finer are left out; null when there is no day. */
export function impreciseTime(value: unknown): ImpreciseTime | null {
  if (typeof value !== 'string') return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = TIME.exec(value) ?? DAY.exec(value) ?? [];
  if (!year || !between(month, 1, 12) || !between(day, 1, 31)) return null;
  const date = `${year}-${month}-${day}`;
  if (!between(hour, 0, 23)) return { value: date, precision: 'day', offset: null };
  const offset = offsetOf(zone);
  if (!between(minute, 0, 59)) return { value: `${date}T${hour}`, precision: 'hour', offset };
  if (!between(second, 0, 59)) return { value: `${date}T${hour}:${minute}`, precision: 'minute', offset };
  return { value: `${date}T${hour}:${minute}:${second}${fraction ? `.${fraction}` : ''}`, precision: 'second', offset };
}

const between = (part: string | undefined, min: number, max: number): boolean => part !== undefined && Number(part) >= min && Number(part) <= max;

/** `+0200`, `+02` and `z` as `+02:00` and `Z`. */
function offsetOf(zone: string | undefined): string | null {
  if (!zone) return null;
  if (zone.toUpperCase() === 'Z') return 'Z';
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(3).replace(':', '') || '00'];
  return between(hours, 0, 23) && between(minutes, 0, 59) ? `${zone[0]}${hours}:${minutes}` : null;
}

/** The calendar day that was written, in whatever zone it was meant. */
export const dayOf = (value: unknown): string | null => impreciseTime(value)?.value.slice(0, 10) ?? null;

/** How much of `value` means something, and how long the moment is that it names. */
const GRAIN: Readonly<Record<ImpreciseTime['precision'], readonly [length: number, milliseconds: number]>> = {
  day: [10, 86_400_000],
  hour: [13, 3_600_000],
  minute: [16, 60_000],
  second: [40, 1],
};

/** What the clock on the wall read, in milliseconds as if it hung in Greenwich. For order only. */
export function wallClock({ value, precision }: ImpreciseTime, at: 'start' | 'end' = 'start'): number {
  const [length, milliseconds] = GRAIN[precision];
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = '0'] = TIME.exec(value.slice(0, length)) ?? [];
  // Not Date.UTC: it takes the year 50 for 1950.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second), Number(`0.${fraction}`) * 1_000);
  return (date.getTime() || 0) + (at === 'end' ? milliseconds - 1 : 0);
}

/** Minutes east of Greenwich; null when the carrier did not say. */
export function minutesEast(offset: string | null | undefined): number | null {
  if (!offset) return null;
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return offset.startsWith('-') ? -minutes : minutes;
}

const MINUTE = 60_000;

/** Milliseconds since 1970 of a time that has an offset; null of any other. */
export function instantOf(time: ImpreciseTime | null): number | null {
  const east = time && minutesEast(time.offset);
  return time && east !== null ? wallClock(time) - east * MINUTE : null;
}

/** RFC 3339 in UTC, to the second. */
export const instant = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
