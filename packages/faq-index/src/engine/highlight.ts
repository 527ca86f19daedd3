import { writtenLength, type Token } from '../text/tokenize.ts';
import type { Range } from '../types.ts';
import type { Concept } from './concepts.ts';
import type { Variant } from './match.ts';

/** What matched in a text, as ranges of the text as it was given. */
export function highlight(
  text: string,
  words: readonly Token[],
  concepts: readonly Concept[],
  matched: (term: string) => Variant | undefined,
): Range[] {
  const marked = [...' '.repeat(text.length)];
  for (const { term, start, end } of words) {
    const variant = matched(term);
    if (variant) marked.fill('x', start, variant[2] ? start + writtenLength(text.slice(start, end), variant[2]) : end);
  }
  for (const [concept, from, to] of concepts) if (matched(concept)) marked.fill('x', words[from]!.start, words[to]!.end);
  return [...marked.join('').matchAll(/x+/g)].map(({ 0: piece, index }): Range => [index, index + piece.length]);
}
