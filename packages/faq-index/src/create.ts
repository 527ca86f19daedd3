import { createEngine } from './engine/engine.ts';
import { loadLanguage } from './languages/load.ts';
import type { FaqEntry, FaqIndex, FaqIndexOptions } from './types.ts';

/** Milliseconds of work before the page may do something else. At a quarter of the speed one slice stays below 50. */
const SLICE = 8;

const breathe = (): Promise<unknown> => new Promise((done) => setTimeout(done));

/** Builds an index, a slice at a time, so that the page stays responsive. */
export async function createFaqIndex(entries: readonly FaqEntry[], options: FaqIndexOptions): Promise<FaqIndex> {
  const { locale, synonyms, onReport } = options;
  const language = await loadLanguage(locale).catch((cause: unknown) => {
    onReport?.(`The search rules for ${locale} did not load.`, cause);
    return {};
  });
  let since = performance.now();
  const engine = createEngine(language, synonyms ?? []);
  const isUsable = (entry: FaqEntry) => {
    const usable = [entry?.id, entry?.question, entry?.answer].every((text) => typeof text === 'string');
    if (!usable) onReport?.('An entry without id, question or answer was left out.', entry);
    return usable;
  };
  const add = async (list: readonly FaqEntry[]) => {
    const usable = list.filter(isUsable);
    // All at once: removing walks through the whole index.
    engine.remove(usable.map(({ id }) => id));
    for (const entry of usable) {
      engine.add(entry);
      if (performance.now() - since > SLICE) {
        await breathe();
        since = performance.now();
      }
    }
  };
  await add(entries);
  return {
    locale,
    get size() {
      return engine.size();
    },
    search: engine.search,
    add,
    remove: engine.remove,
  };
}
