const FAR = 9;

/**
 * Typing errors between two words: letters left out, added or changed, and neighbours swapped. Says “far” when there are more
 * than `most`, which is small: each error is looked for in four ways, so the time grows with four to the power of `most`. With
 * `open`, the word may go on after what was typed.
 */
export function distance(typed: string, word: string, most: number, open?: boolean): number {
  let i = 0;
  while (i < typed.length && typed[i] === word[i]) i++;
  const left = typed.slice(i);
  const other = word.slice(i);
  if (!left) return open ? 0 : other.length;
  if (!most) return FAR;
  const after = (skipped: number, skippedThere: number) => 1 + distance(left.slice(skipped), other.slice(skippedThere), most - 1, open);
  const swapped = left[1] && left[0] === other[1] && left[1] === other[0];
  return Math.min(after(1, 1), after(1, 0), after(0, 1), swapped ? after(2, 2) : FAR);
}

/** Which letters a word has, as a set of 31 bits. */
export function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << word.charCodeAt(i) % 31;
  return set;
}

/** How many letters a set has. */
export function sizeOf(set: number): number {
  let size = 0;
  for (; set; set &= set - 1) size++;
  return size;
}
