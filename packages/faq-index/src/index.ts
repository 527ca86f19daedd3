/** Search over questions and answers that understands inflection, typing errors and synonyms. Runs in a page and in Node. */
export { createFaqIndex } from './create.ts';
export type { FaqHit, FaqIndex, FaqIndexOptions, FaqSearchOptions, Range } from './types.ts';
