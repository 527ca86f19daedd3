import { css } from '../base/drawn-element.ts';

/**
 * Three rows of fixed height, so that no answer of a backend moves the page. What centres one thing is a flex box: a grid takes ten
 * times its memory in Chromium.
 */
export const reviewPromptStyles = css`
  :host {
    inline-size: 100%;
    min-block-size: 212px !important;
  }
  .base {
    container-type: inline-size;
  }
  .card {
    min-block-size: calc(7.5em + 92px);
    border-color: var(--aftercart-review-prompt-border-color, var(--_border));
    border-radius: var(--aftercart-review-prompt-radius, var(--_radius));
    background: var(--aftercart-review-prompt-background, var(--_surface));
  }
  .first {
    display: grid;
    grid-template: 4.75em 44px 2.75em / 20% minmax(0, 1fr);
    gap: 6px 16px;
  }
  .title.skeleton {
    block-size: 2.8em;
  }
  .picture,
  .rate,
  .stars label {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
  }
  .picture {
    inline-size: 100%;
    aspect-ratio: 1;
    overflow: clip;
    border-radius: 8px;
    background: var(--_subtle);
    color: var(--_muted);
  }
  img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_surface);
  }
  [data-broken] {
    visibility: hidden;
  }
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: clip;
  }
  p.clamp {
    -webkit-line-clamp: 1;
  }
  .rate {
    grid-column: 1/-1;
    justify-content: space-between;
    gap: var(--_2);
  }
  .rate > button {
    flex: none;
    max-inline-size: 50%;
  }
  .stars {
    display: flex;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: 1.4em;
    line-height: 0;
  }
  .stars label {
    inset-inline-start: -8px;
    inline-size: min(44px, 13.5cqi);
    block-size: 44px;
  }
  /* Without a look of its own; the outline of the one that has the focus is that of the panel. */
  .stars input {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    appearance: none;
  }
  label:has(:checked) svg,
  label:has(~ label :checked) svg,
  .on svg {
    fill: currentColor;
    color: var(--aftercart-review-prompt-star-color, var(--_accent));
  }
  [part='error'] {
    display: grid;
    place-content: center;
    justify-items: center;
    text-align: center;
  }
  /* Three lines of a title, so that the name of the product is not cut, in the same room. */
  @container (width < 350px) {
    .first > * {
      font-size: 0.875em;
    }
    .clamp {
      -webkit-line-clamp: 3;
    }
  }
  @container (width >= 480px) {
    .first {
      grid-template-columns: calc(7.5em + 56px) minmax(0, 1fr);
    }
    .picture {
      grid-row: 1/4;
    }
    .rate {
      grid-column: 2;
    }
  }
`;
