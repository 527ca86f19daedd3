/** Search over questions and answers that understands inflection, typing errors and synonyms. Runs in a page and in Node. */
export { createAnswers, type FaqManifest } from './answers.ts';
export { createFaqIndex, createFaqSearch } from './create.ts';
export { FaqIndexError, loadFaqIndex, type LoadedFaqIndex } from './store/load.ts';
export { plainText } from './text/plain.ts';
export { tokenize, type Token } from './text/tokenize.ts';
export { snippetOf, type Snippet, type SnippetOptions } from './snippet/snippet.ts';
export type { FaqEntry, FaqHit, FaqIndex, FaqIndexJson, FaqIndexOptions, FaqMatch, FaqSearch, FaqSearchOptions, FaqTitle, Range } from './types.ts';
