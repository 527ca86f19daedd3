/** Cursors for lists that are read newest first: the place of the last row, opaque to the caller. */
import { AdapterError } from '@aftercart/contract';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';

// PostgreSQL keeps no NUL in text.
const Part = z.string().regex(/^[^\0]*$/);
const Place = z.tuple([Part, Part]);
/** When it was made, and its id. */
export type Place = z.infer<typeof Place>;

export const DEFAULT_PAGE = 20;

export const encodeCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws AdapterError INVALID_REQUEST when it is none of ours. */
export function decodeCursor(cursor: string | null | undefined): Place | undefined {
  if (!cursor) return undefined;
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new AdapterError('INVALID_REQUEST', '`cursor` is none that this server gave: start without one.');
  }
}

/** A condition for rows that come after a place, newest first by `created_at` and `id`; without a place, for all. */
export const isBefore = (place: Place | undefined): RawBuilder<SqlBool> =>
  place ? sql<SqlBool>`(created_at, id) < (${place[0]}, ${place[1]})` : sql<SqlBool>`1 = 1`;

/** Cuts a page from rows of which one more than wanted was read, and says where the next one begins. */
export function cutPage<T extends { created_at: string; id: string }>(rows: readonly T[], wanted: number): { rows: T[]; nextCursor: string | null } {
  const page = rows.slice(0, wanted);
  const last = page.at(-1);
  return { rows: page, nextCursor: last && rows.length > wanted ? encodeCursor([last.created_at, last.id]) : null };
}
