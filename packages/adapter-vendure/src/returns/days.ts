/** Calendar days: in a time zone, counted, and rolled past the weekend. */

// The Swedish way to write a date is that of ISO 8601.
const formatOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day that an instant falls on. */
export const dayIn = (timeZone: string, instant: string | Date): string => formatOf(timeZone).format(new Date(instant));

/** @throws TypeError */
export function checkTimeZone(timeZone: string): string {
  try {
    formatOf(timeZone);
    return timeZone;
  } catch {
    throw new TypeError(`returns.timeZone: “${timeZone}” is no IANA time zone, such as Europe/Athens`);
  }
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A year without a working day is a calendar that is wrong. */
const LONGEST_ROLL = 366;

/** A period that would end on a Saturday, a Sunday or a public holiday ends with the next working day (Regulation (EEC, Euratom) 1182/71, Art. 3(4)). */
export function rollForward(day: string, holidays: readonly string[]): string {
  const isFree = (end: string) => [0, 6].includes(new Date(`${end}T00:00:00Z`).getUTCDay()) || holidays.includes(end);
  let end = day;
  for (let rolled = 0; rolled < LONGEST_ROLL && isFree(end); rolled++) end = addDays(end, 1);
  return end;
}
