import { distance, letterSet, sizeOf } from '../text/distance.ts';
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
const MOST_VARIANTS = 60;

export function createMatcher({ terms, ids, postings, letters, kin, keyOf }: Vocabulary, compounds: boolean | undefined): Matcher {
  return (term, typing, loose) => {
    const n = term.length;
    const variants = new Map<number, Variant>();
    const add = (id: number | undefined, worth: number, typed?: number) => {
      if (worth && id !== undefined && postings[id]!.length && !variants.has(id)) variants.set(id, [id, worth, typed]);
    };
    const scan = (worth: (word: string, id: number) => number, typed?: number) =>
      terms.forEach((word, id) => add(id, worth(word, id), typed));
    const part = (word: string) => (word.includes(term) ? PART : 0);

    add(ids.get(term), 1);
    for (const id of kin.get(keyOf(term)) ?? []) add(id, INFLECTED);
    let common = 0;
    for (const id of variants.keys()) common += postings[id]!.length;

    // A long rest makes it less likely that this is the word.
    if (typing || (!variants.size && n > 2)) scan((word) => (word.startsWith(term) ? BEGUN * (0.4 + (0.6 * n) / word.length) : 0), n);
    if (compounds && n > 4) scan(part);

    // Numbers and codes are right or wrong, and of a short word everything is a neighbour.
    if (loose && n > 3 && !/\p{N}/u.test(term)) {
      // Written as one word here and as two there, as with “giftcard”.
      for (let i = 1; !variants.size && i < n; i++) {
        const head = ids.get(term.slice(0, i));
        const tail = ids.get(term.slice(i));
        if (head !== undefined && tail !== undefined) {
          add(head, PART);
          add(tail, PART);
        }
      }
      if (!variants.size) {
        const most = n < 8 ? 1 : 2;
        const typed = letterSet(term);
        scan((word, id) => {
          const open = typing && word.length > n && word[0] === term[0];
          // Most words are ruled out by their letters alone.
          const off = sizeOf(open ? typed & ~letters[id]! : typed ^ letters[id]!);
          const errors = word.length < 4 || off > most * 2 ? 9 : distance(term, word, most, open);
          return errors > most ? 0 : ((open ? 0.7 : 1) * MISTYPED) / errors;
        });
      }
      const key = keyOf(term);
      if (!variants.size && key.length > 3)
        for (const [other, family] of kin) if (distance(key, other, 1) < 2) for (const id of family) add(id, MISTYPED * 0.8);
      if (!variants.size) scan(part);
    }
    return [[...variants.values()].sort((a, b) => b[1] - a[1]).slice(0, MOST_VARIANTS), common];
  };
}
