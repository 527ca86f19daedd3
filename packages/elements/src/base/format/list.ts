import { cached } from './cache.ts';

/** “a, b and c”. */
export const formatList = (locale: string, items: string[]): string =>
  cached(Intl.ListFormat, locale, { type: 'conjunction' }).format(items);
