/** Large collections of questions, made of the words of real ones: nobody may publish ten thousand entries of a shop. */
import type { FaqEntry } from '@aftercart/faq-index';

/** The same numbers in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const QUESTION_WORDS = 7;
const ANSWER_WORDS = 45;

/**
 * `count` entries over the words of `texts`, as often as words are in real text (Zipf), with new words as the text grows (Heaps): product
 * names and rare words made of pieces of real ones. Ten thousand entries have about thirty thousand different words.
 */
export function corpus(texts: readonly string[], count: number, spaced: boolean): FaqEntry[] {
  const random = randomNumbers(count);
  const known = [...new Set(texts.join(' ').toLowerCase().match(spaced ? /[\p{L}\p{M}]+/gu : /[\p{L}\p{M}]{1,3}/gu))];
  const pick = (): string => known[Math.floor(known.length ** random()) - 1] ?? known[0]!;
  const coin = (): string => {
    const [head, tail] = [pick(), pick()].map((word) => [...word]) as [string[], string[]];
    const word = head.slice(0, Math.ceil(head.length * 0.6)).join('') + tail.slice(Math.floor(tail.length * 0.4)).join('');
    known.push(word);
    return word;
  };
  const text = (words: number): string =>
    Array.from({ length: Math.ceil(words * (0.5 + random())) }, () => (random() < 0.06 ? coin() : pick())).join(spaced ? ' ' : '');
  return Array.from({ length: count }, (_, i) => ({
    id: `entry-${i}`,
    question: `${text(QUESTION_WORDS)}?`,
    answer: `${text(ANSWER_WORDS)}.`,
    format: 'text' as const,
    popularity: Math.floor(1000 * random() ** 4),
  }));
}

/** What shoppers see of a query while they type it: each beginning of it. Every eighth has an error. */
export function keystrokes(entries: readonly FaqEntry[], queries: number): string[] {
  const random = randomNumbers(entries.length + 1);
  const typed: string[] = [];
  for (let i = 0; i < queries; i++) {
    const words = entries[Math.floor(random() * entries.length)]!.question.replace('?', '').split(' ');
    const start = Math.floor(random() * Math.max(1, words.length - 3));
    let query = words.slice(start, start + 3).join(' ').slice(0, 40);
    if (i % 8 === 0) {
      const at = Math.floor(random() * query.length);
      query = query.slice(0, at) + query.slice(at + 1);
    }
    for (let end = 1; end <= query.length; end++) typed.push(query.slice(0, end));
  }
  return typed;
}
