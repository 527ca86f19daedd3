import { distance, hasMore, letterSet } from '../text/distance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the entries that a typed word may mean. */
export type Variant = [
  id: number,
  /** How much of an exact match it is worth, up to 1. */
  worth: number,
  /** Letters of it that were typed; none when the whole word counts. */
  typed?: number | undefined,
];

export type Match = [
  variants: Variant[],
  /** In how many entries the word stands, in any inflection. */
  common: number,
];

/** `typing`: the word may not be finished. `loose`: typing errors and parts of words count, if nothing else does. */
export type Matcher = (term: string, typing: boolean, loose: boolean) => Match;

const INFLECTED = 0.9;
const BEGUN = 0.75;
const MISTYPED = 0.55;
const PART = 0.5;

/** One letter begins a tenth of all words; the shortest of them will do. */
const MOST_VARIANTS = 30;

export function createMatcher({ terms, ids, postings, letters, heads, kin, keyOf }: Vocabulary, compounds: boolean | undefined): Matcher {
  return (term, typing, loose) => {
    const n = term.length;
    const variants = new Map<number, Variant>();
    const add = (id: number | undefined, worth: number, typed?: number) => {
      if (worth && id !== undefined && postings[id]!.length && !variants.has(id)) variants.set(id, [id, worth, typed]);
    };
    const scan = (worth: (word: string, id: number) => number) => terms.forEach((word, id) => add(id, worth(word, id)));
    const part = (word: string) => (word.includes(term) ? PART : 0);

    add(ids.get(term), 1);
    for (const id of kin.get(keyOf(term)) ?? []) add(id, INFLECTED);
    let common = 0;
    for (const id of variants.keys()) common += postings[id]!.length;

    // A long rest makes it less likely that this is the word.
    if (typing || (!variants.size && n > 2))
      for (const id of heads.get(term[0]!) ?? [])
        if (terms[id]!.startsWith(term)) add(id, BEGUN * (0.4 + (0.6 * n) / terms[id]!.length), n);
    if (compounds && n > 4) scan(part);

    // Numbers and codes are right or wrong, and of a short word everything is a neighbour.
    if (loose && n > 3 && !/\p{N}/u.test(term)) {
      // Written as one word here and as two there, as with “giftcard”.
      for (let i = 1; !variants.size && i < n; i++) {
        const halves = [ids.get(term.slice(0, i)), ids.get(term.slice(i))];
        if (halves.every((id) => postings[id!]?.length)) for (const id of halves) add(id, PART);
      }
      if (!variants.size) {
        const most = n < 8 ? 1 : 2;
        const typed = letterSet(term);
        scan((word, id) => {
          const open = typing && word.length > n && word[0] === term[0];
          // Most words are ruled out by their letters alone.
          if (word.length < 4 || (!open && Math.abs(word.length - n) > most)) return 0;
          if (hasMore(open ? typed & ~letters[id]! : typed ^ letters[id]!, most * 2)) return 0;
          const errors = distance(term, word, most, open);
          return errors > most ? 0 : ((open ? 0.7 : 1) * MISTYPED) / errors;
        });
      }
      const key = keyOf(term);
      if (!variants.size && key.length > 3)
        for (const [other, family] of kin)
          if (Math.abs(other.length - key.length) < 2 && distance(key, other, 1) < 2) for (const id of family) add(id, MISTYPED * 0.8);
      if (!variants.size) scan(part);
    }
    // Alphabetical among equals, so that it does not matter in which order words became known.
    return [[...variants.values()].sort((a, b) => b[1] - a[1] || (terms[a[0]]! < terms[b[0]]! ? -1 : 1)).slice(0, MOST_VARIANTS), common];
  };
}
