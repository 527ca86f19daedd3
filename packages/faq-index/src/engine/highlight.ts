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
  const marked: boolean[] = [];
  const mark = (start: number, end: number) => {
    for (let i = start; i < end; i++) marked[i] = true;
  };
  for (const { term, start, end } of words) {
    const variant = matched(term);
    if (variant) mark(start, variant[2] ? start + writtenLength(text.slice(start, end), variant[2]) : end);
  }
  for (const { term, from, to } of concepts) if (matched(term)) mark(words[from]!.start, words[to]!.end);

  const ranges: Range[] = [];
  for (let i = 0; i <= text.length; i++) {
    if (marked[i] && !marked[i - 1]) ranges.push([i, i]);
    else if (!marked[i] && marked[i - 1]) ranges.at(-1)![1] = i;
  }
  return ranges;
}
