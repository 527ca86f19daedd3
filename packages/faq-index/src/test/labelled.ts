import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaqEntry } from '@aftercart/contract';
import { collections, entriesOf } from './collection.ts';

/** What somebody types, and the entry it is about. */
export type Query = [kind: string, query: string, id: string];

/** One shop's entries with the queries that may be looked at, and those that are only run. */
export interface Labelled {
  entries: FaqEntry[];
  open: Query[];
  heldOut: Query[];
}

const folder = join(import.meta.dirname, 'labelled');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;

/** The shops of a language: the first is there in every language, the second in four. */
export function labelled(locale: string): Labelled[] {
  const collection = collections[locale]!;
  const halves = (name: string) => ({ open: read<Query[]>(name), heldOut: read<Query[]>(`${name}.held-out`) });
  const first = halves(locale);
  // Those that the rules were first made with are known as well.
  const shops: Labelled[] = [{ entries: entriesOf(collection), open: [...collection.queries, ...first.open], heldOut: first.heldOut }];
  if (existsSync(join(folder, `store.${locale}.entries.json`)))
    shops.push({ entries: entriesOf({ entries: read(`store.${locale}.entries`), queries: [] }), ...halves(`store.${locale}`) });
  return shops;
}
