/**
 * What is drawn where no star can be chosen: the stars of a review that was sent, and words to a guest or where there is nothing to
 * review. Loaded where it is needed first, or with the panel.
 */
import type { Review } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import { starIcon } from '../base/icons.ts';
import type { ReviewPromptElement } from './review-prompt.ts';
import { RATINGS } from './star-radios.ts';
import type { starlessStrings } from './starless.strings.ts';

export { starlessStrings as strings } from './starless.strings.ts';
export { starlessStyles as styles } from './starless.styles.ts';

/** To a guest, or where there is nothing to review. */
export function notice(host: ReviewPromptElement): TemplateResult {
  const guest = host.phase === 'guest';
  const t = (key: keyof typeof starlessStrings) => host.t(key as never);
  return html`<div part="${guest ? 'invitation' : 'empty'}" class="card notice">
    ${starIcon}
    <h2 part="title">${t(guest ? 'guest' : 'empty')}</h2>
    <p class="muted">${t(guest ? 'guestText' : 'emptyText')}</p>
    ${guest ? html`<slot></slot>` : ''}
  </div>`;
}

/** The stars of a review that was sent, and the button that opens it. */
export const rated = (host: ReviewPromptElement, { rating }: Review, toggle: (event: Event) => unknown): TemplateResult =>
  html`<span part="rated" class="stars" role="img" aria-label=${host.stars(rating)}>
      ${RATINGS.map((n) => html`<i class=${n > rating ? '' : 'on'}>${starIcon}</i>`)}
    </span>
    <button part="open" aria-expanded=${host.panel?.view === 'receipt'} @click=${toggle}>${host.t('show' as never)}</button>`;
