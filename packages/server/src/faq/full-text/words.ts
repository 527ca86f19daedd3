/** Texts as a database searches them: folded words, and of scripts without spaces every pair of neighbouring letters. */

const INNER = '[\\p{L}\\p{N}\\p{M}]';
const DENSE = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}]';
const WORD = new RegExp(`((?:(?=${INNER})${DENSE})+)|(?:(?!${DENSE})${INNER})+`, 'gu');
/** Marks are taken off letters whose readers leave them out; й and が are letters of their own. */
const MARKS = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+/gu;
const LONGEST_WORD = 40;

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '$1')
    .normalize('NFC')
    .replaceAll('ς', 'σ')
    .replaceAll('ё', 'е')
    .replaceAll('ß', 'ss');

function pairs(letters: string): string[] {
  const each = [...letters];
  return each.length < 2 ? each : each.slice(1).map((letter, i) => each[i]! + letter);
}

export const wordsOf = (text: string): string[] =>
  [...fold(text).matchAll(WORD)].flatMap(({ 0: word, 1: dense }) => (dense ? pairs(dense) : [word.slice(0, LONGEST_WORD)]));

/** As it is kept; the spaces around let a search by letters tell where a word begins. */
export const searchWords = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** The words of an HTML answer. Only ever searched, never shown. */
export const plainText = (html: string): string => html.replace(/<[^<>]*>/g, ' ').replace(/&#?\w{1,10};/g, ' ');
