/** Letters that Unicode does not take apart, and some that are one letter to every reader. */
const SAME: Record<string, string> = {
  ς: 'σ', ё: 'е', ß: 'ss', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', ى: 'ي', ة: 'ه', '\u0640': '', '\u00ad': '',
};
/** Only after letters whose marks readers leave out: й and が are letters of their own and stay whole. */
const MARKS = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+/gu;

/** The form in which two spellings of one word are the same string. Takes any string and never throws. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '$1')
    .normalize('NFC')
    .replace(/[^\0-~]/g, (letter) => SAME[letter] ?? letter);
