import type { FaqEntry } from '@aftercart/contract';

export type { FaqEntry };

/** Start and end of a matched piece of the question as it was given, in UTF-16 code units. */
export type Range = [start: number, end: number];

export interface FaqHit {
  /** Id of the entry. */
  id: string;
  /** Higher is better; only comparable within one answer. */
  score: number;
  /** What matched in the question, in order and without overlaps. */
  highlights: Range[];
}

export interface FaqSearchOptions {
  /** Most hits wanted; 10 when left out. */
  limit?: number | undefined;
  /** Kind of page, such as `cart`: entries that name it come a little earlier. */
  context?: string | undefined;
}

export interface FaqIndexOptions {
  /** BCP 47 tag of the language of the entries. */
  locale: string;
  /** Groups of words or phrases that mean the same in this shop, on top of the built-in ones. */
  synonyms?: readonly (readonly string[])[] | null | undefined;
  /** Told of each entry that could not be used, and of a language that could not be loaded. */
  onReport?: ((problem: string, cause?: unknown) => void) | undefined;
}

/** Where a text, such as an answer, has what a query means: ranges of it, in order and without overlaps. */
export type FaqMatch = (text: string) => Range[];

/** An index that is only searched. */
export interface FaqSearch {
  readonly locale: string;
  /** How many entries it holds. */
  readonly size: number;
  /** Best hits first. Takes any string, never throws. */
  search(query: string, options?: FaqSearchOptions): FaqHit[];
  /** What a query means in the entries as they are now, to mark it in texts with; see `snippetOf`. */
  match(query: string): FaqMatch;
  /** Adds entries, in place of those with the same id. Lets the page breathe in between. */
  add(entries: readonly FaqEntry[]): Promise<void>;
  /** Removes the entries with these ids. */
  remove(ids: readonly string[]): void;
}

export interface FaqIndex extends FaqSearch {
  /**
   * The index as plain data for `loadFaqIndex`, answers left out. The code that writes it is loaded first, so it is
   * `JSON.stringify(await index.toJSON())`.
   */
  toJSON(): Promise<FaqIndexJson>;
}

/** What an index keeps of an entry that is not searched but shown: all but the answer. */
export type FaqTitle = Omit<FaqEntry, 'answer' | 'format' | 'keywords'>;

/** An index as plain data. Only `loadFaqIndex` of the same version reads it. */
export interface FaqIndexJson {
  /** Of the form of the data. */
  version: number;
  locale: string;
  /** The shop's own groups. */
  synonyms: readonly (readonly string[])[];
  /** Of the rules of the language that words were counted by. */
  rules: string;
  titles: FaqTitle[];
  /** Words of each question and each answer. */
  lengths: [questions: string, answers: string];
  /** Greatest popularity. */
  popularity: number;
  /** Words in alphabetical order, a line each: how many letters of the word before it begins with, and the rest. */
  terms: string;
  /** For each word: entries that have it, and how often. */
  postings: string;
  /** Checksum of all this. */
  sum: string;
}

/** What an index knows of one language. All of it works on folded words. */
export interface Language {
  /** A form that the inflections of a word share. May be longer than any real word, but is the same for the same word. */
  key?(word: string): string;
  /** What somebody meant whose keyboard was set to the English layout instead of the language's own; in small letters. */
  retype?(typed: string): string;
  /**
   * Where words are joined to longer ones, or taken apart, so that a word is also looked for inside others: what the word at a place means by
   * its parts or together with another word, given what a word alone means.
   */
  compounds?(words: readonly { term: string }[], at: number, alone: (word: string) => readonly string[]): readonly string[];
  /** Words that say little about what is meant, separated by spaces; pairs of letters in a script without spaces. */
  stopWords?: string;
  /** Words and phrases that mean the same in a shop: groups on lines, phrases parted by commas. */
  synonyms?: string;
}
