/** Calendar days as `2026-11-22`. They are compared as text and never moved by a time zone. */
import { formatDate } from '../base/format/date.ts';

/** The day that an instant falls on: in a time zone, or where the shopper is. */
export function dayOf(instant: number, timeZone?: string | null): string {
  // Sweden writes its dates as ISO 8601 does.
  const write = (options: Intl.DateTimeFormatOptions) => formatDate('sv', instant, options);
  try {
    return write(timeZone ? { timeZone } : {});
  } catch {
    // A time zone that this browser does not know.
    return write({});
  }
}
