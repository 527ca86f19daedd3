import { engines } from './engines/all.ts';
import type { Labelled } from './labelled.ts';

/** How well an engine finds, from 0 to 1, over some queries. */
export interface Quality {
  engine: string;
  locale: string;
  half: string;
  /** Kind of query; `all` of them. */
  kind: string;
  queries: number;
  /** Mean reciprocal rank of the right entry among the first ten. */
  mrr: number;
  /** Share of the queries with the right entry first, and among the first three. */
  hit1: number;
  hit3: number;
  /** Share of the queries that find nothing. */
  zero: number;
}

interface Place {
  kind: string;
  /** Place of the right entry, from 0; -1 when it is not there. */
  place: number;
  found: number;
}

const FIRST = 10;

/** Every engine on every collection; collections of one language are counted together. */
export async function relevance(collections: readonly Labelled[], only: readonly string[] | undefined): Promise<Quality[]> {
  const results: Quality[] = [];
  for (const engine of engines.filter(({ name }) => !only || only.includes(name))) {
    const places = new Map<string, Place[]>();
    for (const { locale, entries, halves } of collections) {
      const { search } = await engine.build(entries, locale);
      for (const { name, queries } of halves) {
        const group = `${locale}|${name}`;
        const list = places.get(group) ?? places.set(group, []).get(group)!;
        for (const { kind, query, id } of queries) {
          const ids = await search(query, FIRST);
          list.push({ kind, place: ids.indexOf(id), found: ids.length });
        }
      }
    }
    for (const [group, list] of places) {
      const [locale = '', half = ''] = group.split('|');
      const kinds = ['all', ...[...new Set(list.map(({ kind }) => kind))].sort()];
      for (const kind of kinds) results.push({ engine: engine.name, locale, half, kind, ...measure(list.filter((one) => kind === 'all' || one.kind === kind)) });
    }
  }
  return results;
}

function measure(list: readonly Place[]): Omit<Quality, 'engine' | 'locale' | 'half' | 'kind'> {
  const mean = (value: (one: Place) => number): number => list.reduce((sum, one) => sum + value(one), 0) / list.length;
  return {
    queries: list.length,
    mrr: mean(({ place }) => (place < 0 ? 0 : 1 / (place + 1))),
    hit1: mean(({ place }) => Number(place === 0)),
    hit3: mean(({ place }) => Number(place >= 0 && place < 3)),
    zero: mean(({ found }) => Number(found === 0)),
  };
}
