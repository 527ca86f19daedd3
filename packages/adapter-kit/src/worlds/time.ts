/** Times of a world, counted from its now. */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** RFC 3339 in UTC, to the second. */
export const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export const daysAgo = (now: Date, days: number): string => instant(now.getTime() - days * DAY);

/** A local time without its offset, `days` and some minutes ago. */
export const localTime = (now: Date, days: number, minutes = 0): string => instant(now.getTime() - days * DAY + minutes * MINUTE).slice(0, 16);
