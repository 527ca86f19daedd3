import { createSlices } from '../slices.ts';
import { remember } from '../text/remember.ts';
import { tokenize } from '../text/tokenize.ts';
import type { FaqIndexOptions, FaqSearch, Language } from '../types.ts';
import { createConcepts } from './concepts.ts';
import { createEntries, type Entries } from './entries.ts';
import { highlight } from './highlight.ts';
import { createMatcher, SYNONYM, type Match, type Matcher, type Variant } from './match.ts';
import { createScorer, type Slot } from './score.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** An index, and what it is made of for whoever writes and loads one. */
export interface Engine extends FaqSearch {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  readonly entries: Entries;
  /** To be awaited between pieces of work on it. */
  pause(): Promise<void>;
}

const LONGEST_QUERY = 500;
const MOST_WORDS = 32;
const MOST_MATCHES = 200;
const STOP_WORD = 0.3;

/** A slice at a time, as everything here: hundreds of synonyms take a while on a slow machine. */
export async function createEngine(language: Language, { locale, synonyms }: FaqIndexOptions): Promise<Engine> {
  const { key, compounds, retype } = language;
  const stopWords = new Set(language.stopWords?.split(' '));
  const builtIn = language.synonyms?.split('\n').map((group) => group.split(',')) ?? [];
  const vocabulary = createVocabulary(key);
  const { postings, ids } = vocabulary;
  const concepts = createConcepts(vocabulary, stopWords, compounds);
  const pause = createSlices();
  for (const group of [...builtIn, ...(synonyms ?? [])]) {
    concepts.learn(group);
    await pause();
  }
  const entries = createEntries(vocabulary, concepts);
  const matcher = createMatcher(vocabulary, concepts.of, compounds);
  // Every key press repeats all words but one.
  let matches = remember<Match>(MOST_MATCHES);
  const forget = () => void (matches = remember(MOST_MATCHES));
  const match: Matcher = (...word) => matches(word.join(), () => matcher(...word));
  const score = createScorer(vocabulary, entries);

  const isKnown = (text: string) => tokenize(text).every(({ term }) => concepts.of(term).length || match(term, true, false)[0].length);
  /** What was typed on an English keyboard layout, as it was meant. */
  const respell = (typed: string) => {
    const meant = retype?.(typed.toLowerCase()) ?? typed;
    return meant !== typed && !isKnown(typed) && isKnown(meant) ? meant : typed;
  };

  /** What a query may mean: its words, the entries' words they stand for, and where those are in a text. */
  const understand = (query: string) => {
    const text = query.slice(0, LONGEST_QUERY).replace(/\S+/g, respell);
    const words = tokenize(text).slice(0, MOST_WORDS);
    const found = concepts.in(words);
    const meaning = words.some(({ term }) => !stopWords.has(term));
    const matched = new Map<number, Variant>();
    const slots = words.map(({ term }, i): Slot => {
      const [own, common] = match(term, i === words.length - 1, true);
      const variants = [...own];
      for (const [concept, from, to] of found) {
        const id = ids.get(concept)!;
        if (from <= i && i <= to && postings[id]?.length) variants.push([id, SYNONYM]);
      }
      // Stop words only count beside words with a meaning, unless nothing else was typed.
      const isStop = meaning && stopWords.has(term);
      if (!isStop) for (const variant of variants) if ((matched.get(variant[0])?.[1] ?? 0) < variant[1]) matched.set(variant[0], variant);
      return [variants, common, isStop ? STOP_WORD : 1];
    });
    const variantOf = (term: string) => matched.get(ids.get(term)!);
    const marks = (text: string) => {
      const tokens = tokenize(text);
      return highlight(text, tokens, concepts.in(tokens), variantOf);
    };
    return [text.toLowerCase(), matched.size ? slots : [], variantOf, marks] as const;
  };

  const engine: Engine = {
    locale,
    language,
    vocabulary,
    entries,
    pause,
    get size() {
      return entries.numbers.size;
    },
    search(query, { limit = 10, context } = {}) {
      const [typed, slots, variantOf, marks] = understand(query);
      return score(slots.sort((a, b) => b[2] - a[2]), context, limit + 20)
        .map(([{ id, question }, value]) => {
          // Accents decide between entries that are as good otherwise, so only those at the top are looked at.
          const asTyped = tokenize(question).filter(({ term, start, end }) => variantOf(term) && typed.includes(question.slice(start, end).toLowerCase()));
          return [id, value * (1 + asTyped.length / 99), question] as const;
        })
        .sort((a, b) => b[1] - a[1])
        .slice(0, limit)
        .map(([id, value, question]) => ({ id, score: value, highlights: marks(question) }));
    },
    match: (query) => understand(query)[3],
    remove(gone) {
      entries.remove(gone);
      forget();
    },
    async add(list) {
      // All at once: removing walks through the whole index.
      if (engine.size) engine.remove(list.map(({ id }) => id));
      for (const entry of list) {
        await pause();
        entries.add(entry);
        // The page may search in between.
        forget();
      }
    },
  };
  return engine;
}
