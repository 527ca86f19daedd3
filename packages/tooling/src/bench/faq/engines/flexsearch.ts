import { Charset, Document } from 'flexsearch';
import type { Engine } from './engine.ts';

export const flexSearch: Engine = {
  name: 'FlexSearch',
  build(entries, locale) {
    const index = new Document({
      document: { id: 'id', index: ['question', 'answer'] },
      tokenize: 'forward',
      encoder: locale === 'zh' ? Charset.CJK : Charset.Normalize,
    });
    for (const { id, question, answer } of entries) index.add({ id, question, answer });
    // Fields are answered one after another; the question’s come first.
    return { search: (query, limit) => [...new Set(index.search(query, { limit, suggest: true }).flatMap(({ result }) => result as string[]))].slice(0, limit) };
  },
};
