import type { FaqIndexJson, Language } from '../types.ts';

/** Counts up with every change of the form, of folding or of splitting into words: an older index is then built again. */
export const VERSION = 1;

/** FNV-1a. Finds accidents, not attacks. */
function sum(...texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0xffff, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** What words were counted by. Stems may change without harm: they are made when an index is loaded. */
export const rulesOf = ({ synonyms = '', stopWords = '' }: Language): string => sum(synonyms, stopWords);

/** Of everything that would be misread rather than seen to be wrong. */
export const checksum = ({ lengths, terms, postings, titles }: FaqIndexJson): string =>
  sum(...lengths, terms, postings, ...titles.flatMap(({ id, question }) => [id, question]));
