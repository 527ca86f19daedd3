import type { FaqIndexJson, Language } from '../types.ts';

/** Counts up with every change of the form, of folding or of splitting into words: an older index is then built again. */
export const VERSION = 2;

/** Lets others have their turn, when it is time. */
export type Pause = () => unknown;

/** Letters between two pauses. */
const STEP = 1 << 16;

/** FNV-1a. Finds accidents, not attacks. */
async function sum(texts: readonly string[], pause?: Pause): Promise<string> {
  let hash = 0x811c9dc5;
  let letters = 0;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      if (++letters % STEP === 0) await pause?.();
    }
    hash = Math.imul(hash ^ 0xffff, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** What words were counted by. Stems may change without harm: they are made when an index is loaded. */
export const rulesOf = ({ synonyms = '', stopWords = '' }: Language): Promise<string> => sum([synonyms, stopWords]);

/** Of everything that would be misread rather than seen to be wrong. */
export const checksum = ({ lengths, terms, postings, titles }: FaqIndexJson, pause?: Pause): Promise<string> =>
  sum([...lengths, terms, postings, ...titles.flatMap(({ id, question }) => [id, question])], pause);
