/** Questions with what shoppers type to find them: those of this repository, and those of XQuAD where its folder is given. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaqEntry } from '@aftercart/faq-index';
import { collections } from '../../../../faq-index/src/test/collection.ts';
import { labelled, type Query as Row } from '../../../../faq-index/src/test/labelled.ts';

interface Query {
  kind: string;
  query: string;
  id: string;
}

/** Entries of one language and the queries about them. */
export interface Labelled {
  locale: string;
  entries: FaqEntry[];
  /** `open` may be looked at while rules are made, `held out` is only run. */
  halves: { name: 'open' | 'held out'; queries: Query[] }[];
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** Finer kinds that are counted with a coarser one. */
const KINDS: Record<string, string> = {
  inflect: 'inflection', inflected: 'inflection', compound: 'inflection', article: 'inflection', elision: 'inflection', para: 'paraphrase', spoken: 'paraphrase',
  syn: 'synonym', typo: 'misspelling', latin: 'mixed scripts', layout: 'mixed scripts', traditional: 'mixed scripts', width: 'mixed scripts',
  accents: 'accents, case', accent: 'accents, case', case: 'accents, case', sigma: 'accents, case', yo: 'accents, case', umlaut: 'accents, case',
  harakat: 'accents, case', hamza: 'accents, case', 'ta marbuta': 'accents, case', 'sharp s': 'accents, case', ñ: 'accents, case', prefix: 'unfinished',
  nospace: 'spacing', unspaced: 'spacing',
};
const toQueries = (rows: readonly Row[]): Query[] => rows.map(([kind, query, id]) => ({ kind: KINDS[kind] ?? kind, query, id }));

/** Two shops of our own writing: the first in eight languages, the second in four. */
export function shops(): Labelled[] {
  return Object.keys(collections).flatMap((locale) =>
    labelled(locale).map(({ entries, open, heldOut }): Labelled => ({
      locale,
      entries,
      halves: [{ name: 'open', queries: toQueries(open) }, { name: 'held out', queries: toQueries(heldOut) }],
    })),
  );
}

/**
 * XQuAD (Artetxe, Ruder, Yogatama 2020; CC BY-SA 4.0): `docs-<language>.json` with `{ id, title, body }[]`, `queries-<language>.json` with
 * `{ q, rel: ids }[]`. A question is to find its paragraph.
 */
export function xquad(dir: string): Labelled[] {
  const found = ['ar', 'de', 'el', 'en', 'es', 'ru', 'zh'].filter((locale) => existsSync(join(dir, `docs-${locale}.json`)));
  if (!found.length) throw new Error(`--xquad: ${dir} has no docs-<language>.json.`);
  return found.map((locale) => {
    const entries = read<{ id: string; title: string; body: string }[]>(join(dir, `docs-${locale}.json`)).map(
      ({ id, title, body }): FaqEntry => ({ id, question: title, answer: body, format: 'text' }),
    );
    const queries = read<{ q: string; rel: string[] }[]>(join(dir, `queries-${locale}.json`)).map(({ q, rel }) => ({ kind: 'XQuAD', query: q, id: rel[0]! }));
    return { locale, entries, halves: [{ name: 'open', queries }] };
  });
}
