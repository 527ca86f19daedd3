/** Days in a time zone, counted, and rolled past those on which nobody works. */

/** @throws TypeError when there is no such zone. */
export function checkTimeZone(timeZone: string): void {
  try {
    dayIn(timeZone, '2026-01-01T00:00:00Z');
  } catch {
    throw new TypeError(`returns.timeZone="${timeZone}" is no time zone: give one such as Europe/Athens.`);
  }
}

/** The calendar day that an instant falls on in a zone. */
export const dayIn = (timeZone: string, instant: string): string =>
  // The Swedish way to write a date is that of ISO 8601.
  new Intl.DateTimeFormat('sv-SE', { timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));

/** Calendar days later; no clock is involved, so none can be changed on the way. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const isFree = (day: string, holidays: readonly string[]): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) || holidays.includes(day);

/** A statutory period that would end on a day on which nobody works ends with the next working day (Regulation 1182/71, Art. 3(4)). */
export const rollForward = (day: string, holidays: readonly string[]): string => (isFree(day, holidays) ? rollForward(addDays(day, 1), holidays) : day);
