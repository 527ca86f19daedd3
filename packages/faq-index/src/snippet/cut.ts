/** Scripts that put no spaces between words: they are cut between any two letters. */
const DENSE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LETTER = /[\p{L}\p{N}\p{M}\u00ad'’\u200d]/u;
/** How far to look for the end of a word. A longer one is no word, and is cut. */
const FAR = 40;

let graphemes: Intl.Segmenter | undefined;

/** Where the letter that a place lies in begins: never inside of a pair, a letter with its marks, or an emoji of several. */
export function wholeLetter(text: string, at: number): number {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  if (at >= text.length) return text.length;
  const from = Math.max(0, at - FAR);
  const piece = text.slice(from, at + FAR);
  return from + graphemes.segment(piece).containing(at - from)!.index;
}

const isInWord = (text: string, at: number): boolean => {
  const [before = '', after = ''] = [text[at - 1], text[at]];
  return LETTER.test(before) && LETTER.test(after) && !DENSE.test(before) && !DENSE.test(after);
};

/** The nearest place from `at` on (`step` 1) or before it (-1) that is not inside of a word, and never inside of a letter. */
export function cutNear(text: string, at: number, step: 1 | -1): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  let place = at;
  for (let gone = 0; gone < FAR && place > 0 && place < text.length && isInWord(text, place); gone++) place += step;
  if (place <= 0 || place >= text.length) return place <= 0 ? 0 : text.length;
  return isInWord(text, place) ? wholeLetter(text, at) : wholeLetter(text, place);
}
