import type { OpenIndex } from './open.ts';
import type { FaqEntry, FaqIndex, FaqSearch } from './types.ts';

/** What a page that only searches, over entries that were checked, does without: bad entries are skipped, and the index can be written. */
export function full<I extends FaqSearch>({ engine, language, groups, onReport }: OpenIndex, index: I): I & FaqIndex {
  const { add, locale } = index;
  const isUsable = (entry: FaqEntry) => {
    const usable = [entry?.id, entry?.question, entry?.answer].every((text) => typeof text === 'string');
    if (!usable) onReport?.('An entry without id, question or answer was left out.', entry);
    return usable;
  };
  return Object.assign(index, {
    add: (entries: readonly FaqEntry[]) => add(entries.filter(isUsable)),
    toJSON: async () => (await import('./store/write.ts')).write(engine, language, locale, groups),
  });
}
