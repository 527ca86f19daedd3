/** Where a review stands, what was written, and the ways to change it or take it back. */
import type { Review, ReviewRequest } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import { formatDate } from '../base/format/date.ts';
import { draftOf } from './review-form.ts';
import type { PanelKey, ReviewPanel } from './review-panel.ts';
import { ReviewWithdrawnEvent } from './review-prompt.events.ts';

export class ReviewReceipt {
  readonly #panel: ReviewPanel;
  /** What the shopper has just done. */
  done: 'thanks' | 'saved' | undefined;
  #asking = false;

  constructor(panel: ReviewPanel) {
    this.#panel = panel;
  }

  rest(): void {
    this.done = undefined;
    this.#asking = false;
  }

  #edit(request: ReviewRequest, review: Review): Promise<void> {
    this.#panel.drafts.set(request.id, draftOf(review));
    this.#panel.turn('form');
    return this.#panel.focus('#form-title');
  }

  #ask(asking: boolean): Promise<void> {
    this.#asking = asking;
    return this.#panel.focus(asking ? '#ask' : '[part=withdraw]');
  }

  async #withdraw(request: ReviewRequest, { id }: Review): Promise<void> {
    const { host, actions } = this.#panel;
    const review = await this.#panel.act(() => actions.withdraw({ reviewId: id }));
    if (!review) return;
    this.#panel.settle(request, review);
    host.dispatchEvent(new ReviewWithdrawnEvent(review));
  }

  render(request: ReviewRequest, review: Review): TemplateResult {
    const { host, can, busy, failure } = this.#panel;
    const { status, reason } = review;
    const heading: PanelKey = status === 'withdrawn' ? 'withdrawn' : status === 'rejected' ? 'refused' : (this.done ?? 'sent');
    return html`<section part="receipt" class="stack" aria-labelledby="receipt-title" aria-busy=${busy}>
      <div>
        <h3 id="receipt-title" tabindex="-1">${this.#panel.t(heading)}</h3>
        <p>${this.#panel.t(`${status}Text`)}</p>
        ${status === 'rejected' && reason ? html`<p part="reason" class="failed">${this.#panel.t('reason', { reason })}</p>` : ''}
      </div>
      ${status === 'withdrawn' ? '' : this.#written(request, review)}
      <p part="failure" class="failed" role="alert">${failure ? this.#panel.t(failure) : ''}</p>
      ${status === 'withdrawn' ? ''
      : this.#asking
        ? html`<div part="confirm" class="note stack">
            <p id="ask" tabindex="-1">${this.#panel.t('withdrawAsk')}</p>
            <div class="buttons">
              <button part="confirm-withdraw" aria-disabled=${busy} @click=${host.guarded(() => this.#withdraw(request, review))}>${this.#panel.t('withdrawYes')}</button>
              <button part="keep" @click=${host.guarded(() => this.#ask(false))}>${this.#panel.t('keep')}</button>
            </div>
          </div>`
        : can.edit || can.withdraw
          ? html`<div class="buttons">
              ${can.edit ? html`<button part="edit" @click=${host.guarded(() => this.#edit(request, review))}>${this.#panel.t('edit')}</button>` : ''}
              ${can.withdraw ? html`<button part="withdraw" @click=${host.guarded(() => this.#ask(true))}>${this.#panel.t('withdraw')}</button>` : ''}
            </div>`
          : ''}
    </section>`;
  }

  #written({ aspects, incentive }: ReviewRequest, review: Review): TemplateResult {
    const { host } = this.#panel;
    const rated = (review.aspects ?? []).flatMap(({ id, rating }) => {
      const label = aspects?.find((aspect) => aspect.id === id)?.label;
      return label ? [`${host.apart(label)}: ${host.stars(rating)}`] : [];
    });
    const notes = [
      review.displayName && host.apart(review.displayName),
      this.#panel.t('sentOn', { date: formatDate(host.language, review.createdAt, { dateStyle: 'medium' }) }),
      review.verified && this.#panel.t('verified'),
      review.incentivised && (incentive?.disclosure || this.#panel.t('incentivised')),
    ];
    return html`<div part="review" class="note">
      <p class="muted">${host.stars(review.rating)}</p>
      ${review.title ? html`<p dir="auto"><b>${review.title}</b></p>` : ''}
      ${review.body ? html`<p dir="auto" class="body">${review.body}</p>` : ''}
      ${rated.map((line) => html`<p class="muted">${line}</p>`)}
      <p class="muted">${notes.filter(Boolean).join(' · ')}</p>
    </div>`;
  }
}
