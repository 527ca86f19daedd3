import MiniSearch from 'minisearch';
import { loadLanguage } from '../../../../../faq-index/src/languages/load.ts';
import { tokenize } from '../../../../../faq-index/src/text/tokenize.ts';
import type { Built, Engine } from './engine.ts';

const fields = ['question', 'answer'];
const searchOptions = { prefix: true, fuzzy: 0.2, boost: { question: 2.6 } };

const built = (index: MiniSearch): Built => ({
  search: (query, limit) => index.search(query).slice(0, limit).map(({ id }) => id as string),
  data: () => index.toJSON(),
});

export const miniSearch: Engine = {
  name: 'MiniSearch',
  build(entries) {
    const index = new MiniSearch({ fields, searchOptions });
    index.addAll(entries);
    return built(index);
  },
};

/** With our folding, pairs of letters and stems; without our synonyms and our ranking. */
export const miniSearchAnalysed: Engine = {
  name: 'MiniSearch + our analysis',
  async build(entries, locale) {
    const { key = (word: string) => word } = await loadLanguage(locale);
    const index = new MiniSearch({
      fields,
      tokenize: (text) => tokenize(text).map(({ term }) => term),
      processTerm: (term) => [...new Set([term, key(term)])],
      searchOptions,
    });
    index.addAll(entries);
    return built(index);
  },
};
