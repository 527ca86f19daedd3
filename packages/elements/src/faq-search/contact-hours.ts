/** Whether people are there now, and how soon they answer. */
import type { ContactInfo } from '@aftercart/contract';
import { cached } from '../base/format/cache.ts';
import { formatDate } from '../base/format/date.ts';
import { formatNumber } from '../base/format/number.ts';
import type { contactStrings } from './contact.strings.ts';
import type { FaqSearchElement } from './faq-search.ts';

type Channel = ContactInfo['channels'][number];

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAY = 24 * 60;
const WEEK = 7 * DAY;

const minutes = (time: string): number => {
  const [hour, minute] = time.split(':');
  return Number(hour) * 60 + Number(minute);
};

/** What tells the day of the week and the time in a zone; the shopper’s own where none is given. */
const clock = (timeZone: string | undefined): Intl.DateTimeFormat =>
  cached(Intl.DateTimeFormat, 'en', { weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });

/** The zone, if it is one; else the shopper’s own. */
export function knownZone(timeZone: string | null | undefined): string | undefined {
  try {
    return clock(timeZone || undefined).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Minutes since Monday began in a zone. */
export function minuteOfWeek(now: number, timeZone: string | undefined): number {
  const parts = new Map(clock(timeZone).formatToParts(now).map(({ type, value }) => [type as string, value]));
  return DAYS.indexOf(parts.get('weekday')!) * DAY + minutes(`${parts.get('hour')}:${parts.get('minute')}`);
}

/** Minutes until people go, or until they come; undefined where they never do. */
export function nextChange(minute: number, hours: NonNullable<Channel['openingHours']>): { open: boolean; after: number } | undefined {
  const spans = hours.flatMap(({ days, opens, closes }) => {
    // Until after midnight, or around the clock.
    const length = (minutes(closes) - minutes(opens) + DAY) % DAY || DAY;
    return days.map((day) => ({ start: DAYS.indexOf(day) * DAY + minutes(opens), length }));
  });
  const left = (at: number) => Math.max(0, ...spans.map(({ start, length }) => length - ((at - start + WEEK) % WEEK)));
  // Spans may meet or overlap: whoever is open until midnight and from midnight is open.
  let after = 0;
  while (after < WEEK) {
    const more = left((minute + after) % WEEK);
    if (!more) break;
    after += more;
  }
  if (after >= WEEK || !spans.length) return undefined;
  return after ? { open: true, after } : { open: false, after: Math.min(...spans.map(({ start }) => (start - minute + WEEK) % WEEK)) };
}

/** “Open until 17:00 · Reply in about 3 minutes”. Times are the shopper’s own; those of a place to go to are its own. */
export function hoursOf(host: FaqSearchElement, { kind, openingHours, replyMinutes }: Channel, timeZone: string | null | undefined): string {
  const t = (key: keyof typeof contactStrings, params: Readonly<Record<string, string>>) => host.t(key as never, params);
  const now = host.currentShop!.now();
  const zone = knownZone(timeZone);
  const shown = kind === 'store' ? zone : undefined;
  const format = (time: number, options: Intl.DateTimeFormatOptions) => formatDate(host.language, time, shown ? { ...options, timeZone: shown } : options);
  const change = openingHours && nextChange(minuteOfWeek(now, zone), openingHours);
  const words: string[] = [];
  if (change) {
    const then = now + change.after * 60_000;
    const time = format(then, { timeStyle: 'short' });
    const day = format(then, { weekday: 'long' });
    const isToday = change.after < DAY && day === format(now, { weekday: 'long' });
    words.push(t(change.open ? 'openUntil' : isToday ? 'opensAt' : 'opensOn', { time, day }));
  }
  if (replyMinutes && change?.open !== false) words.push(t('reply', { time: duration(host.language, replyMinutes) }));
  return words.join(' · ');
}

/** “3 minutes”, “4 hours”, “2 days”. */
function duration(language: string, count: number): string {
  const [unit, size] = count < 60 ? (['minute', 1] as const) : count < 2 * DAY ? (['hour', 60] as const) : (['day', DAY] as const);
  return formatNumber(language, Math.round(count / size), { style: 'unit', unit, unitDisplay: 'long' });
}
