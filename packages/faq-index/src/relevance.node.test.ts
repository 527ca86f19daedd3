import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createFaqIndex } from './index.ts';
import { collections } from './test/collection.ts';
import { labelled, type Query } from './test/labelled.ts';

/** Share of the queries of some half of a language with the right entry among the first `count`. */
async function hits(locale: string, half: 'open' | 'heldOut', count: number, written = (query: string) => query): Promise<number> {
  let right = 0;
  let all = 0;
  for (const shop of labelled(locale)) {
    const index = await createFaqIndex(shop.entries, { locale });
    for (const [, query, id] of shop[half]) {
      all++;
      if (index.search(written(query), { limit: count }).some((hit) => hit.id === id)) right++;
    }
  }
  return right / all;
}

/** For what was looked at, and for what was never made for: the latter says what strangers will find. It may rise, not fall. */
const LEAST = 0.95;

describe.each(Object.keys(collections))('questions in %s', (locale) => {
  it('are among the first three for what was looked at, and for what was not', async () => {
    expect(await hits(locale, 'open', 3)).toBeGreaterThanOrEqual(LEAST);
    expect(await hits(locale, 'heldOut', 3)).toBeGreaterThanOrEqual(LEAST);
  });

  it('are split by a hash, so that neither half is the easier one', () => {
    const isHeldOut = ([, query]: Query) => createHash('sha256').update(query).digest()[0]! % 2 === 1;
    const known = new Set(collections[locale]!.queries.map(([, query]) => query));
    for (const { open, heldOut } of labelled(locale)) {
      expect(heldOut.every(isHeldOut)).toBe(true);
      expect(open.filter(([, query]) => !known.has(query)).some(isHeldOut)).toBe(false);
    }
  });
});

it('Greek without accents loses nothing', async () => {
  const bare = (query: string) => query.normalize('NFD').replace(/\p{M}/gu, '');
  for (const half of ['open', 'heldOut'] as const) {
    for (const count of [1, 3]) expect(await hits('el', half, count, bare)).toBeGreaterThanOrEqual(await hits('el', half, count));
  }
});
