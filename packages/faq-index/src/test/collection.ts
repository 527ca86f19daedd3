import type { FaqEntry } from '@aftercart/contract';
import { ar } from './faq/ar.ts';
import { de } from './faq/de.ts';
import { el } from './faq/el.ts';
import { en } from './faq/en.ts';
import { es } from './faq/es.ts';
import { fr } from './faq/fr.ts';
import { ru } from './faq/ru.ts';
import { zh } from './faq/zh.ts';

/** The questions of one shop in one language, and what shoppers type to find them. */
export interface Collection {
  entries: Record<string, [question: string, answer: string]>;
  queries: [kind: string, query: string, id: string][];
}

export const collections: Record<string, Collection> = { ar, de, el, en, es, fr, ru, zh };

export const entriesOf = ({ entries }: Collection): FaqEntry[] =>
  Object.entries(entries).map(([id, [question, answer]]) => ({ id, question, answer, format: 'text' }));
