import lunr from 'lunr';
import ar from 'lunr-languages/lunr.ar.js';
import de from 'lunr-languages/lunr.de.js';
import el from 'lunr-languages/lunr.el.js';
import es from 'lunr-languages/lunr.es.js';
import fr from 'lunr-languages/lunr.fr.js';
import ru from 'lunr-languages/lunr.ru.js';
import stemmers from 'lunr-languages/lunr.stemmer.support.js';
import type { Engine, Search } from './engine.ts';

const LANGUAGES: Record<string, (base: typeof lunr) => void> = { ar, de, el, es, fr, ru };
type Extended = typeof lunr & Record<string, lunr.Builder.Plugin>;

// Each language may be given to lunr once.
stemmers(lunr);
for (const add of Object.values(LANGUAGES)) add(lunr);

/** lunr with lunr-languages; for Chinese, which needs a native module, as it comes. */
export const lunrLanguages: Engine = {
  name: 'lunr + languages',
  build(entries, locale) {
    const index = lunr((builder) => {
      if (locale in LANGUAGES) builder.use((lunr as Extended)[locale]!);
      builder.ref('id');
      builder.field('question', { boost: 2.6 });
      builder.field('answer');
      for (const entry of entries) builder.add(entry);
    });
    const search: Search = (query, limit) => {
      const words = lunr.tokenizer(query).map(String).filter(Boolean);
      if (!words.length) return [];
      const found = index.query((search) => {
        for (const [place, word] of words.entries()) {
          search.term(word, { boost: 10 });
          if (place === words.length - 1) search.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
          if (word.length > 3) search.term(word, { editDistance: 1, usePipeline: false });
        }
      });
      return found.slice(0, limit).map(({ ref }) => ref);
    };
    return { search, data: () => index.toJSON() };
  },
};
