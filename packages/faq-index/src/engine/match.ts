import { distance, hasMore, letterSet } from '../text/distance.ts';
import { LONGEST } from '../text/tokenize.ts';
import type { Concepts } from './concepts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the entries that a typed word may mean. */
export type Variant = [
  id: number,
  /** How much of an exact match it is worth, up to 1. */
  worth: number,
  /** Letters of it that were typed; none when the whole word counts. */
  typed?: number,
];

export type Match = [
  variants: Variant[],
  /** In how many entries the word stands, in any inflection. */
  common: number,
];

/**
 * `typing`: the word may not be finished. `loose`: typing errors and parts of words count, if nothing else does, and the beginnings of
 * synonyms.
 */
export type Matcher = (term: string, typing: boolean, loose: boolean) => Match;

/** What a synonym is worth of the word itself. */
export const SYNONYM = 0.75;
const INFLECTED = 0.9;
const BEGUN = 0.75;
const MISTYPED = 0.55;
const PART = 0.5;

/** One letter begins a tenth of all words; the shortest of them will do. */
const MOST_VARIANTS = 30;

export function createMatcher({ terms, ids, postings, letters, shelves, kin, keyOf }: Vocabulary, groupsOf: Concepts['of'], compounds: unknown): Matcher {
  // Only they are known before there are entries.
  const synonyms = terms.length;
  return (term, typing, loose) => {
    const n = term.length;
    const key = keyOf(term);
    const typed = letterSet(term);
    const variants = new Map<number, Variant>();
    const add = (id: number | undefined, worth: number) => {
      if (worth && postings[id!]?.length && !variants.has(id!)) variants.set(id!, [id!, worth, worth < INFLECTED && terms[id!]!.startsWith(term) ? n : 0]);
    };
    /** Words of the synonyms that may be meant: what they stand for. */
    const meant: [id: number | undefined, worth: number][] = [];
    const guess = (id: number, worth: number) => {
      add(id, worth);
      if (worth && id < synonyms) for (const group of groupsOf(terms[id]!)) meant.push([ids.get(group), worth * SYNONYM]);
    };
    /** Looks at words of some lengths, the shorter ones first, until there are enough; with `head` at those with that first letter. */
    const scan = (from: number, to: number, worth: (word: string, id: number) => number, head?: string) => {
      for (let size = from; size <= to && variants.size < MOST_VARIANTS; size++)
        for (const id of shelves.get(head ? head + size : size) ?? []) guess(id, worth(terms[id]!, id));
    };
    const parts = () => scan(n + 1, LONGEST, (word, id) => (!(typed & ~letters[id]!) && word.includes(term) ? PART : 0));

    add(ids.get(term), 1);
    for (const id of kin.get(key) ?? []) add(id, INFLECTED);
    let common = 0;
    for (const id of variants.keys()) common += postings[id]!.length;

    // A long rest makes it less likely that this is the word.
    if (typing || (!variants.size && n > 2))
      scan(n + 1, LONGEST, (word) => (word.startsWith(term) ? BEGUN * (0.4 + (0.6 * n) / word.length) : 0), term[0]);
    if (compounds && n > 4) parts();
    // What the synonyms know is no typing error, if the entries have anything of the kind.
    const guessing = loose && n > 2 && !groupsOf(term).some((group) => postings[ids.get(group)!]?.length);
    /** Adds what synonyms that may be meant stand for. */
    const settle = () => {
      if (guessing) for (const group of meant) add(...group);
    };
    // The beginning of a word of the entries is none of a synonym.
    if (!variants.size) settle();

    // Numbers and codes are right or wrong, and of a short word everything is a neighbour.
    if (guessing && !variants.size && n > 3 && !/\p{N}/u.test(term)) {
      // Written as one word here and as two there, as with “giftcard”.
      for (let i = 1; !variants.size && i < n; i++) {
        const halves = [ids.get(term.slice(0, i)), ids.get(term.slice(i))];
        if (halves.every((id) => postings[id!]?.length)) for (const id of halves) add(id, PART);
      }
      if (!variants.size) {
        const most = n < 8 ? 1 : 2;
        // Most words are ruled out by their letters alone.
        const errors = (word: string, set: number, open?: boolean) => {
          const found = hasMore(set, most * 2) ? Infinity : distance(term, word, most, open);
          return found > most ? 0 : MISTYPED / found;
        };
        if (typing) scan(n + 1, LONGEST, (word, id) => 0.7 * errors(word, typed & ~letters[id]!, true), term[0]);
        scan(Math.max(4, n - most), n + most, (word, id) => errors(word, typed ^ letters[id]!));
      }
      if (!variants.size && key.length > 3)
        for (const [other, family] of kin)
          if (Math.abs(other.length - key.length) < 2 && distance(key, other, 1) < 2) for (const id of family) guess(id, MISTYPED * 0.8);
      if (!variants.size) parts();
      settle();
    }
    // Alphabetical among equals, so that it does not matter in which order words became known.
    return [[...variants.values()].sort((a, b) => b[1] - a[1] || (terms[a[0]]! < terms[b[0]]! ? -1 : 1)).slice(0, MOST_VARIANTS), common];
  };
}
