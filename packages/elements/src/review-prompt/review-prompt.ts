import type { Review, ReviewRequest, ReviewRequests } from '@aftercart/contract';
import { reviewsStores, type Resource, type Shop } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { AftercartElement } from '../base/aftercart-element.ts';
import type { PropertyDeclarations } from '../base/drawn-element.ts';
import type { Strings } from '../base/locale.ts';
import { starIcon } from '../base/icons.ts';
import { safeUrl } from '../base/safe-url.ts';
import type { Phase } from '../base/state.ts';
import { RATINGS, starRadios } from './star-radios.ts';
import type { ReviewPanel } from './review-panel.ts';
import { reviewPromptStrings } from './review-prompt.strings.ts';
import { reviewPromptStyles } from './review-prompt.styles.ts';

type ReviewSources = { requests: Resource<ReviewRequests> };

/** The review that stands, if any. One that was taken back may be written anew. */
export const standing = (review: Review | null | undefined): Review | undefined =>
  review && review.status !== 'withdrawn' ? review : undefined;

/** Under which drafts are kept on the device. */
export const DRAFTS = 'review-drafts';

/** Shows a picture that loads, and what lies under it where it does not. */
const showPicture = ({ target, type }: Event) => (target as Element).toggleAttribute('data-broken', type === 'error');

/**
 * Asks for a review of what the shopper bought: stars at once, the form when a star is chosen, then where the review
 * stands, with the other items of the order. Every rating is treated alike.
 *
 * @tagname aftercart-review-prompt
 * @slot - Shown before the element is defined, to a guest, and where the shop has no reviews.
 *
 * @fires {AftercartStateEvent} aftercart-state - The element is in another state.
 * @fires {RatingChangeEvent} aftercart-rating-change - The shopper chose or cleared the stars; nothing is sent by it.
 * @fires {ReviewRequestEvent} aftercart-review-request - The shopper sends a review or changes to one; cancelable.
 * @fires {ReviewedEvent} aftercart-reviewed - The backend took a review.
 * @fires {ReviewEditedEvent} aftercart-review-edited - The backend took changes to a review.
 * @fires {ReviewWithdrawnEvent} aftercart-review-withdrawn - The backend took a review back.
 *
 * @csspart base - Everything that the element draws.
 * @csspart card - The box.
 * @csspart picture - The product’s picture, or the box that stands for it.
 * @csspart title - The question, or “Your review of …”.
 * @csspart meta - Variant and order number.
 * @csspart stars - A row of stars, of the product or of an aspect.
 * @csspart star - One star.
 * @csspart clear - The button that takes the stars back.
 * @csspart rated - The stars of a review that was sent.
 * @csspart open - The button that opens a review that was sent.
 * @csspart incentive - What is given for a review, under the stars.
 * @csspart status - Where a review stands.
 * @csspart more - The button that lists the other items.
 * @csspart empty - Shown where there is nothing to review.
 * @csspart invitation - Shown to a guest.
 * @csspart error - Shown when the data could not be fetched.
 * @csspart retry - The button that asks again.
 * @csspart stale - Says how old the data is.
 * @csspart panel - What opens below the stars.
 * @csspart form - The form.
 * @csspart product - The product’s full name in the form.
 * @csspart restored - Says that an earlier draft is back.
 * @csspart start-over - The button that throws the draft away.
 * @csspart errors - The list of what is wrong in the form.
 * @csspart field-error - What is wrong with one field.
 * @csspart aspects - The aspects to rate.
 * @csspart field - A field with its label.
 * @csspart input - The box to write in.
 * @csspart count - How many characters are left.
 * @csspart disclosure - What is given for a review, and what the review will say about it.
 * @csspart failure - Why sending did not work.
 * @csspart submit - The button that sends.
 * @csspart close - The button that closes the form; the draft stays.
 * @csspart receipt - Where a review stands, with what was written.
 * @csspart reason - Why a review was rejected.
 * @csspart review - What was written.
 * @csspart edit - The button that changes a review.
 * @csspart withdraw - The button that asks to take a review back.
 * @csspart confirm - The question before a review is taken back.
 * @csspart confirm-withdraw - The button that takes a review back.
 * @csspart keep - The button that keeps it.
 * @csspart items - A list of other items.
 * @csspart item - One of them.
 * @csspart choose - The button that turns to an item.
 *
 * @cssstate loading - The first data is on its way.
 * @cssstate ready - There is something to review, or a review.
 * @cssstate empty - There is nothing to review.
 * @cssstate guest - Nobody is signed in.
 * @cssstate stale - The data could not be renewed.
 * @cssstate error - No data could be fetched.
 * @cssstate unsupported - The shop has no reviews, or there is no such shop; the slot is shown.
 *
 * @cssproperty [--aftercart-review-prompt-background=var(--aftercart-color-surface)] - Background of the box.
 * @cssproperty [--aftercart-review-prompt-border-color=var(--aftercart-color-border)] - Border of the box.
 * @cssproperty [--aftercart-review-prompt-radius=var(--aftercart-radius)] - Corners of the box.
 * @cssproperty [--aftercart-review-prompt-star-color=var(--aftercart-color-accent)] - Stars that are chosen.
 */
export class ReviewPromptElement extends AftercartElement<ReviewSources, keyof typeof reviewPromptStrings> {
  static override properties: PropertyDeclarations = {
    ...AftercartElement.properties,
    order: {},
    productId: { attribute: 'product-id' },
  };
  static override styles = [...AftercartElement.styles, reviewPromptStyles];

  /** Only items of this order, by the number that the shopper knows. */
  declare order: string | undefined;
  /** Only this product, by the shop’s id. */
  declare productId: string | undefined;

  protected override readonly kind = 'review-prompt';
  protected override words: Strings = reviewPromptStrings;
  /** @internal What the shopper writes and has written; there from the first star on. */
  panel: ReviewPanel | undefined;
  /** What is drawn where no star can be chosen. */
  #starless: Pick<typeof import('./starless.ts'), 'notice' | 'rated'> | undefined;
  /** Whether that is on its way; undefined before it was asked for. */
  #waits: boolean | undefined;
  #isStuck = false;
  /** The stars that were chosen last. */
  #rating = 0;

  protected override sources(shop: Shop, locale: string): ReviewSources {
    return { requests: reviewsStores(shop, locale).$requests };
  }

  protected override forget(before: AbortSignal): void {
    // A guest who signs in still finds an earlier draft.
    if (this.data.requests && before.aborted) void this.currentShop?.storage.set('drafts', DRAFTS, null);
    this.panel = undefined;
  }

  protected override phaseOf(): 'ready' | 'empty' {
    return this.request ? 'ready' : 'empty';
  }

  protected override currentPhase(): Phase {
    const phase = super.currentPhase();
    if (!this.#sent && !/^(guest|empty)$/.test(phase)) return phase;
    if (!this.#starless && this.#waits === undefined) void this.#loadStarless();
    return this.#waits ? 'loading' : phase;
  }

  async #loadStarless(): Promise<void> {
    this.#waits = true;
    this.#starless = await this.lazy(() => import('./starless.ts'));
    this.#waits = false;
    this.requestUpdate();
  }

  /** The review that is shown instead of the question. */
  get #sent(): Review | undefined {
    const { panel, request } = this;
    return panel ? panel.sent : standing(request?.review);
  }

  /** @internal What may be reviewed or was, within what the attributes ask for. */
  get items(): ReviewRequest[] {
    return (this.data.requests?.items ?? []).filter((item) => this.fits(item));
  }

  /** @internal Whether the attributes ask for it. */
  fits({ orderNumber, product }: ReviewRequest): boolean {
    return (!this.order || orderNumber === this.order) && (!this.productId || product.id === this.productId);
  }

  /** @internal The request that is shown. */
  get request(): ReviewRequest | undefined {
    const { items, panel } = this;
    return panel?.chosen ?? items.find(({ review }) => !standing(review)) ?? items[0];
  }

  /** @internal A rating in words. */
  stars(n: number): string {
    return this.t('stars', { n, max: RATINGS.length });
  }

  /** Opens the form, or the review that was sent. */
  async show(): Promise<void> {
    (await this.#open())?.turn('form');
  }

  /** Closes what `show` opened. What was written stays. */
  hide(): void {
    this.panel?.hide();
  }

  /** @internal */
  override prepare(): Promise<typeof import('./review-panel.ts') | undefined> {
    return this.lazy(() => import('./review-panel.ts'));
  }

  async #open(): Promise<ReviewPanel | undefined> {
    const { request } = this;
    const shopper = this.currentShop?.sessionSignal();
    const part = await this.prepare();
    this.#isStuck = !part;
    this.requestUpdate();
    if (!part || !request || shopper !== this.currentShop?.sessionSignal()) return undefined;
    this.#starless ??= part;
    return (this.panel ??= new part.ReviewPanel(this, request));
  }

  /** While the form is on its way, stars may be chosen again: the last ones count, in whatever order its loading is told. */
  async #rate(rating: number): Promise<void> {
    this.#rating = rating;
    (this.panel ?? (await this.#open()))?.rate(this.#rating);
  }

  protected override skeleton(): TemplateResult {
    return html`<div part="card" class="card first"><div class="picture skeleton"></div><div class="title skeleton"></div></div>`;
  }

  protected override content(): TemplateResult {
    const { request, panel, phase } = this;
    const starless = this.#starless;
    const sent = this.#sent;
    if (!request || phase === 'guest' || (sent && !starless)) return starless?.notice(this) ?? html`<slot></slot>`;
    const { product, orderNumber, incentive } = request;
    const others = this.items.filter(({ id }) => id !== request.id).length;
    const picture = safeUrl(product.imageUrl);
    const toggle = (view: 'receipt' | 'list') => this.guarded(async () => (panel ?? (await this.#open()))?.toggle(view));
    return html`<section part="card" class="card" aria-labelledby="title">
      <div class="first">
        <div part="picture" class="picture">
          ${starIcon} ${picture ? html`<img src=${picture} alt="" loading="lazy" @load=${showPicture} @error=${showPicture} />` : ''}
        </div>
        <div class="title">
          <h2 id="title" part="title" class="clamp">${this.t(sent ? ('yours' as 'ask') : 'ask', { product: product.name })}</h2>
          <p part="meta" class="muted clamp">
            ${this.staleNote() || [product.variant && this.t('{variant}' as 'ask', product as never), orderNumber && this.t('order', { order: orderNumber })].filter(Boolean).join(' · ')}
          </p>
        </div>
        <div class="rate">
          ${sent
            ? starless?.rated(this, sent, toggle('receipt'))
            : html`<fieldset part="stars" class="stars" id="rating" aria-labelledby="title" aria-describedby="rating-error">
                ${starRadios(this, 'rating', panel?.draft().rating, (rating) => this.#rate(rating))} ${panel?.clearButton()}
              </fieldset>`}
        </div>
        <div class="rate">
          <span part="${sent ? 'status' : 'incentive'}" class="muted clamp">
            ${this.#isStuck ? this.t('error') : sent ? this.t(sent.status as never) : html`<bdi>${incentive?.title || this.t('hint')}</bdi>`}
          </span>
          ${others ? html`<button part="more" class="plain" aria-expanded=${panel?.view === 'list'} @click=${toggle('list')}>${this.t('more', { n: others })}</button>` : ''}
        </div>
        <span class="hidden" role="status">${panel?.news}</span>
      </div>
      ${panel?.render()}
    </section>`;
  }
}
