/** Days: in a time zone, counted, and rolled past those on which nobody works. */
import type { DateText } from '../database/columns.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What days are like in one country. */
export interface Calendar {
  /** IANA zone. */
  timeZone: string;
  holidays: ReadonlySet<DateText>;
  /** Days of every week on which nobody works. */
  freeWeekdays: readonly Weekday[];
}

/** Regulation (EEC, Euratom) 1182/71, Art. 2(2): all days other than public holidays, Sundays and Saturdays are working days. */
export const WEEKEND: readonly Weekday[] = ['Saturday', 'Sunday'];
/** A year without a working day is a calendar that is wrong; no period waits longer for one. */
const LONGEST_ROLL = 366;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // The Swedish way to write a date is that of ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format;
}

export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The calendar day that an instant falls on in a zone. */
export const dayIn = (timeZone: string, instant: Date | string): DateText => formatOf(timeZone).format(new Date(instant));

/** Calendar days later; no clock is involved, so none can be changed on the way. */
export function addDays(day: DateText, days: number): DateText {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const isFree = (day: DateText, { holidays, freeWeekdays }: Calendar): boolean =>
  holidays.has(day) || freeWeekdays.includes(WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]!);

/** A period that would end on a day on which nobody works ends with the next working day (Regulation 1182/71, Art. 3(4)). */
export function rollForward(day: DateText, calendar: Calendar): DateText {
  let end = day;
  for (let i = 0; i < LONGEST_ROLL && isFree(end, calendar); i++) end = addDays(end, 1);
  return end;
}
