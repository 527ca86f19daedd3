/** How values are kept, the same in both engines. */

/** RFC 3339 in UTC with milliseconds, as `toISOString` writes it: text that sorts by time. */
export type InstantText = string;
/** ISO 8601 calendar date. */
export type DateText = string;
/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1;
/** JSON as text. Only ever read whole. */
export type JsonText = string;

export const toFlag = (value: boolean): Flag => (value ? 1 : 0);
