/** Five native radios that look like stars. Choosing one sends nothing and moves no focus. */
import { html, type TemplateResult } from '../base/template.ts';
import { starIcon } from '../base/icons.ts';
import type { ReviewPromptElement } from './review-prompt.ts';

export const RATINGS = [1, 2, 3, 4, 5];

/**
 * @param name Tells the rows of one element apart.
 * @param rate Called with the number of stars. It hears `click`, which arrow keys give too, because a click on the star that
 *   is chosen already opens the form again.
 */
export const starRadios = (host: ReviewPromptElement, name: string, rating: number | undefined, rate: (rating: number) => unknown): TemplateResult[] =>
  RATINGS.map(
    (n) => html`<label part="star">
      <input type="radio" name=${name} .checked=${rating === n} aria-label=${host.stars(n)} @click=${host.guarded(() => rate(n))} />${starIcon}
    </label>`,
  );
