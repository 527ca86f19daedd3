/** Finds answers while the shopper types. Loaded, with the search engine, at the first sign that it is wanted. */
import type { FaqEntries, FaqHits } from '@aftercart/contract';
import type { FaqHit, FaqSearch } from '@aftercart/faq-index';
import { html, type TemplateResult } from '../base/template.ts';
import type { FaqSearchElement } from './faq-search.ts';
import { FaqSearchedEvent } from './searching.events.ts';
import type { searchingStrings } from './searching.strings.ts';

export { searchingStrings as strings } from './searching.strings.ts';

type Remote = typeof import('./remote.ts');
interface Index {
  search: (...asked: Parameters<FaqSearch['search']>) => FaqHit[] | Promise<FaqHit[]>;
  /** Lets the worker go, where one searches. */
  close?: () => void;
}
type Found = Pick<FaqHits['items'][number], 'entry' | 'highlights'>[];

/** As many as the topics have rows, so that nothing moves while typing. */
const FIRST = 6;
const MORE = 30;
/** Milliseconds without a key press before the count is announced. */
const ANNOUNCE_AFTER = 600;
/** Entries from which on a worker searches. */
const LARGE = 500;

export class Searching {
  /** What screen readers are told. */
  status = '';
  readonly #host: FaqSearchElement;
  #remote: Remote | undefined;
  #index: Index | undefined;
  /** What the index is of, or will be. */
  #indexed: FaqEntries | undefined;
  #making: Promise<void> | undefined;
  /** What was found; undefined while nothing is known, null when the backend could not be asked. */
  #found: Found | null | undefined;
  #query = '';
  #limit = FIRST;
  #asking = new AbortController();
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FaqSearchElement) {
    this.#host = host;
  }

  /** Searches for what is in the search box, in the page or by the backend, unless that is what is shown already. */
  run(remote?: Remote): void {
    const query = this.#host.query.trim();
    this.#remote = remote;
    this.#renew();
    if (query === this.#query && this.#found) return;
    this.#query = query;
    this.#limit = FIRST;
    void this.#search();
  }

  async #search(): Promise<void> {
    const host = this.#host;
    const query = this.#query;
    const limit = this.#limit + 1;
    clearTimeout(this.#pause);
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    if (!query) {
      this.status = '';
      this.#show(undefined);
    } else if (this.#remote) this.#show((await this.#remote.searchRemotely(host, query, limit, signal)) ?? null);
    else if (this.#index) {
      const hits = await this.#index.search(query, { limit, context: host.context });
      if (signal.aborted) return;
      const entries = new Map(host.items.map((entry) => [entry.id, entry]));
      // The entries may be newer than the index.
      this.#show(hits.flatMap(({ id, highlights }) => (entries.has(id) ? { entry: entries.get(id)!, highlights } : [])));
    }
  }

  /** Makes the index, at first and when the entries have changed; until then the old one serves. */
  #renew(): void {
    const { data, isConnected } = this.#host;
    const { entries } = data;
    // What was to be drawn when the element left is drawn yet.
    if (!isConnected || !entries || entries === this.#indexed) return;
    this.#indexed = entries;
    this.#host.guarded(() => (this.#making = this.#remake(entries, this.#making)))(undefined);
  }

  async #remake(entries: FaqEntries, before: Promise<void> | undefined): Promise<void> {
    await before?.catch(() => {});
    // Others may have come meanwhile.
    if (entries !== this.#indexed) return;
    const index = await this.#make(entries);
    // The element may have gone.
    if (!this.#indexed) return index?.close?.();
    if (index !== this.#index) this.#index?.close?.();
    this.#index = index;
    if (index) return this.#search();
    this.#indexed = undefined;
    this.#show(null);
  }

  async #make(entries: FaqEntries): Promise<Index | undefined> {
    const host = this.#host;
    const { items, synonyms } = entries;
    const { locale, indexUrl } = host;
    // Entries have been checked already, so it is the rules of the language, or an index made beforehand, that can’t be had.
    const onReport = (problem: string, cause?: unknown) => host.tell('CHUNK_FAILED', problem, cause);
    if (!indexUrl && items.length < LARGE) return (await host.engine)?.createFaqSearch(items, { locale, synonyms, onReport });
    const large = await host.lazy(() => import('./large.ts'));
    return this.#indexed && large?.openLarge(entries, { locale, indexUrl, onReport }, this.#index);
  }

  /** Lets the worker go, where one searches. What comes back makes an index anew. */
  close(): void {
    this.#index?.close?.();
    this.#index = this.#indexed = undefined;
  }

  #show(found: Found | null | undefined): void {
    const host = this.#host;
    this.#found = found;
    host.requestUpdate();
    if (!found) return;
    this.#pause = setTimeout(() => {
      const n = Math.min(found.length, this.#limit);
      this.status = this.#t(n ? 'found' : 'nothing', { n });
      host.requestUpdate();
      host.dispatchEvent(new FaqSearchedEvent(this.#query, n));
    }, ANNOUNCE_AFTER);
  }

  #t(key: keyof typeof searchingStrings, params?: Readonly<Record<string, number>>): string {
    return this.#host.t(key as never, params);
  }

  async #more(): Promise<void> {
    this.#limit = MORE;
    await this.#search();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`li:nth-child(${FIRST + 1}) summary`)?.focus();
  }

  render(): TemplateResult {
    const host = this.#host;
    const found = this.#found;
    // What could not be had is only asked for again by the shopper.
    if (found === null) {
      return html`<p role="status">
        ${host.t('error')} <button part="retry" class="plain" @click=${host.guarded(() => host.search(host.query))}>${host.t('retry')}</button>
      </p>`;
    }
    this.#renew();
    if (!found) return html`<p class="muted">${host.t('loading')}</p>`;
    if (!found.length) return html`<p part="nothing" class="muted">${this.#t('nothing')}</p>${host.topics()}`;
    return html`<ul part="results" class="list">
        ${found.slice(0, this.#limit).map(({ entry, highlights }) => host.row(entry, marked(entry.question, highlights ?? [])))}
      </ul>
      ${found.length > FIRST && this.#limit === FIRST
        ? html`<button part="more" class="plain" @click=${host.guarded(() => this.#more())}>${this.#t('more')}</button>`
        : ''}`;
  }
}

/** A question with its matches marked. */
function marked(question: string, ranges: readonly (readonly [number, number])[]): unknown[] {
  let at = 0;
  const pieces = ranges.flatMap(([start, end]) => [question.slice(at, start), html`<mark part="highlight">${question.slice(start, (at = end))}</mark>`]);
  return [...pieces, question.slice(at)];
}
