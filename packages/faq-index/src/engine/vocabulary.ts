import { letterSet } from '../text/distance.ts';

/**
 * Where a word occurs, packed in one small integer: entry, then how often in question, keywords and answer. Twelve bits
 * for the counts leave room for 262,144 entries in the 31 bits that every engine keeps unboxed.
 */
export const ENTRY_SHIFT = 12;
export const pack = (doc: number, question: number, keywords: number, answer: number): number =>
  (doc << ENTRY_SHIFT) | (Math.min(question, 7) << 9) | (Math.min(keywords, 7) << 6) | Math.min(answer, 63);

/** Every word of the entries, by number. */
export interface Vocabulary {
  readonly terms: string[];
  /** Number by word. */
  readonly ids: Map<string, number>;
  readonly postings: number[][];
  /** Letters of each word. */
  readonly letters: number[];
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
  const keys = new Map<string, string>();
  const keyOf = (term: string) => keys.get(term) ?? key(term);
  const intern = (term: string) => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    const id = terms.push(term) - 1;
    const shared = key(term);
    const family = kin.get(shared);
    if (family) family.push(id);
    else kin.set(shared, [id]);
    ids.set(term, id);
    keys.set(term, shared);
    letters.push(letterSet(term));
    postings.push([]);
    return id;
  };
  return { terms, ids, postings, letters, kin, keyOf, intern };
}
