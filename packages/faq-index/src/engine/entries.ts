import { plainText } from '../text/plain.ts';
import { tokenize, type Token } from '../text/tokenize.ts';
import type { FaqEntry } from '../types.ts';
import type { Concept } from './concepts.ts';
import { ENTRY_SHIFT, type Vocabulary } from './vocabulary.ts';

/** The entries, by number, and how long they are. */
export interface Entries {
  readonly list: FaqEntry[];
  /** Words in each question and each answer. */
  readonly questions: number[];
  readonly answers: number[];
  /** Number by id. */
  readonly numbers: Map<string, number>;
  /** Words in all questions and in all answers, and the greatest popularity. */
  readonly totals: [questionWords: number, answerWords: number, popularity: number];
  add(entry: FaqEntry): void;
  remove(ids: readonly string[]): void;
}

export function createEntries({ postings, intern }: Vocabulary, conceptsIn: (words: readonly Token[]) => Concept[]): Entries {
  const list: FaqEntry[] = [];
  const questions: number[] = [];
  const answers: number[] = [];
  const numbers = new Map<string, number>();
  const free: number[] = [];
  const totals: [number, number, number] = [0, 0, 0];

  const remove = (ids: readonly string[]) => {
    const dead: boolean[] = [];
    for (const id of ids) {
      const number = numbers.get(id);
      if (number === undefined) continue;
      totals[0] -= questions[number]!;
      totals[1] -= answers[number]!;
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

  return {
    list,
    questions,
    answers,
    numbers,
    totals,
    remove,
    add(entry) {
      const { id, question, answer, format, keywords, category, popularity } = entry;
      remove([id]);
      const number = free.pop() ?? list.length;
      const counts = new Map<number, number>();
      /** Counts words by a `unit` of their posting, up to `most`. */
      const count = (text: string, unit: number, most: number) => {
        const tally = ({ term }: { term: string }) => {
          const word = intern(term);
          const counted = counts.get(word) ?? 0;
          if (((counted / unit) & most) < most) counts.set(word, counted + unit);
        };
        const words = tokenize(text);
        words.forEach(tally);
        conceptsIn(words).forEach(tally);
        return words.length;
      };
      list[number] = entry;
      totals[0] += questions[number] = count(question, 1 << 9, 7);
      totals[1] += answers[number] = count(format === 'html' ? plainText(answer) : answer, 1, 63);
      count([...(keywords ?? []), category?.name].join('\n'), 1 << 6, 7);
      for (const [word, counted] of counts) postings[word]!.push((number << ENTRY_SHIFT) | counted);
      numbers.set(id, number);
      totals[2] = Math.max(totals[2], popularity ?? 0);
    },
  };
}
