/** The form: aspects, headline, text and name, all of them optional. */
import type { Review, ReviewEditInput, ReviewInput, ReviewRequest } from '@aftercart/contract';
import { html, nothing, type TemplateResult } from '../base/template.ts';
import { safeUrl } from '../base/safe-url.ts';
import { KeptDrafts, type Draft } from './drafts.ts';
import { clearButton } from './clear-button.ts';
import type { ReviewPanel } from './review-panel.ts';
import { ReviewEditedEvent, ReviewedEvent, ReviewRequestEvent } from './review-prompt.events.ts';
import { starRadios } from './star-radios.ts';

/** What the contract takes; a name of 100 characters or more is refused by search engines. */
const LIMITS = { title: 300, body: 5_000, displayName: 99 };
type Field = keyof typeof LIMITS;
const FIELDS = ['title', 'body', 'displayName'] as const;

/** How long after the last key a draft is kept, and the characters left are told to screen readers. */
const KEEP_AFTER = 400;
const TELL_AFTER = 1_000;

/** The draft that changing a review begins with. */
export const draftOf = ({ id, rating, title, body, displayName, aspects }: Review): Draft => ({
  reviewId: id,
  rating,
  ...(title && { title }),
  ...(body && { body }),
  ...(displayName && { displayName }),
  aspects: Object.fromEntries((aspects ?? []).map((aspect) => [aspect.id, aspect.rating])),
});

export class ReviewForm {
  readonly #panel: ReviewPanel;
  readonly #kept: KeptDrafts;
  /** Requests whose kept draft was looked up. */
  readonly #begun = new Set<string>();
  #touched = false;
  #restored: string | undefined;
  /** Whether sending was tried, which is when mistakes are first pointed out. */
  #tried = false;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: ReviewPanel) {
    this.#panel = panel;
    this.#kept = new KeptDrafts(panel.host.currentShop!);
  }

  #put(id: string, draft: Draft): void {
    this.#panel.drafts.set(id, draft);
    this.#panel.host.requestUpdate();
  }

  /** Starts on a request, with what was written about it on an earlier visit. */
  begin({ id }: ReviewRequest): void {
    this.#tried = this.#touched = false;
    if (this.#begun.has(id)) return;
    this.#begun.add(id);
    const { host } = this.#panel;
    if (!this.#panel.draft(id).displayName) {
      const displayName = host.items.map((item) => this.#panel.reviewOf(item)?.displayName).find(Boolean);
      if (displayName) this.#put(id, { ...this.#panel.draft(id), displayName });
    }
    host.guarded(async () => {
      const found = await this.#kept.get(id);
      const draft = this.#panel.draft(id);
      if (!found || found.reviewId !== draft.reviewId || this.#touched || host.request?.id !== id) return;
      this.#restored = id;
      this.#put(id, { ...draft, ...found, rating: draft.reviewId ? found.rating : (draft.rating ?? found.rating) });
    })(undefined);
  }

  /** Drops the draft about a request. */
  forget(id: string): void {
    clearTimeout(this.#keeping);
    this.#begun.delete(id);
    this.#restored = undefined;
    this.#panel.drafts.delete(id);
    this.#kept.set(id, undefined);
  }

  #startOver(request: ReviewRequest, review: Review | null | undefined): Promise<void> {
    const { rating, reviewId } = this.#panel.draft(request.id);
    this.forget(request.id);
    this.#begun.add(request.id);
    this.#put(request.id, reviewId && review ? draftOf(review) : { rating });
    return this.#panel.focus('#form-title');
  }

  change(id: string, change: Draft): void {
    const { host } = this.#panel;
    this.#touched = true;
    this.#put(id, { ...this.#panel.draft(id), ...change });
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#kept.set(id, this.#panel.draft(id)), KEEP_AFTER);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      const [field] = FIELDS.filter((name) => name in change);
      this.#panel.news = field ? this.#count(field) : '';
      host.requestUpdate();
    }, TELL_AFTER);
  }

  /** How many characters are left, once that matters. */
  #count(field: Field): string {
    const left = LIMITS[field] - (this.#panel.draft()[field]?.trim().length ?? 0);
    if (left > LIMITS[field] / 10) return '';
    return left < 0 ? this.#panel.t('over', { n: -left }) : this.#panel.t('left', { n: left });
  }

  /** What is wrong with a field, in words. */
  isWrong(field: Field | 'rating'): string | false {
    if (!this.#tried) return false;
    const draft = this.#panel.draft();
    if (field === 'rating') return !draft.rating && this.#panel.t('ratingMissing');
    return (draft[field]?.trim().length ?? 0) > LIMITS[field] && this.#panel.t('tooLong', { field: this.#panel.t(field), max: LIMITS[field] });
  }

  #input(request: ReviewRequest, { rating, reviewId, aspects = {}, ...texts }: Draft): ReviewInput | ReviewEditInput {
    const text: Partial<Record<Field, string | null>> = {};
    for (const field of FIELDS) {
      const words = texts[field]?.trim();
      // What is emptied in a change has to be said; what was never there has not.
      if (words || reviewId) text[field] = words || null;
    }
    const rated = (request.aspects ?? []).flatMap(({ id }) => (aspects[id] ? [{ id, rating: aspects[id] }] : []));
    const content = { rating: rating!, ...text, ...(rated.length && { aspects: rated }) };
    return reviewId ? { reviewId, ...content } : { requestId: request.id, ...content, incentivised: !!request.incentive };
  }

  async #submit(request: ReviewRequest): Promise<void> {
    const { host, actions } = this.#panel;
    if (this.#panel.busy) return;
    this.#tried = true;
    if (this.isWrong('rating') || FIELDS.some((field) => this.isWrong(field))) return this.#panel.focus('[part=errors]');
    const input = this.#input(request, this.#panel.draft(request.id));
    if (!host.dispatchEvent(new ReviewRequestEvent(request, input))) return;
    const isEdit = 'reviewId' in input;
    const review = await this.#panel.act(() => (isEdit ? actions.edit(input) : actions.submit(input)));
    // Undefined too when another shopper came in the meantime.
    if (!review) return;
    this.#panel.settle(request, review, isEdit ? 'saved' : 'thanks');
    host.dispatchEvent(isEdit ? new ReviewEditedEvent(review) : new ReviewedEvent(review));
  }

  /** Closes the form. A change that is not sent is dropped; a review that is not sent waits. */
  #leave({ id }: ReviewRequest): void {
    if (!this.#panel.draft(id).reviewId) return this.#panel.close();
        this.forget(id);
    this.#panel.turn('receipt');
    void this.#panel.focus('[part=edit]', '#receipt-title');
  }

  render(request: ReviewRequest, review: Review | null | undefined): TemplateResult {
    const { host, busy, failure } = this.#panel;
    const { product, id } = request;
    const draft = this.#panel.draft(id);
    const url = safeUrl(product.url);
    const t = (key: Parameters<ReviewPanel['t']>[0]) => this.#panel.t(key);
    // No <form>: Enter in the headline would send a review that was only begun.
    return html`<div part="form" class="stack" role="group" aria-labelledby="form-title" aria-busy=${busy}>
      ${this.#errors()}
      <div>
        <h3 id="form-title" tabindex="-1">${t(draft.reviewId ? 'editTitle' : 'formTitle')}</h3>
        <p part="product">${url ? html`<a href=${url} target="_blank" rel="noopener"><bdi>${product.name}</bdi></a>` : html`<bdi>${product.name}</bdi>`}</p>
        <p class="muted">${t('optional')}</p>
      </div>
      ${this.#restored === id
        ? html`<p part="restored" class="note">
            ${t('restored')}
            <button part="start-over" class="plain" @click=${host.guarded(() => this.#startOver(request, review))}>${t('startOver')}</button>
          </p>`
        : ''}
      ${request.aspects?.length
        ? html`<section part="aspects" class="stack">
            <h4>${t('aspects')}</h4>
            <div class="aspects">
              ${request.aspects.map((aspect, index) => this.#aspect(id, aspect, `aspect-${index}`))}
            </div>
          </section>`
        : ''}
      ${this.#field(id, 'title')} ${this.#field(id, 'body', t('bodyHint'))} ${this.#field(id, 'displayName', t('nameHint'))}
      ${this.#disclosure(request)}
      <p part="failure" class="failed" role="alert">${failure ? t(failure) : ''}</p>
      <div class="buttons">
        <button part="submit" class="primary" aria-disabled=${busy} @click=${host.guarded(() => this.#submit(request))}>
          ${t(busy ? 'sending' : draft.reviewId ? 'save' : 'submit')}
        </button>
        <button part="close" @click=${host.guarded(() => this.#leave(request))}>${t(draft.reviewId ? 'cancel' : 'later')}</button>
      </div>
    </div>`;
  }

  #aspect(request: string, { id, label }: { id: string; label: string }, name: string): TemplateResult {
    const { [id]: rating } = this.#panel.draft(request).aspects ?? {};
    const rate = (stars: number | undefined) => this.change(request, { aspects: { ...this.#panel.draft(request).aspects, [id]: stars } });
    return html`<fieldset part="stars">
      <legend><bdi>${label}</bdi></legend>
      <div class="stars">${starRadios(this.#panel.host, name, rating, rate)} ${rating ? clearButton(this.#panel, label, () => rate(undefined)) : ''}</div>
    </fieldset>`;
  }

  /** What is wrong, each with a way to it. */
  #errors(): TemplateResult {
    const rating = this.isWrong('rating');
    const wrong = (['rating', ...FIELDS] as const).filter((field) => this.isWrong(field));
    // A link to an id does not reach into a shadow root, and would change the address of the page.
    return html`<div part="errors" class=${wrong.length ? 'errors' : 'gone'} tabindex="-1" role="group" aria-labelledby="errors-title">
        <h3 id="errors-title">${this.#panel.t('errors')}</h3>
        <ul>
          ${wrong.map((field) => html`<li><button class="plain" @click=${() => this.#panel.focus(field === 'rating' ? '#rating input' : `#field-${field}`)}>${this.isWrong(field)}</button></li>`)}
        </ul>
      </div>
      ${rating ? html`<p id="rating-error" part="field-error" class="failed">${rating}</p>` : ''}`;
  }

  #field(request: string, name: Field, hint = ''): TemplateResult {
    const { host } = this.#panel;
    const id = `field-${name}`;
    const wrong = this.isWrong(name);
    const value = this.#panel.draft(request)[name] ?? '';
    const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ') || nothing;
    const input = host.guarded(({ target }: Event) => this.change(request, { [name]: (target as HTMLInputElement).value }));
    return html`<div part="field" class="field">
      <label for=${id}>${this.#panel.t(name)}</label>
      ${hint ? html`<p id=${`${id}-hint`} class="muted">${hint}</p>` : ''}
      ${name === 'body'
        ? html`<textarea id=${id} part="input" rows="5" dir="auto" aria-describedby=${described} aria-invalid=${!!wrong} .value=${value} @input=${input}></textarea>`
        : html`<input id=${id} part="input" dir="auto" autocomplete=${name === 'displayName' ? 'nickname' : 'off'} aria-describedby=${described} aria-invalid=${!!wrong} .value=${value} @input=${input} />`}
      ${wrong ? html`<p id=${`${id}-error`} part="field-error" class="failed">${wrong}</p>` : ''}
      <p part="count" class="muted count">${this.#count(name)}</p>
    </div>`;
  }

  /** What is given for the review and what the review will say about it, before it is sent. */
  #disclosure({ incentive }: ReviewRequest): TemplateResult | string {
    if (!incentive) return '';
    return html`<div part="disclosure" class="note">
      <p><b><bdi>${incentive.title}</bdi></b></p>
      <p class="muted">${this.#panel.t('anyRating')}${incentive.disclosure ? ` ${this.#panel.t('disclosed', { text: incentive.disclosure })}` : ''}</p>
    </div>`;
  }
}
