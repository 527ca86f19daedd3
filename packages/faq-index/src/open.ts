import { createEngine, type Engine } from './engine/engine.ts';
import { loadLanguage } from './languages/load.ts';
import type { FaqIndexOptions, Language } from './types.ts';

/** An index without entries, by the rules of its language. */
export async function openIndex(options: FaqIndexOptions): Promise<Engine> {
  const { locale, onReport } = options;
  const language = await loadLanguage(locale).catch((cause: unknown): Language => {
    onReport?.(`The rules for ${locale} did not load.`, cause);
    return {};
  });
  return createEngine(language, options);
}
