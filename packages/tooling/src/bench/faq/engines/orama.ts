import { create, insertMultiple, save, search } from '@orama/orama';
import type { Engine } from './engine.ts';

const LANGUAGES: Record<string, string> = { ar: 'arabic', de: 'german', el: 'greek', en: 'english', es: 'spanish', fr: 'french', ru: 'russian' };

export const orama: Engine = {
  name: 'Orama',
  async build(entries, locale) {
    // Chinese needs a package of its own; without it, it is what any language is that Orama does not know.
    const language = LANGUAGES[locale];
    const index = create({ schema: { question: 'string', answer: 'string' } as const, ...(language ? { language } : {}) });
    await insertMultiple(index, entries.map(({ id, question, answer }) => ({ id, question, answer })), 1000);
    return {
      search: async (query, limit) => (await search(index, { term: query, limit, tolerance: 1, boost: { question: 2.6 } })).hits.map(({ id }) => id),
      data: () => save(index),
    };
  },
};
