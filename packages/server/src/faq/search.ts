/** Search over the questions and answers of the shopper’s language. */
import { createFaqIndex, type FaqHit } from '@aftercart/faq-index';
import type { FaqEntry, FaqHits, SearchInput } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { readSynonyms } from './entries.ts';
import { toEntry } from './entry.ts';
import { findCandidates } from './full-text/candidates.ts';
import { localeFor, type FaqLocale } from './locales.ts';
import { forgetIndex, indexOf } from './memory-index.ts';
import { questionsOf } from './questions/questions.ts';
import { voterOf } from './voter.ts';

/** Entries of one language that are searched in memory. The database searches what is more. */
export const MOST_IN_MEMORY = 10_000;
const DEFAULT_LIMIT = 10;

type Items = FaqHits['items'];
type Wanted = { query: string; limit: number; context?: string | undefined };

export async function search({ query, limit, context: page }: SearchInput, context: Context): Promise<FaqHits> {
  const found = query.trim() ? await localeFor(context) : undefined;
  if (!found) return { items: [] };
  const wanted: Wanted = { query, limit: limit ?? DEFAULT_LIMIT, context: page ?? undefined };
  const items = await (found.size > MOST_IN_MEMORY ? searchDatabase(context, found, wanted) : searchMemory(context, found, wanted));
  questionsOf(context.runtime).ask(voterOf(context), { locale: found.locale, query, found: items.length > 0 }, context.now);
  return { items };
}

async function searchMemory({ runtime }: Context, { locale, version }: FaqLocale, { query, ...options }: Wanted): Promise<Items> {
  const { index, entries } = await indexOf(runtime, locale, version);
  return toItems(index.search(query, options), entries);
}

/** The database finds what may be meant; the same rules as in memory say what is, and where it stands in the question. */
async function searchDatabase(context: Context, { locale }: FaqLocale, { query, ...options }: Wanted): Promise<Items> {
  forgetIndex(context.runtime, locale);
  const synonyms = await readSynonyms(context.db, locale);
  for (const strictness of ['strict', 'loose'] as const) {
    const entries = (await findCandidates(context, locale, query, strictness)).map(toEntry);
    const index = await createFaqIndex(entries, { locale, synonyms });
    const items = toItems(index.search(query, options), new Map(entries.map((entry) => [entry.id, entry])));
    if (items.length) return items;
  }
  return [];
}

const toItems = (hits: readonly FaqHit[], entries: ReadonlyMap<string, FaqEntry>): Items =>
  hits.flatMap(({ id, score, highlights }) => {
    const entry = entries.get(id);
    return entry ? [{ entry, score, highlights }] : [];
  });
