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
export function createScorer({ postings }: Vocabulary, entries: Entries) {
  const { list, questions, answers, numbers } = entries;
  return (slots: readonly Slot[], context: string | undefined, count: number): [entry: FaqEntry, score: number][] => {
    const { size } = numbers;
    const [scores, covered, best] = [0, 0, 0].map(() => new Float64Array(list.length)) as [Float64Array, Float64Array, Float64Array];
    // A long text has every word more often, so a word in it says less.
    const perWord = (lengths: readonly number[], weight: number) => {
      const mean = lengths.reduce((sum, words) => sum + words, 0) / size;
      return lengths.map((words) => weight / (1 - LENGTH + (LENGTH * words) / (mean || 1)));
    };
    const perQuestionWord = perWord(questions, QUESTION);
    const perAnswerWord = perWord(answers, 1);
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
            ((packed >> 9) & 7) * perQuestionWord[number]! + ((packed >> 6) & 7) * KEYWORDS + (packed & 63) * perAnswerWord[number]!;
          const score = (worth * rarity * frequency) / (SATURATION + frequency);
          // A word counts once, by the best of what it may mean.
          if (!best[number]) hits.push(number);
          if (score > best[number]!) best[number] = score;
        }
      }
      weights += weight;
      for (const number of hits) {
        scores[number]! += best[number]!;
        covered[number]! += weight;
        best[number] = 0;
      }
    }
    // Few are wanted: those that are not among the best so far are not sorted. Of equals, the one that came first.
    const top: [entry: FaqEntry, score: number][] = [];
    for (const number of numbers.values()) {
      if (!scores[number]) continue;
      const entry = list[number]!;
      const score =
        scores[number] *
        (1 - COVERAGE + (COVERAGE * covered[number]!) / weights) *
        (1 + (0.1 * Math.log1p(entry.popularity ?? 0)) / Math.log1p(entries.popularity || 1)) *
        (entry.contexts?.includes(context!) ? 1.15 : 1);
      if (score <= (top[count - 1]?.[1] ?? 0)) continue;
      top.push([entry, score]);
      top.sort((a, b) => b[1] - a[1]).splice(count);
    }
    return top.filter(([, score]) => score >= top[0]![1] * LEAST);
  };
}
