import { createEngine, type Engine } from './engine/engine.ts';
import { loadLanguage } from './languages/load.ts';
import type { FaqEntry, FaqIndex, FaqIndexOptions, Language } from './types.ts';

/** Milliseconds of work before the page may do something else. At a quarter of the speed one slice stays below 50. */
const SLICE = 8;

/** Lets the page breathe whenever a slice is over. To be awaited between pieces of work. */
export function createSlices(): () => Promise<void> {
  // Whoever asks has made the index or read its data right before, so the first slice is over.
  let since = 0;
  return async () => {
    if (performance.now() - since < SLICE) return;
    await new Promise((done) => setTimeout(done));
    since = performance.now();
  };
}

/** An index without entries, and the engine in it. */
export async function openIndex({ locale, synonyms, onReport }: FaqIndexOptions): Promise<{ index: FaqIndex; engine: Engine; language: Language }> {
  const groups = synonyms ?? [];
  const language = await loadLanguage(locale).catch((cause: unknown): Language => {
    onReport?.(`The search rules for ${locale} did not load.`, cause);
    return {};
  });
  const engine = createEngine(language, groups);
  const isUsable = (entry: FaqEntry) => {
    const usable = [entry?.id, entry?.question, entry?.answer].every((text) => typeof text === 'string');
    if (!usable) onReport?.('An entry without id, question or answer was left out.', entry);
    return usable;
  };
  const index: FaqIndex = {
    locale,
    get size() {
      return engine.entries.numbers.size;
    },
    search: engine.search,
    match: engine.match,
    async add(list) {
      const pause = createSlices();
      const usable = list.filter(isUsable);
      // All at once: removing walks through the whole index.
      engine.remove(usable.map(({ id }) => id));
      for (const entry of usable) {
        engine.add(entry);
        await pause();
      }
    },
    remove: engine.remove,
    toJSON: async () => (await import('./store/write.ts')).write(engine, language, locale, groups),
  };
  return { index, engine, language };
}
