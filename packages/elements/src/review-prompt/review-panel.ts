/** What opens below the stars: the form, the receipt, the other items. Loaded when a star is chosen. */
import { isAdapterError, type Review, type ReviewRequest } from '@aftercart/contract';
import { reviewsActions } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { clearButton } from './clear-button.ts';
import type { Draft } from './drafts.ts';
import { ReviewForm } from './review-form.ts';
import { reviewPanelStrings } from './review-panel.strings.ts';
import { reviewPanelStyles } from './review-panel.styles.ts';
import { RatingChangeEvent } from './review-prompt.events.ts';
import { standing, type ReviewPromptElement } from './review-prompt.ts';
import { ReviewReceipt } from './review-receipt.ts';
import { starlessStrings } from './starless.strings.ts';
import { starlessStyles } from './starless.styles.ts';

// After a review is sent, its stars are drawn without another file.
export { notice, rated } from './starless.ts';
export const strings = { ...starlessStrings, ...reviewPanelStrings };
export const styles = starlessStyles + reviewPanelStyles;

export type PanelKey = keyof typeof strings;

const FAILURES: Readonly<Record<string, PanelKey>> = {
  OFFLINE: 'offlineNow',
  INVALID_REQUEST: 'refusedInput',
  CONFLICT: 'conflict',
  NOT_ELIGIBLE: 'notEligible',
  FORBIDDEN: 'notEligible',
  CUSTOMER_BLOCKED: 'notEligible',
  UNAUTHENTICATED: 'signedOut',
  TOKEN_EXPIRED: 'signedOut',
};

export class ReviewPanel {
  readonly host: ReviewPromptElement;
  /** What is open. */
  view: 'form' | 'receipt' | 'list' | undefined;
  /** What screen readers are told, politely. */
  news = '';
  busy = false;
  failure: PanelKey | undefined;
  /** What the adapter can do beside `submit`. */
  can = { edit: false, withdraw: false };
  readonly drafts = new Map<string, Draft>();
  readonly #form: ReviewForm;
  readonly #receipt: ReviewReceipt;
  /** What came of reviews that were sent, with what the backend said of them before. */
  readonly #results = new Map<string, { review: Review; before: Review | null | undefined }>();
  #chosen: ReviewRequest;

  constructor(host: ReviewPromptElement, chosen: ReviewRequest) {
    this.host = host;
    this.#chosen = chosen;
    this.#form = new ReviewForm(this);
    this.#receipt = new ReviewReceipt(this);
    void host.currentShop!.adapter().then(
      ({ reviews }) => {
        this.can = { edit: !!reviews?.edit, withdraw: !!reviews?.withdraw };
        host.requestUpdate();
      },
      () => {},
    );
  }

  /** A string of the panel. */
  t(key: PanelKey, params?: Readonly<Record<string, string | number>>): string {
    return this.host.t(key as never, params);
  }

  get actions() {
    return reviewsActions(this.host.currentShop!, this.host.locale);
  }

  /** The request that the shopper turned to, also when the backend lists it no more because it has been answered. */
  get chosen(): ReviewRequest | undefined {
    const { id } = this.#chosen;
    if (!this.host.fits(this.#chosen)) return undefined;
    return this.host.items.find((item) => item.id === id) ?? (this.view || this.#results.has(id) ? this.#chosen : undefined);
  }

  draft(id = this.host.request?.id ?? ''): Draft {
    return this.drafts.get(id) ?? {};
  }

  /** The review of a request. What the backend answered to an act holds until newer data has a review. */
  reviewOf({ id, review }: ReviewRequest): Review | null | undefined {
    const result = this.#results.get(id);
    return result && (!review || review === result.before) ? result.review : review;
  }

  /** The review that stands for the request that is shown, unless it is being changed. */
  get sent(): Review | undefined {
    const { request } = this.host;
    return request && !this.draft().reviewId ? standing(this.reviewOf(request)) : undefined;
  }

  /** Draws again, then puts the focus on the first of the selectors that is there. */
  async focus(...selectors: string[]): Promise<void> {
    const { host } = this;
    host.requestUpdate();
    await host.updateComplete;
    const found = selectors.map((selector) => host.renderRoot.querySelector<HTMLElement>(selector));
    found.find(Boolean)?.focus();
  }

  /** Opens a part, or none. The focus stays where it is. */
  turn(view: ReviewPanel['view']): void {
    const { host } = this;
    const { request = this.#chosen } = host;
    this.#chosen = request;
    // A review that has come from elsewhere in the meantime is shown instead of a form for a second one.
    if (view === 'form' && this.sent) view = 'receipt';
    host.requestUpdate();
    if (view === this.view) return;
    this.view = view;
    this.failure = undefined;
    this.news = view === 'form' ? this.t('opened') : '';
    this.#receipt.rest();
    if (view === 'form') this.#form.begin(request);
  }

  toggle(view: 'receipt' | 'list'): void {
    this.turn(view === this.view ? undefined : view);
  }

  /** Closes for the page, which may have the focus elsewhere. */
  hide(): void {
    if (this.host.renderRoot.activeElement?.closest('[part=panel]')) this.close();
    else this.turn(undefined);
  }

  /** Closes for the shopper. */
  close(): void {
    this.turn(undefined);
    void this.focus('#rating :checked', '#rating input', '[part=open]');
  }

  /** Notes the stars of the product, and opens the form. */
  rate(rating: number | undefined): void {
    const { request } = this.host;
    if (!request) return;
    if (this.draft().rating !== rating) {
      this.#form.change(request.id, { rating });
      this.host.dispatchEvent(new RatingChangeEvent(request, rating ?? null));
    }
    this.turn('form');
  }

  /** The button that takes back the stars of the product, where there are some. */
  clearButton(): TemplateResult | string {
    const { host } = this;
    return this.draft().rating ? clearButton(this, host.t('ask', { product: host.request!.product.name }), () => this.rate(undefined)) : '';
  }

  /** Turns to another item. */
  choose(request: ReviewRequest): void {
    this.#chosen = request;
    this.view = undefined;
    const sent = standing(this.reviewOf(request));
    this.turn(sent ? 'receipt' : this.drafts.has(request.id) ? 'form' : undefined);
    void this.focus(...(sent ? ['#receipt-title'] : ['#rating :checked', '#rating input']));
  }

  /** Does one thing at a time. Answers undefined, with `failure` saying why, where it failed. */
  async act<T>(run: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.failure = undefined;
    this.host.requestUpdate();
    try {
      return await run();
    } catch (error) {
      if (!isAdapterError(error)) throw error;
      this.failure = FAILURES[error.code] ?? (error.retryable || /^(INVALID_RESPONSE|ADAPTER_FAULT)$/.test(error.code) ? 'unknownOutcome' : 'failed');
      return undefined;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  /** Notes what the backend answered about a request, and shows it unless the shopper has turned to another one. */
  settle(request: ReviewRequest, review: Review, done?: 'thanks' | 'saved'): void {
    const { host } = this;
    const { id } = request;
    this.#results.set(id, { review, before: (host.items.find((item) => item.id === id) ?? request).review });
    this.#form.forget(id);
    if (this.#chosen.id === id) {
      this.view = undefined;
      this.turn('receipt');
      this.#receipt.done = done;
      // A shopper who went on with the page while the answer was on its way is told, and left alone.
      const { activeElement } = document;
      if (host.renderRoot.activeElement || !activeElement || activeElement === document.body) return void this.focus('#receipt-title');
    }
    this.news = this.t(done ?? 'withdrawn');
    host.requestUpdate();
  }

  render(): TemplateResult | string {
    const { view, host } = this;
    const request = host.request!;
    if (request.id !== this.#chosen.id) {
      // The attributes ask for something else now.
      this.#chosen = request;
      this.turn(undefined);
    }
    if (!view) return '';
    const review = this.reviewOf(request);
    const isWriting = view === 'form' && !this.sent;
    return html`<div part="panel" class="panel">
      ${isWriting ? this.#form.render(request, review)
      : view !== 'list' && review ? this.#receipt.render(request, review)
      : ''}
      ${isWriting ? '' : this.#lists(request)}
    </div>`;
  }

  #lists(request: ReviewRequest): (TemplateResult | string)[] {
    const { host } = this;
    const others = host.items.filter(({ id }) => id !== request.id);
    const inOrder = (item: ReviewRequest) => !!item.orderNumber && item.orderNumber === request.orderNumber;
    const open = others.filter((item) => !standing(this.reviewOf(item)));
    const lists = [
      this.#list(this.t('sameOrder'), open.filter(inOrder)),
      this.#list(this.t('waiting'), open.filter((item) => !inOrder(item))),
    ];
    return this.view === 'list' ? [...lists, this.#list(this.t('yourReviews'), others.filter((item) => !open.includes(item)))] : lists;
  }

  #list(title: string, items: ReviewRequest[]): TemplateResult | string {
    const { host } = this;
    if (!items.length) return '';
    return html`<section part="items">
      <h3>${title}</h3>
      <ul>
        ${items.map((item) => {
          const { product, orderNumber } = item;
          const review = standing(this.reviewOf(item));
          const button = review ? this.t('show') : this.t('review');
          const notes = [product.variant && host.apart(product.variant), review ? this.t(review.status) : orderNumber && host.t('order', { order: orderNumber })];
          return html`<li part="item">
            <div><bdi>${product.name}</bdi> <p class="muted">${notes.filter(Boolean).join(' · ')}</p></div>
            <button part="choose" aria-label=${`${button}: ${product.name}`} @click=${host.guarded(() => this.choose(item))}>${button}</button>
          </li>`;
        })}
      </ul>
    </section>`;
  }
}
