import type { Engine } from './engine/engine.ts';
import type { FaqEntry, FaqIndex, FaqIndexOptions } from './types.ts';

/** What a page that only searches, over entries that were checked, does without: bad entries are skipped, and the index can be written. */
export function full(engine: Engine, { synonyms, onReport }: FaqIndexOptions): FaqIndex {
  const { add } = engine;
  const isUsable = (entry: FaqEntry) => {
    const usable = [entry?.id, entry?.question, entry?.answer].every((text) => typeof text === 'string');
    if (!usable) onReport?.('An entry without id, question or answer was left out.', entry);
    return usable;
  };
  return Object.assign(engine, {
    add: (entries: readonly FaqEntry[]) => add(entries.filter(isUsable)),
    toJSON: async () => (await import('./store/write.ts')).write(engine, synonyms ?? []),
  });
}
