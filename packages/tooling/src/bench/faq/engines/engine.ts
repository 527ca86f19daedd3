import type { FaqEntry } from '@aftercart/faq-index';

/** Ids of what is found, best first. */
export type Search = (query: string, limit: number) => string[] | Promise<string[]>;

export interface Built {
  search: Search;
  /** What would be sent to a page that does not build the index itself; left out where there is no such thing. */
  data?: () => unknown;
}

/** A search engine, set up as its documentation says for search while one types. */
export interface Engine {
  name: string;
  build(entries: readonly FaqEntry[], locale: string): Built | Promise<Built>;
}
