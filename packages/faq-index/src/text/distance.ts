const FAR = 9;

/**
 * Typing errors between two words: letters left out, added or changed, and neighbours swapped. Says “far” when there are more
 * than `most`, which is small: each error is looked for in four ways, so the time grows with four to the power of `most`. With
 * `open`, the word may go on after what was typed. Compares from the given letters on.
 */
export function distance(typed: string, word: string, most: number, open?: boolean, i = 0, j = 0): number {
  for (; i < typed.length && typed[i] === word[j]; j++) i++;
  if (i === typed.length) return open ? 0 : Math.max(0, word.length - j);
  if (!most) return FAR;
  const after = (skipped: number, skippedThere: number) => 1 + distance(typed, word, most - 1, open, i + skipped, j + skippedThere);
  const swapped = typed[i + 1] && typed[i] === word[j + 1] && typed[i + 1] === word[j];
  return Math.min(after(1, 1), after(1, 0), after(0, 1), swapped ? after(2, 2) : FAR);
}

/** Which letters a word has, as a set of 30 bits: engines box a number of more. */
export function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << word.charCodeAt(i) % 30;
  return set;
}

/** Whether a set of letters has more than `most`. */
export function hasMore(set: number, most: number): boolean {
  for (; set && most >= 0; most--) set &= set - 1;
  return most < 0;
}
