/** What a database says when it can’t, in the words of the contract. */
import { AdapterError } from '@aftercart/contract';

interface DatabaseFault {
  code?: unknown;
  errcode?: unknown;
  message?: string;
}

// https://www.sqlite.org/rescode.html (primary codes) and https://www.postgresql.org/docs/current/errcodes-appendix.html
const SQLITE_WORDS: Readonly<Record<number, string>> = {
  5: 'the database is locked by another process',
  6: 'the database is locked',
  8: 'the database can’t be written to',
  10: 'the disk fails',
  11: 'the database file is damaged',
  13: 'the disk is full',
  14: 'the database file can’t be opened',
};

const POSTGRES_WORDS: readonly [RegExp, string][] = [
  [/^53100$/, 'the disk is full'],
  [/^53/, 'the database has no room for another connection'],
  [/^(08|57P|ECONN|EPIPE|ETIMEDOUT)/, 'the database can’t be reached'],
  [/^25006$/, 'the database can’t be written to'],
  [/^55P03$/, 'the database is locked'],
];

/** Two transactions stood in each other’s way; the same one may go through when it is run again. */
export const isCollision = (error: unknown): boolean => /^(40001|40P01)$/.test(String((error as DatabaseFault | null)?.code ?? ''));

/** In words, when it is a fault of the database’s surroundings; nothing for an error of ours. */
export function databaseTrouble(error: unknown): string | undefined {
  const { code, errcode, message = '' } = (error ?? {}) as DatabaseFault;
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') return SQLITE_WORDS[errcode & 0xff];
  if (/Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(message)) return 'the database can’t be reached';
  return typeof code === 'string' ? POSTGRES_WORDS.find(([pattern]) => pattern.test(code))?.[1] : undefined;
}

/** Seconds after which a client may try again. */
const SOON = 2;

/** The error that a caller gets; the cause stays in the log. */
export function toUnavailable(error: unknown): AdapterError | undefined {
  const trouble = databaseTrouble(error);
  return trouble === undefined ? undefined : new AdapterError('UNAVAILABLE', `Nothing was changed: ${trouble}.`, { retryAfter: SOON, cause: error });
}
