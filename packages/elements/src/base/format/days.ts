import { cached } from './cache.ts';
import { formatDate } from './date.ts';

/** Two days (`2026-12-03`), the first of which may be unknown: “3–5 December”. */
export function formatDays(locale: string, from: string | null | undefined, to: string, options: Intl.DateTimeFormatOptions): string {
  const [start, end] = [new Date(from ?? to), new Date(to)];
  // Firefox knows that there is no 31 February, and a range that ends before it starts is none.
  return start < end ? cached(Intl.DateTimeFormat, locale, { ...options, timeZone: 'UTC' }).formatRange(start, end) : formatDate(locale, to, options);
}
