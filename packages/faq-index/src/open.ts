import { createEngine, type Engine } from './engine/engine.ts';
import { loadLanguage } from './languages/load.ts';
import type { FaqIndexOptions, FaqSearch, Language } from './types.ts';

/** Milliseconds of work before the page may do something else. On a slow machine one piece of work takes longer, and so may the engine to tidy its memory: both stay below 50. */
const SLICE = 5;

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

/** An index, and what it is made of. */
export interface OpenIndex {
  index: FaqSearch;
  engine: Engine;
  language: Language;
  /** The shop’s own synonyms. */
  groups: readonly (readonly string[])[];
  onReport: FaqIndexOptions['onReport'];
}

/** An index without entries. */
export async function openIndex({ locale, synonyms, onReport }: FaqIndexOptions): Promise<OpenIndex> {
  const groups = synonyms ?? [];
  const language = await loadLanguage(locale).catch((cause: unknown): Language => {
    onReport?.(`The rules for ${locale} did not load.`, cause);
    return {};
  });
  const engine = createEngine(language, groups);
  const { search, match, remove } = engine;
  const index: FaqSearch = {
    locale,
    get size() {
      return engine.entries.numbers.size;
    },
    search,
    match,
    remove,
    async add(list) {
      const pause = createSlices();
      // All at once: removing walks through the whole index.
      remove(list.map(({ id }) => id));
      for (const entry of list) {
        engine.add(entry);
        await pause();
      }
    },
  };
  return { index, engine, language, groups, onReport };
}
