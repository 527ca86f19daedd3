import { openIndex } from './open.ts';
import type { FaqEntry, FaqIndex, FaqIndexOptions } from './types.ts';

/** Builds an index, a slice at a time, so that the page stays responsive. */
export async function createFaqIndex(entries: readonly FaqEntry[], options: FaqIndexOptions): Promise<FaqIndex> {
  const { index } = await openIndex(options);
  await index.add(entries);
  return index;
}
