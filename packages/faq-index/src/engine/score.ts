import type { FaqEntry } from '../types.ts';
import type { Entries } from './entries.ts';
import type { Variant } from './match.ts';
import { ENTRY_SHIFT, type Vocabulary } from './vocabulary.ts';

/** A word of the query: what it may mean, how many entries have it, and its share of the score, up to 1. */
export type Slot = [variants: readonly Variant[], common: number, share: number];

// BM25F (Robertson, Zaragoza 2009) with the figures that everybody uses. They matter little.
const SATURATION = 1.2;
const LENGTH = 0.5;
const QUESTION = 2.6;
const KEYWORDS = 2;
/** Part of the score that is lost with the words an entry does not have. */
const COVERAGE = 0.3;
/** Entries below this share of the best one only have a word in common by chance. */
const LEAST = 0.2;

/** Ranks entries: the best `count` of them, best first, each with its score. */
export function createScorer({ postings }: Vocabulary, { list, questions, answers, numbers, totals }: Entries) {
  return (slots: readonly Slot[], context: string | undefined, count: number): [entry: FaqEntry, score: number][] => {
    const { size } = numbers;
    // A long text has every word more often, so a word in it says less.
    const perQuestionWord = (LENGTH * size) / (totals[0] || 1);
    const perAnswerWord = (LENGTH * size) / (totals[1] || 1);
    const scores = new Float64Array(list.length);
    const covered = new Float64Array(list.length);
    const best = new Float64Array(list.length);
    const touched: number[] = [];
    let weights = 0;
    for (const [variants, common, share] of slots) {
      const hits: number[] = [];
      let weight = 0;
      for (const [id, worth] of variants) {
        const places = postings[id]!;
        const having = Math.min(Math.max(places.length, common), size);
        const rarity = share * Math.log(1 + (size - having + 0.5) / (having + 0.5));
        weight = Math.max(weight, rarity);
        for (const packed of places) {
          const number = packed >> ENTRY_SHIFT;
          // A word that says little finds no entry by itself.
          if (share < 1 && !scores[number]) continue;
          const frequency =
            (QUESTION * ((packed >> 9) & 7)) / (1 - LENGTH + perQuestionWord * questions[number]!) +
            KEYWORDS * ((packed >> 6) & 7) +
            (packed & 63) / (1 - LENGTH + perAnswerWord * answers[number]!);
          const score = (worth * rarity * frequency) / (SATURATION + frequency);
          // A word counts once, by the best of what it may mean.
          if (!best[number]) hits.push(number);
          if (score > best[number]!) best[number] = score;
        }
      }
      weights += weight;
      for (const number of hits) {
        if (!scores[number]) touched.push(number);
        scores[number]! += best[number]!;
        covered[number]! += weight;
        best[number] = 0;
      }
    }
    for (const number of touched) {
      const { popularity, contexts } = list[number]!;
      scores[number]! *=
        (1 - COVERAGE + (COVERAGE * covered[number]!) / weights) *
        (1 + (0.1 * Math.log1p(popularity ?? 0)) / Math.log1p(totals[2] || 1)) *
        (contexts?.includes(context!) ? 1.15 : 1);
    }
    // Few are wanted: bare numbers are sorted natively, and only those at the top as entries. Of equals, the one that came first.
    const sorted = scores.slice().sort();
    const least = Math.max(sorted.at(-count) ?? 0, sorted.at(-1)! * LEAST);
    return touched
      .filter((number) => scores[number]! >= least)
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .map((number) => [list[number]!, scores[number]!]);
  };
}
