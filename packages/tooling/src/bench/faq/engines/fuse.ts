import Fuse from 'fuse.js';
import type { Engine } from './engine.ts';

export const fuse: Engine = {
  name: 'Fuse.js',
  build(entries) {
    const index = new Fuse(entries, {
      keys: [{ name: 'question', weight: 2.6 }, { name: 'answer', weight: 1 }],
      ignoreLocation: true,
      ignoreDiacritics: true,
    });
    return { search: (query, limit) => index.search(query, { limit }).map(({ item }) => item.id), data: () => index.getIndex().toJSON() };
  },
};
