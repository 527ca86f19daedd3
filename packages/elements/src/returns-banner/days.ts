/** Calendar days as `2026-11-22`. They are compared as text and never moved by a time zone. */
import { formatDate } from '../base/format/date.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';

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

/** The day that it is: in the time zone of the order, where one is shown. */
export const today = ({ currentShop, data }: ReturnsBannerElement): string => dayOf(currentShop!.now(), data.deadline?.timeZone);

/** A day in words, with its year where that is another one. */
export const dayWords = (host: ReturnsBannerElement, day: string): string =>
  formatDate(host.language, day, { day: 'numeric', month: 'long', ...(day.slice(0, 4) !== today(host).slice(0, 4) && { year: 'numeric' }) });
