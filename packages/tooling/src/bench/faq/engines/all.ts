import type { Engine } from './engine.ts';
import { flexSearch } from './flexsearch.ts';
import { fuse } from './fuse.ts';
import { lunrLanguages } from './lunr.ts';
import { miniSearch, miniSearchAnalysed } from './minisearch.ts';
import { orama } from './orama.ts';
import { ours } from './ours.ts';

/** Ours first. */
export const engines: readonly Engine[] = [ours, miniSearch, miniSearchAnalysed, fuse, flexSearch, orama, lunrLanguages];
