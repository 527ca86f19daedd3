/** Records as entries: what is where in them, the shop says. */
import type { FaqEntry, FaqHits } from '@aftercart/contract';
import { rangesOf } from './highlights.ts';

/** Names of attributes; `content.title` is `title` in `content`. */
export interface AlgoliaAttributes {
  question: string;
  answer: string;
  /** Name of the category: text, or a list whose first is taken. */
  category?: string;
  /** Id of the category; its name when left out. */
  categoryId?: string;
  /** A list of texts. */
  keywords?: string;
  /** A number that grows with how often it helps. */
  popularity?: string;
  url?: string;
  /** A time with its offset, or a number of seconds or milliseconds since 1970. */
  updatedAt?: string;
}

/** https://www.algolia.com/doc/rest-api/search/search-single-index */
export type Hit = { objectID: string; _highlightResult?: unknown } & Readonly<Record<string, unknown>>;

/** What a path leads to; undefined when it leads nowhere. */
function at(record: unknown, path: string | undefined): unknown {
  if (!path) return undefined;
  // An attribute may have a dot in its own name.
  if (hasOwn(record, path)) return record[path];
  return path.split('.').reduce<unknown>((inner, step) => (hasOwn(inner, step) ? inner[step] : undefined), record);
}

const hasOwn = (value: unknown, name: string): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && Object.hasOwn(value, name);

/** Text, or the first of a list of texts. */
function textAt(record: unknown, path: string | undefined): string | undefined {
  const value = at(record, path);
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  return typeof first === 'string' ? first : typeof first === 'number' ? String(first) : undefined;
}

/** No time this long ago was ever written in milliseconds: it is of March 1973. */
const MILLISECONDS = 100_000_000_000;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function instantAt(record: unknown, path: string | undefined): string | undefined {
  const value = at(record, path);
  if (typeof value === 'string') return INSTANT.test(value) ? value : undefined;
  const date = new Date(typeof value === 'number' ? (Math.abs(value) < MILLISECONDS ? value * 1_000 : value) : NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** The entry of a record; none when it has no question or no answer where they should be. */
function entryOf(hit: Hit, attributes: AlgoliaAttributes, format: FaqEntry['format']): FaqEntry | undefined {
  const [question, answer] = [textAt(hit, attributes.question), textAt(hit, attributes.answer)];
  if (typeof hit?.objectID !== 'string' || question === undefined || answer === undefined) return undefined;
  const category = textAt(hit, attributes.category);
  const keywords = at(hit, attributes.keywords);
  const popularity = at(hit, attributes.popularity);
  const url = textAt(hit, attributes.url);
  const updatedAt = instantAt(hit, attributes.updatedAt);
  return {
    id: hit.objectID,
    question,
    answer,
    format,
    ...(category !== undefined && { category: { id: textAt(hit, attributes.categoryId) ?? category, name: category } }),
    ...(Array.isArray(keywords) && { keywords: keywords.filter((word) => typeof word === 'string') }),
    ...(typeof popularity === 'number' && popularity >= 0 && { popularity: Math.round(popularity) }),
    ...(url && { url }),
    ...(updatedAt !== undefined && { updatedAt }),
  };
}

/** Hits in Algolia’s order, which has no scores that could be compared. */
export function hitsOf(hits: readonly Hit[], attributes: AlgoliaAttributes, format: FaqEntry['format']): FaqHits['items'] {
  return hits.flatMap((hit, index) => {
    const entry = entryOf(hit, attributes, format);
    if (!entry) return [];
    const marked = textAt(at(hit._highlightResult, attributes.question), 'value');
    const highlights = marked === undefined ? undefined : rangesOf(marked, entry.question);
    return [{ entry, score: hits.length - index, ...(highlights && { highlights }) }];
  });
}

/** The attributes that are worth sending. */
export const namesOf = (attributes: AlgoliaAttributes): string[] => [...new Set(Object.values(attributes) as string[])];
