/** A query as it is counted: in one writing, and only when it can name nobody. */

const LONGEST = 100;
const EMAIL = /\S@\S/;
/** Five digits or more, spaced or not: telephone, order, card and account numbers. */
const LONG_NUMBER = /\p{Nd}(?:[\s()./+-]*\p{Nd}){4}/u;

/** Null when it is nothing to count: empty, or with what may be an address or a number of somebody’s. */
export function normaliseQuery(query: string): string | null {
  const text = query.normalize('NFKC').toLowerCase().replace(/[\s\p{Cc}]+/gu, ' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (!text || EMAIL.test(text) || LONG_NUMBER.test(text)) return null;
  return [...text].slice(0, LONGEST).join('').trim();
}
