import { remember } from '../text/remember.ts';
import { tokenize, type Token } from '../text/tokenize.ts';
import type { FaqEntry, FaqHit, FaqMatch, FaqSearchOptions, Language } from '../types.ts';
import { createConcepts } from './concepts.ts';
import { createEntries, type Entries } from './entries.ts';
import { highlight } from './highlight.ts';
import { createMatcher, type Match, type Matcher, type Variant } from './match.ts';
import { createScorer, type Slot } from './score.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

export interface Engine {
  readonly vocabulary: Vocabulary;
  readonly entries: Entries;
  add(entry: FaqEntry): void;
  remove(ids: readonly string[]): void;
  search(query: string, options?: FaqSearchOptions): FaqHit[];
  match(query: string): FaqMatch;
}

const LONGEST_QUERY = 500;
const MOST_WORDS = 32;
/** What a synonym is worth of the word itself. */
const SYNONYM = 0.75;
const STOP_WORD = 0.3;

export function createEngine({ key, layout = '', compounds, ...language }: Language, synonyms: readonly (readonly string[])[]): Engine {
  const stopWords = new Set(tokenize(language.stopWords ?? '').map(({ term }) => term));
  const builtIn = language.synonyms?.split('\n').map((group) => group.split(',')) ?? [];
  const vocabulary = createVocabulary(key);
  const { postings, ids } = vocabulary;
  const conceptsIn = createConcepts([...builtIn, ...synonyms], vocabulary.keyOf, stopWords, compounds);
  const entries = createEntries(vocabulary, conceptsIn);
  const matcher = createMatcher(vocabulary, compounds);
  // Every key press repeats all words but one.
  const matches = remember<Match>(200);
  const match: Matcher = (...word) => matches.get(word.join(), () => matcher(...word));
  const score = createScorer(vocabulary, entries);

  const isKnown = (text: string) => tokenize(text).every(({ term }) => match(term, true, false)[0].length);
  /** What was typed on an English keyboard layout, as it was meant. */
  const respell = (typed: string) => {
    const meant = typed.toLowerCase().replace(/./g, (pressed) => {
      const at = layout.indexOf(pressed);
      return at % 2 > 0 ? layout[at - 1]! : pressed;
    });
    return meant !== typed && !isKnown(typed) && isKnown(meant) ? meant : typed;
  };

  /** What a query may mean: its words, the entries' words they stand for, and where those are in a text. */
  const understand = (query: string) => {
    const text = query.slice(0, LONGEST_QUERY).replace(/\S+/g, respell);
    const words = tokenize(text).slice(0, MOST_WORDS);
    const concepts = conceptsIn(words);
    const meaning = words.some(({ term }) => !stopWords.has(term));
    const slots = words.map(({ term }, i): Slot => {
      const [variants, common] = match(term, i === words.length - 1, true);
      const groups = concepts
        .filter(({ from, to }) => from <= i && i <= to)
        .map((concept): Variant => [ids.get(concept.term) ?? -1, SYNONYM])
        .filter(([id]) => postings[id]?.length);
      return [[...variants, ...groups], common, meaning && stopWords.has(term) ? STOP_WORD : 1];
    });
    // Stop words only count beside words with a meaning, unless nothing else was typed.
    const matched = new Map<number, Variant>();
    for (const variant of slots.flatMap(([variants, , share]) => (share === 1 ? variants : [])))
      if ((matched.get(variant[0])?.[1] ?? 0) < variant[1]) matched.set(variant[0], variant);
    const variantOf = (term: string) => matched.get(ids.get(term)!);
    const marks = (text: string, tokens: readonly Token[] = tokenize(text)) => highlight(text, tokens, conceptsIn(tokens), variantOf);
    return { typed: text.toLowerCase(), slots: matched.size ? slots : [], variantOf, marks };
  };

  const search = (query: string, { limit = 10, context }: FaqSearchOptions = {}): FaqHit[] => {
    const { typed, slots, variantOf, marks } = understand(query);
    return score(slots.sort((a, b) => b[2] - a[2]), context, limit + 20)
      .map(([{ id, question }, value]) => {
        const tokens = tokenize(question);
        // Accents decide between entries that are as good otherwise, so only those at the top are looked at.
        const asTyped = tokens.filter(({ term, start, end }) => variantOf(term) && typed.includes(question.slice(start, end).toLowerCase()));
        return { id, score: value * (1 + asTyped.length / 99), question, tokens };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ id, score: value, question, tokens }): FaqHit => ({ id, score: value, highlights: marks(question, tokens) }));
  };

  const changing =
    <T>(change: (what: T) => void) =>
    (what: T) => {
      change(what);
      matches.forget();
    };

  return {
    vocabulary,
    entries,
    add: changing(entries.add),
    remove: changing(entries.remove),
    search,
    match: (query) => understand(query).marks,
  };
}
