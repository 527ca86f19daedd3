/** Time that the program counts in, in UTC like everything that the server keeps. */
import { DAY } from '../../time.ts';

/** A span as merchants write it. */
export interface Span {
  months?: number | null | undefined;
  days?: number | null | undefined;
}

export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);

/** The same day and time so many months on (or back); the last day of a month that is too short: 31 January and a month is 28 February. */
export function addMonths(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCMonth(at.getUTCMonth() + months);
  // A day that the month does not have ran over into the next one; day 0 is the last of the month before.
  if (moved.getUTCDate() !== at.getUTCDate()) moved.setUTCDate(0);
  return moved;
}

export const addSpan = (at: Date, { months, days }: Span): Date => addDays(addMonths(at, months ?? 0), days ?? 0);

export const startOfYear = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), 0, 1));

/** `2026-11-22`. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
