import { css } from '../base/drawn-element.ts';

/** The card has one height for each width, whatever is in it, until something is opened. */
export const returnsBannerStyles = css`
  :host {
    min-block-size: 78px !important;
  }
  .base {
    container-type: inline-size;
    contain-intrinsic-inline-size: 320px;
  }
  .card {
    --_words: 5.6em;
    min-block-size: calc(var(--_words) + var(--_row, 0px) + 2 * var(--_3) + 2px);
    border-color: var(--aftercart-returns-banner-border-color, var(--_border));
    border-radius: var(--aftercart-returns-banner-radius, var(--_radius));
    background: var(--aftercart-returns-banner-background, var(--_surface));
    color: var(--aftercart-returns-banner-color, var(--_text));
  }
  .tall,
  :host(:is([order], [withdrawal])) .card {
    --_row: 56px;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .icon {
    padding: 8px;
    border-radius: 50%;
    background: var(--_subtle);
    color: var(--_accent);
    line-height: 0;
  }
  .words {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    justify-content: center;
    block-size: var(--_words);
  }
  .words > * {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: clip;
  }
  .toggle {
    padding: 0 12px;
  }
  @container (width < 560px) {
    .toggle span {
      position: absolute;
      opacity: 0;
    }
  }
  /* Five lines in the room of four. */
  @container (width < 350px) {
    .icon {
      display: none;
    }
    h2 {
      font-size: 1em;
    }
    .words > * {
      -webkit-line-clamp: 3;
      line-height: 1.2;
    }
  }
  @container (width >= 560px) {
    .card {
      --_words: 2.8em;
    }
    .words > * {
      -webkit-line-clamp: 1;
    }
  }
`;
