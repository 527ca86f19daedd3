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

export interface FaqIndex {
  readonly locale: string;
  /** How many entries it holds. */
  readonly size: number;
  /** Best hits first. Takes any string, never throws. */
  search(query: string, options?: FaqSearchOptions): FaqHit[];
  /** Adds entries, in place of those with the same id. Lets the page breathe in between. */
  add(entries: readonly FaqEntry[]): Promise<void>;
  /** Removes the entries with these ids. */
  remove(ids: readonly string[]): void;
}

/** What an index knows of one language. All of it works on folded words. */
export interface Language {
  /** A form that the inflections of a word share. May be longer than any real word, but is the same for the same word. */
  key?(word: string): string;
  /** Its keyboard layout over the English one: each letter is followed by what the same key gives there. */
  layout?: string;
  /** Words are joined to longer ones: a word is also looked for inside others. */
  compounds?: boolean;
  /** Words that say little about what is meant, separated by spaces. */
  stopWords?: string;
  /** Words and phrases that mean the same in a shop: groups on lines, phrases parted by commas. */
  synonyms?: string;
}
