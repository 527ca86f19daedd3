/** Searches the entries that the page has. */
import type { FaqEntries, FaqHits } from '@aftercart/contract';
import type { FaqHit, FaqSearch } from '@aftercart/faq-index';
import type { FaqSearchElement } from './faq-search.ts';

/** What was found, best first. */
export type Found = Pick<FaqHits['items'][number], 'entry' | 'highlights'>[];

/** An index in the page, or in a worker. */
export interface Index {
  search(...asked: Parameters<FaqSearch['search']>): FaqHit[] | Promise<FaqHit[]>;
}

/** Entries from which on a worker searches. */
const MANY = 500;

/** Makes the index of these entries; undefined where it can’t be made. */
export async function makeIndex(host: FaqSearchElement, entries: FaqEntries): Promise<Index | undefined> {
  const { items, synonyms } = entries;
  const { locale, indexUrl, engine } = host;
  if (indexUrl || items.length >= MANY) return (await host.need('large'))?.open(entries);
  // Entries have been checked already, so it is the rules of the language that can’t be had.
  return (await engine)?.createFaqSearch(items, { locale, synonyms, onReport: (problem, cause) => host.tell('CHUNK_FAILED', problem, cause) });
}

export async function findInPage({ items, context }: FaqSearchElement, index: Index, query: string, limit: number): Promise<Found> {
  const hits = await index.search(query, { limit, context });
  return hits.flatMap(({ id, highlights }) => {
    // The entries may be newer than the index.
    const entry = items.find((item) => item.id === id);
    return entry ? { entry, highlights } : [];
  });
}
