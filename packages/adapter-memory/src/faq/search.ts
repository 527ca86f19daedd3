/** A plain search, as a simple backend has one: half of the words have to begin a word of the entry, or be in it for Chinese. */
import type { FaqEntry, FaqHits } from '@aftercart/contract';

/** One folded character for one original, so that places in the one are places in the other. */
const fold = (text: string): string =>
  text.replace(/[\s\S]/gu, (char) => {
    // Marks are taken off Greek and Latin letters only: й is no и, and が is no か.
    const plain = /[\p{Script=Greek}\p{Script=Latin}]/u.test(char) ? char.normalize('NFD').replace(/\p{M}/gu, '') : char;
    const lower = plain.toLowerCase().replace('ς', 'σ').replace('ё', 'е');
    return lower.length === char.length ? lower : char;
  });

const isChinese = (word: string) => /\p{Script=Han}/u.test(word);

/** Where a word begins in a text that is folded. */
function placesOf(word: string, text: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (isChinese(word) || at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) places.push([at, at + word.length]);
  }
  return places;
}

const wordsOf = (query: string): string[] => [...new Set(fold(query).match(/[\p{L}\p{N}]+/gu) ?? [])];

export function search(entries: readonly FaqEntry[], query: string, limit: number, page: string): FaqHits['items'] {
  const words = wordsOf(query);
  if (!words.length) return [];
  return entries
    .flatMap((entry) => {
      const question = fold(entry.question);
      const rest = fold(`${entry.keywords?.join(' ') ?? ''} ${entry.answer} ${entry.category?.name ?? ''}`);
      const highlights: [number, number][] = [];
      let score = entry.contexts?.includes(page) ? 0.5 : 0;
      let found = 0;
      for (const word of words) {
        const places = placesOf(word, question);
        highlights.push(...places);
        const gain = places.length ? 3 : placesOf(word, rest).length ? 1 : 0;
        score += gain;
        if (gain) found++;
      }
      if (!found || found < words.length / 2) return [];
      return [{ entry, score: score + (entry.popularity ?? 0) / 10_000, highlights: highlights.sort((a, b) => a[0] - b[0]) }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}
