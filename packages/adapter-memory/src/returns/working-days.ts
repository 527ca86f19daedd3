/** A period that ends on a holiday, Saturday or Sunday ends with the next working day (Regulation 1182/71, Art. 3(4)). */
import { addDays } from '../time.ts';

/** Greek public holidays with a fixed date. */
const FIXED = /-(01-01|01-06|03-25|05-01|08-15|10-28|12-25|12-26)$/;
/** Clean Monday, Good Friday, Easter Monday, Whit Monday: days from Orthodox Easter. */
const MOVING = [-48, -2, 1, 50];

/** Orthodox Easter in the Gregorian calendar, by Meeus’s Julian algorithm; good from 1900 to 2099. */
function easter(year: number): string {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  const julian = `${year}-0${Math.floor(sum / 31)}-${String((sum % 31) + 1).padStart(2, '0')}`;
  return addDays(julian, 13);
}

/** Whether a day is a public holiday in Greece. */
export const isHoliday = (date: string): boolean => FIXED.test(date) || MOVING.some((days) => addDays(easter(Number(date.slice(0, 4))), days) === date);

const isFree = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay()) || isHoliday(date);

export const rollForward = (date: string): string => (isFree(date) ? rollForward(addDays(date, 1)) : date);
