/** What is around hits: that they are on their way, lost, none, or more than are shown; what matches; and how many, once the shopper pauses. */
import { html, type TemplateResult } from '../base/template.ts';
import type { aroundHitsStrings } from './around-hits.strings.ts';
import type { FaqSearchElement } from './faq-search.ts';
import type { Found } from './in-page.ts';
import { FaqSearchedEvent } from './searching.events.ts';
import { renderTopics, ROWS } from './topics.ts';

const MORE = 30;
/** Milliseconds without a key press before the count is announced. */
const ANNOUNCE_AFTER = 600;

export class AroundHits {
  readonly #host: FaqSearchElement;

  constructor(host: FaqSearchElement) {
    this.#host = host;
  }

  #t(key: keyof typeof aroundHitsStrings, n = 0): string {
    return this.#host.t(key as never, { n });
  }

  /** In place of hits: there are none, or none yet. */
  renderNone(found: Found | undefined): TemplateResult {
    const host = this.#host;
    if (found) return html`<p part="nothing" class="muted">${this.#t('nothing')}</p>${renderTopics(host)}`;
    return html`<p class="muted" role="status">
      ${host.isLost ? html`${host.t('error')} <button part="retry" class="plain" @click=${host.prepared}>${host.t('retry')}</button>` : host.t('loading')}
    </p>`;
  }

  /** A question with its matches marked. */
  mark({ entry: { question }, highlights }: Found[number]): unknown[] {
    let at = 0;
    const pieces = (highlights ?? []).flatMap(([start, end]) => [question.slice(at, start), html`<mark part="highlight">${question.slice(start, (at = end))}</mark>`]);
    return [...pieces, question.slice(at)];
  }

  /** Under the first hits, where there are more: shows them, with the focus on the first new one. */
  renderMore(found: Found): TemplateResult | string {
    const host = this.#host;
    const searching = host.parts.searching!;
    if (searching.limit > ROWS || found.length <= ROWS) return '';
    const show = async () => {
      searching.limit = MORE;
      await searching.search();
      await host.updateComplete;
      host.renderRoot.querySelector<HTMLElement>(`li:nth-child(${ROWS + 1}) summary`)?.focus();
    };
    return html`<button part="more" class="plain" @click=${host.guarded(show)}>${this.#t('more')}</button>`;
  }

  /** Tells screen readers and the page how many hits are shown, unless another search comes before. */
  announce(query: string, found: Found, signal: AbortSignal): void {
    const host = this.#host;
    const searching = host.parts.searching!;
    const timer = setTimeout(() => {
      const n = Math.min(found.length, searching.limit);
      searching.status = this.#t(n ? 'found' : 'nothing', n);
      host.requestUpdate();
      host.dispatchEvent(new FaqSearchedEvent(query, n));
    }, ANNOUNCE_AFTER);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
}
