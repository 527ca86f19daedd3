import { letterSet } from '../text/distance.ts';
import { remember } from '../text/remember.ts';

/**
 * Where a word occurs, packed in one small integer: entry, then how often in question (three bits), keywords (three) and answer (six). Twelve bits
 * for the counts leave room for 262,144 entries in the 31 bits that every engine keeps unboxed.
 */
export const ENTRY_SHIFT = 12;

/** Every word of the entries, by number. */
export interface Vocabulary {
  readonly terms: string[];
  /** Number by word. */
  readonly ids: Map<string, number>;
  readonly postings: number[][];
  /** By how many bits the entry's number is shifted in a posting. What writes an index may not import it: it would be in a file of its own then. */
  readonly shift: number;
  /** Letters of each word. */
  readonly letters: number[];
  /** Words by their length, and by their first code unit with their length: `7`, `'r7'`. */
  readonly shelves: Map<string | number, number[]>;
  /** Words that share a key: inflections of one another. */
  readonly kin: Map<string, number[]>;
  /** The key of any word. */
  keyOf(term: string): string;
  /** The number of a word, new or known. */
  intern(term: string): number;
}

export function createVocabulary(key: (word: string) => string = (word) => word): Vocabulary {
  const terms: string[] = [];
  const ids = new Map<string, number>();
  const postings: number[][] = [];
  const letters: number[] = [];
  const kin = new Map<string, number[]>();
  const shelves = new Map<string | number, number[]>();
  const keys = remember<string>(50_000);
  const keyOf = (term: string) => keys(term, () => key(term));
  const collect = <N>(map: Map<N, number[]>, name: N, id: number) => {
    (map.get(name) ?? map.set(name, []).get(name)!).push(id);
  };
  const intern = (term: string) => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    const id = terms.push(term) - 1;
    collect(kin, keyOf(term), id);
    collect(shelves, term.length, id);
    collect(shelves, term[0]! + term.length, id);
    ids.set(term, id);
    letters.push(letterSet(term));
    postings.push([]);
    return id;
  };
  return { terms, ids, postings, shift: ENTRY_SHIFT, letters, shelves, kin, keyOf, intern };
}
