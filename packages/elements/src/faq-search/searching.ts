/** Finds answers while the shopper types. Loaded, with the search engine, at the first sign that it is wanted. */
import type { FaqEntries } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import type { FaqSearchElement } from './faq-search.ts';
import { findInPage, makeIndex, type Found, type Index } from './in-page.ts';
import { ROWS } from './topics.ts';

export { Searching as Part };

export class Searching {
  /** What screen readers are told. */
  status = '';
  /** How many hits are shown: at first as many as the topics have rows, so that nothing moves while typing. */
  limit = ROWS;
  /** One more than is shown, where there are more; undefined while nothing is known. */
  found: Found | undefined;
  readonly #host: FaqSearchElement;
  #index: Promise<Index | undefined> | undefined;
  /** What the index is of. */
  #entries: FaqEntries | null | undefined;
  #query = '';
  #asking = new AbortController();

  constructor(host: FaqSearchElement) {
    this.#host = host;
    // Who searches will read, perhaps without a connection by then.
    void host.need('answers');
  }

  /** Searches for what is in the search box, among the entries as they are now, unless that is shown already. */
  run(): void {
    const host = this.#host;
    const { entries } = host.data;
    const query = host.query.trim();
    const isSame = query === this.#query;
    // What was to be drawn when the element left is drawn yet.
    if (!entries || !host.isConnected) return;
    if (entries !== this.#entries || host.isLost) this.#index = host.remote ? undefined : makeIndex(host, entries);
    else if (isSame) return;
    if (!isSame) this.limit = ROWS;
    this.#entries = entries;
    this.#query = query;
    host.guarded(() => this.search())(undefined);
  }

  /** Searches again; for more, if `limit` has changed. */
  async search(): Promise<void> {
    const host = this.#host;
    const query = this.#query;
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    const index = await this.#index;
    const ask = () => (host.remote ? host.remote.findRemotely(host, query, this.limit + 1, signal) : index && findInPage(host, index, query, this.limit + 1));
    const found = query && !signal.aborted ? await ask() : undefined;
    if (signal.aborted) return;
    this.found = found;
    host.isLost = !!query && !found;
    host.requestUpdate();
    if (found) host.parts.afterView?.hits.announce(query, found, signal);
    else this.status = '';
  }

  /** Asks no more, and lets the worker go, where one searches. What comes back asks anew. */
  leave(): void {
    this.#asking.abort();
    this.#host.parts.large?.leave();
    this.#entries = undefined;
  }

  /** The first hits; undefined while there are none. */
  render(): TemplateResult | undefined {
    this.run();
    const host = this.#host;
    const { found } = this;
    if (!found?.length) return undefined;
    const around = host.parts.afterView?.hits;
    const rows = found.slice(0, this.limit).map((hit) => host.row(hit.entry, around?.mark(hit)));
    return html`<ul part="results" class="list">${rows}</ul>${around?.renderMore(found)}`;
  }
}
