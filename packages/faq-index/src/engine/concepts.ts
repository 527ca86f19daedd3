import { tokenize, type Token } from '../text/tokenize.ts';
import type { Language } from '../types.ts';

/** A group of synonyms that stands at the words `from` to `to` (inclusive) of a text. */
export interface Concept {
  /** Stands for the group in the vocabulary. No word can look like it. */
  term: string;
  from: number;
  to: number;
}

/** The first step is the key itself: most words begin no phrase, and a new string for each would cost more than all the rest. */
const step = (path: string, key: string) => (path ? `${path} ${key}` : key);

/** Words that a phrase may span, so that a text of nothing but stop words takes linear time. */
const LONGEST = 8;

/**
 * Finds synonyms, phrases included, by the keys of their words, so that every inflection is found. The same function reads
 * entries and queries: “money back” and “refund” both become the same concept.
 */
export function createConcepts(
  groups: readonly (readonly string[])[],
  keyOf: (term: string) => string,
  stopWords: ReadonlySet<string>,
  compounds: Language['compounds'],
): (words: readonly Token[]) => Concept[] {
  // Every beginning of a phrase is a path; the whole phrase has the groups it belongs to.
  const paths = new Map<string, Set<string>>();
  groups.forEach((group, number) => {
    for (const phrase of group) {
      let path = '';
      let here: Set<string> | undefined;
      for (const { term } of tokenize(phrase)) {
        path = step(path, keyOf(term));
        here = paths.get(path);
        if (!here) paths.set(path, (here = new Set()));
      }
      here?.add(`=${number}`);
    }
  });
  const alone = (word: string) => [...(paths.get(keyOf(word)) ?? [])];
  return (words) => {
    const found: Concept[] = [];
    for (let from = 0; from < words.length; from++) {
      let path = '';
      for (let to = from; to < Math.min(words.length, from + LONGEST); to++) {
        const { term } = words[to]!;
        const next = step(path, keyOf(term));
        const here = paths.get(next);
        for (const concept of [...(here ?? []), ...((to === from && compounds?.(term, alone)) || [])]) found.push({ term: concept, from, to });
        if (here) path = next;
        else if (to === from || !stopWords.has(term)) break;
      }
    }
    return found;
  };
}
