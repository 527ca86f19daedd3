import { tokenize, type Token } from '../text/tokenize.ts';
import type { Language } from '../types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A group of synonyms that stands in a text. */
export type Concept = [
  /** Stands for the group in the vocabulary. No word can look like it. */
  term: string,
  /** The words it stands at, both inclusive. */
  from: number,
  to: number,
];

/** What the synonyms know. */
export interface Concepts {
  /** Takes in the next group of synonyms. */
  learn(group: readonly string[]): void;
  /** Every group that stands in a text. */
  in(words: readonly Token[]): Concept[];
  /** The groups that a word stands for by itself. */
  of(word: string): readonly string[];
}

/** The first step is the key itself: most words begin no phrase, and a new string for each would cost more than all the rest. */
const step = (path: string, key: string) => (path ? `${path} ${key}` : key);

/** Words that a phrase may span, so that a text of nothing but stop words takes linear time. */
const LONGEST = 8;

/**
 * Finds synonyms, phrases included, by the keys of their words, so that every inflection is found. The same function reads
 * entries and queries: “money back” and “refund” both become the same concept. Their words become known to the vocabulary.
 */
export function createConcepts(
  { keyOf, intern }: Vocabulary,
  stopWords: ReadonlySet<string>,
  compounds: Language['compounds'],
): Concepts {
  // Every beginning of a phrase is a path; the whole phrase has the groups it belongs to.
  const paths = new Map<string, string[]>();
  let groups = 0;
  const of = (word: string) => paths.get(keyOf(word)) ?? [];
  return {
    learn(group) {
      for (const phrase of group) {
        let path = '';
        let here: string[] | undefined;
        const words = tokenize(phrase);
        for (const { term } of words) {
          path = step(path, keyOf(term));
          here = paths.get(path);
          if (!here) paths.set(path, (here = []));
          if (!words[1]) intern(term);
        }
        here?.push(`=${groups}`);
      }
      groups++;
    },
    of,
    in(words) {
      const found: Concept[] = [];
      words.forEach((_, from) => {
        // What a word means with another one is not what it means alone.
        const joined = compounds?.(words, from, of) ?? [];
        let path = '';
        for (let to = from; to < Math.min(words.length, from + LONGEST); to++) {
          const { term } = words[to]!;
          const next = step(path, keyOf(term));
          const here = paths.get(next);
          for (const concept of (to === from && joined[0] ? joined : here) ?? []) found.push([concept, from, to]);
          if (here) path = next;
          else if (!path || !stopWords.has(term)) break;
        }
      });
      return found;
    },
  };
}
