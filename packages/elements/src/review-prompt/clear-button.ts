/** The button that takes the stars of a row back. */
import { html, type TemplateResult } from '../base/template.ts';
import { closeIcon } from '../base/close-icon.ts';
import type { ReviewPanel } from './review-panel.ts';

/** @param what What the stars rate. */
export const clearButton = (panel: ReviewPanel, what: string, clear: () => unknown): TemplateResult =>
  html`<button
    part="clear" class="clear" aria-label=${panel.t('clear', { what })}
    @click=${panel.host.guarded(({ target }: Event) => {
      // The button goes with the rating; the focus stays in the row.
      (target as Element).closest('fieldset')!.querySelector('input')!.focus();
      return clear();
    })}
  >
    ${closeIcon}
  </button>`;
