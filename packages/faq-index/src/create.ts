import { full } from './full.ts';
import { openIndex } from './open.ts';
import type { FaqEntry, FaqIndex, FaqIndexOptions, FaqSearch } from './types.ts';

/** Builds an index, a slice at a time, so that the page stays responsive. */
export async function createFaqIndex(entries: readonly FaqEntry[], options: FaqIndexOptions): Promise<FaqIndex> {
  const index = full(await openIndex(options), options);
  await index.add(entries);
  return index;
}

/** The same for a page that only searches, smaller: entries are taken as they are, so they must have been checked, and there is no `toJSON`. */
export async function createFaqSearch(entries: readonly FaqEntry[], options: FaqIndexOptions): Promise<FaqSearch> {
  const index = await openIndex(options);
  await index.add(entries);
  return index;
}
