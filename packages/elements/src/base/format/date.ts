import { cached } from './cache.ts';

/** An instant (`2026-11-22T09:30:00+02:00`) or a day (`2026-11-22`); a day is never moved to another time zone. */
export function formatDate(locale: string, value: string | number, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }): string {
  const date = new Date(value);
  if (Number.isNaN(+date)) return String(value);
  const day = typeof value === 'string' && value.length === 10;
  return cached(Intl.DateTimeFormat, locale, day ? { ...options, timeZone: 'UTC' } : options).format(date);
}
