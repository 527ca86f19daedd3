/** What the benchmark asks of a page. */
import { blocking } from './blocking.ts';
import { corpus, keystrokes } from './corpus.ts';
import { speed } from './speed.ts';

const bench = { blocking, corpus, keystrokes, speed };
export type Bench = typeof bench;

Object.assign(globalThis, { bench });
