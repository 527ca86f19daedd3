/** Finds answers while the shopper types. Loaded, with the search engine, at the first sign that it is wanted. */
import type { FaqEntries, FaqHits } from '@aftercart/contract';
import { createFaqIndex, type FaqIndex } from '@aftercart/faq-index';
import { html, type TemplateResult } from '../base/template.ts';
import type { FaqSearchElement } from './faq-search.ts';
import { FaqSearchedEvent } from './searching.events.ts';
import type { searchingStrings } from './searching.strings.ts';

export { searchingStrings as strings } from './searching.strings.ts';

type Remote = typeof import('./remote.ts');
type Found = Pick<FaqHits['items'][number], 'entry' | 'highlights'>[];

/** As many as the topics have rows, so that nothing moves while typing. */
const FIRST = 6;
const MORE = 30;
/** Milliseconds without a key press before the count is announced. */
const ANNOUNCE_AFTER = 600;

export class Searching {
  /** What screen readers are told. */
  status = '';
  readonly #host: FaqSearchElement;
  #remote: Remote | undefined;
  #index: FaqIndex | undefined;
  #indexed: FaqEntries | null | undefined;
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
    if (query === this.#query && this.#found !== undefined) return;
    this.#query = query;
    this.#limit = FIRST;
    this.#search();
  }

  #search(): void {
    const host = this.#host;
    const query = this.#query;
    clearTimeout(this.#pause);
    this.#asking.abort();
    this.#asking = new AbortController();
    if (!query) {
      this.status = '';
      this.#show(undefined);
    } else if (this.#remote) {
      void this.#remote.searchRemotely(host, query, this.#limit + 1, this.#asking.signal).then((found) => this.#show(found ?? null));
    } else if (this.#index) {
      const entries = new Map(host.items.map((entry) => [entry.id, entry]));
      const hits = this.#index.search(query, { limit: this.#limit + 1, context: host.context });
      // The entries may be newer than the index.
      this.#show(hits.flatMap(({ id, highlights }) => (entries.has(id) ? { entry: entries.get(id)!, highlights } : [])));
    }
  }

  /** Makes the index, at first and when the entries have changed; until then the old one serves. */
  #renew(): void {
    const { data, locale } = this.#host;
    const { entries } = data;
    if (!entries || entries === this.#indexed) return;
    this.#indexed = entries;
    const build = async () => {
      const index = await createFaqIndex(entries.items, {
        locale,
        synonyms: entries.synonyms,
        // Entries have been checked already, so it is the rules of the language that did not come.
        onReport: (problem, cause) => this.#host.tell('CHUNK_FAILED', problem, cause),
      });
      if (entries !== this.#indexed) return;
      this.#index = index;
      this.#search();
    };
    this.#host.guarded(build)(undefined);
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
    this.#search();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`li:nth-child(${FIRST + 1}) summary`)?.focus();
  }

  render(): TemplateResult {
    const host = this.#host;
    const found = this.#found;
    this.#renew();
    if (found === null) {
      return html`<p role="status">
        ${host.t('error')} <button part="retry" class="plain" @click=${host.guarded(() => this.#search())}>${host.t('retry')}</button>
      </p>`;
    }
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

/** A question with its matches marked. Ranges of a backend may overlap or lie beside the text. */
function marked(question: string, ranges: readonly (readonly [number, number])[]): unknown[] {
  const pieces: unknown[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at || end <= start || end > question.length) continue;
    pieces.push(question.slice(at, start), html`<mark part="highlight">${question.slice(start, end)}</mark>`);
    at = end;
  }
  return [...pieces, question.slice(at)];
}
