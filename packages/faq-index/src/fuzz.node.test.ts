/** 100,000 queries that nobody wrote: of any script and none, and of real words that went wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFaqIndex, tokenize } from './index.ts';
import { collections, entriesOf } from './test/collection.ts';

const QUERIES = 100_000;
const locales = Object.keys(collections);

const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((list) => String.fromCharCode(...list));
const scripts = fc.array(fc.constantFrom(...'aÄßłσςέάйёщ退貨国ไคกアがحترו\u0301\u200d\u00ad 0-#.@=<&\ud83d\ude00\n'), { maxLength: 60 }).map((list) => list.join(''));
const allWords = locales.flatMap((locale) => entriesOf(collections[locale]!).flatMap(({ question, answer }) => tokenize(`${question} ${answer}`).map(({ term }) => term)));
/** A word with a letter too few, too many, or in the wrong place. */
const wrongWord = fc.tuple(fc.constantFrom(...new Set(allWords)), fc.nat(12), fc.nat(3)).map(([word, at, kind]) => {
  const [before, after] = [word.slice(0, at), word.slice(at)];
  return [word, before + after.slice(1), before + (after[0] ?? 'x') + after, before + [...after.slice(0, 2)].reverse().join('') + after.slice(2)][kind]!;
});
const wrongWords = fc.array(wrongWord, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

describe.each(locales)(`${QUERIES / locales.length} queries to answers in %s`, { timeout: 120_000 }, (locale) => {
  it('never throw, and find nothing but entries that are there, with marks inside their questions', async () => {
    const entries = entriesOf(collections[locale]!);
    const lengths = new Map(entries.map(({ id, question }) => [id, question.length]));
    const index = await createFaqIndex(entries, { locale });
    fc.assert(
      fc.property(fc.oneof(wrongWords, scripts, units), (query) =>
        index.search(query).every(({ id, score, highlights }) => {
          const inside = highlights.every(([from, to], i) => from < to && from >= (highlights[i - 1]?.[1] ?? 0));
          return score > 0 && score < Infinity && inside && (highlights.at(-1)?.[1] ?? 0) <= (lengths.get(id) ?? -1);
        }),
      ),
      { numRuns: QUERIES / locales.length },
    );
    expect(index.search('')).toEqual([]);
  });
});
