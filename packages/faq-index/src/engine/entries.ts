import { plainText } from '../text/plain.ts';
import { tokenize } from '../text/tokenize.ts';
import type { FaqEntry } from '../types.ts';
import type { Concepts } from './concepts.ts';
import { ENTRY_SHIFT, type Vocabulary } from './vocabulary.ts';

/** The entries, by number, and how long they are. */
export interface Entries {
  readonly list: FaqEntry[];
  /** Words in each question and each answer; none where an entry was removed. */
  readonly questions: number[];
  readonly answers: number[];
  /** Number by id, in the order in which they were added; numbers of removed ones are used again. */
  readonly numbers: Map<string, number>;
  /** The greatest that there was. */
  popularity: number;
  add(entry: FaqEntry): void;
  remove(ids: readonly string[]): void;
}

export function createEntries({ postings, intern }: Vocabulary, concepts: Concepts): Entries {
  const list: FaqEntry[] = [];
  const questions: number[] = [];
  const answers: number[] = [];
  const numbers = new Map<string, number>();
  const free: number[] = [];

  const remove = (ids: readonly string[]) => {
    const dead: boolean[] = [];
    for (const id of ids) {
      const number = numbers.get(id);
      if (number === undefined) continue;
      questions[number] = answers[number] = 0;
      numbers.delete(id);
      free.push(number);
      dead[number] = true;
    }
    if (!dead.length) return;
    // In place: a new list for every word would keep the page from answering.
    for (const places of postings) {
      let kept = 0;
      for (const packed of places) if (!dead[packed >> ENTRY_SHIFT]) places[kept++] = packed;
      places.length = kept;
    }
  };

  const entries: Entries = {
    list,
    questions,
    answers,
    numbers,
    popularity: 0,
    remove,
    add(entry) {
      const { id, question, answer, format, keywords, category, popularity } = entry;
      remove([id]);
      const number = free.pop() ?? list.length;
      const counts = new Map<number, number>();
      /** Counts words by a `unit` of their posting, up to `most`. */
      const count = (text: string, unit: number, most: number) => {
        const tally = (term: string) => {
          const word = intern(term);
          const counted = counts.get(word) ?? 0;
          if (((counted / unit) & most) < most) counts.set(word, counted + unit);
        };
        const words = tokenize(text);
        for (const { term } of words) tally(term);
        for (const [concept] of concepts.in(words)) tally(concept);
        return words.length;
      };
      list[number] = entry;
      questions[number] = count(question, 1 << 9, 7);
      answers[number] = count(format === 'html' ? plainText(answer) : answer, 1, 63);
      count([...(keywords ?? []), category?.name].join('\n'), 1 << 6, 7);
      for (const [word, counted] of counts) postings[word]!.push((number << ENTRY_SHIFT) | counted);
      numbers.set(id, number);
      entries.popularity = Math.max(entries.popularity, popularity ?? 0);
    },
  };
  return entries;
}
