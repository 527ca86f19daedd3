import { createFaqIndex } from '@aftercart/faq-index';
import type { Engine } from './engine.ts';

export const ours: Engine = {
  name: 'ours',
  async build(entries, locale) {
    const index = await createFaqIndex(entries, { locale });
    return { search: (query, limit) => index.search(query, { limit }).map(({ id }) => id), data: () => index.toJSON() };
  },
};
