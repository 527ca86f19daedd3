import { cached } from './cache.ts';

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];

/** How long until or since, such as “in 3 days”; “now” within a minute. */
export function formatRelative(locale: string, then: number, now: number): string {
  const span = then - now;
  const [unit, size] = UNITS.find(([, ms]) => Math.abs(span) >= ms) ?? ['second', Infinity];
  return cached(Intl.RelativeTimeFormat, locale, { numeric: 'auto' }).format(Math.round(span / size) || 0, unit);
}
