import { fold } from './fold.ts';
import { remember } from './remember.ts';

export interface Token {
  /** Folded. */
  term: string;
  /** Where it stands in the text as it was given, in UTF-16 code units. */
  start: number;
  end: number;
}

/** What a word is made of, soft hyphens included. */
const INNER = '[\\p{L}\\p{N}\\p{M}\\u00ad]';
/** Scripts that write no spaces between words, and Korean, whose particles hang on to the word. */
const DENSE = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}]';
const WORD = new RegExp(`([${INNER}&&${DENSE}]+)|[${INNER}--${DENSE}]+`, 'gv');
/** A letter with its marks, and half-width ｶ with ﾞ. */
const LETTER = /.[\p{M}\uff9e\uff9f]*/gsu;

/** A longer word is cut: edit distance is quadratic, and nobody types so much of one word. */
export const LONGEST = 40;
// Folding costs more than all the rest, and most words of a text come again.
const folded = remember<string>(50_000);

/** Words in order; of scripts without spaces every pair of neighbouring letters, and a lone letter as it is. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const push = (written: string, start: number) => {
    const term = folded(written, () => fold(written).slice(0, LONGEST));
    if (term) tokens.push({ term, start, end: start + written.length });
  };
  for (const { 0: word, 1: dense, index } of text.matchAll(WORD)) {
    if (!dense) push(word, index);
    else {
      let at = index;
      dense.match(LETTER)!.forEach((letter, i, letters) => {
        const next = letters[i + 1];
        if (next || !i) push(letter + (next ?? ''), at);
        at += letter.length;
      });
    }
  }
  return tokens;
}

/** The shortest beginning of a word, as it was written, that folds to at least `size` letters. */
export function writtenLength(word: string, size: number): number {
  let written = '';
  for (const [letter] of word.matchAll(LETTER)) {
    if (fold(written).length >= size) break;
    written += letter;
  }
  return written.length;
}
