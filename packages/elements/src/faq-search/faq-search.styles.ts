import { css } from '../base/drawn-element.ts';

/**
 * Search box, six rows and the contact cards have one height for each width, whatever is in them. In em, as text may be larger. Neither
 * grids nor boxes that scroll: each costs a page kilobytes. How a field looks that somebody is in comes with `after-view.styles.ts`.
 */
export const faqSearchStyles = css`
  .base {
    container-type: inline-size;
    contain-intrinsic-inline-size: 320px;
  }
  .view,
  [part='error'] {
    min-block-size: 42em;
  }
  /* Laid out when it comes near; the least height is the height, so nothing moves then. Outlines need room to be seen. */
  .view {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 1px;
    overflow-clip-margin: 4px;
  }
  .top,
  .field {
    display: flex;
    align-items: center;
    gap: var(--_2);
  }
  .top {
    justify-content: space-between;
    block-size: 2.25em;
  }
  .top > * {
    min-inline-size: 0;
    line-height: 1.1;
  }
  .field {
    block-size: 3.25em;
    padding-inline: var(--_3);
    border: 1px solid var(--aftercart-faq-search-border-color, var(--_muted));
    border-radius: var(--aftercart-faq-search-radius, var(--_radius));
    background: var(--aftercart-faq-search-background, var(--_surface));
  }
  input,
  .topic {
    padding: 0;
    border: 0;
    background: none;
  }
  input {
    flex: 1;
    min-inline-size: 0;
    block-size: 100%;
  }
  .main {
    min-block-size: 18.75em;
    margin-block-start: var(--_3);
  }
  .main.skeleton {
    inline-size: 45%;
    background: repeating-linear-gradient(#0000 0 15px, var(--_subtle) 0 35px, #0000 0 50px);
  }
  .topics {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_4);
  }
  .list > li {
    inline-size: 100%;
    border-block-end: 1px solid var(--_border);
  }
  .topic {
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: 49px;
    font-size: 0.9375em;
    line-height: 1.35;
    text-align: start;
  }
  .topic::after {
    content: '';
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    margin-inline-end: 4px;
    border: solid var(--_muted);
    border-width: 0 2px 2px 0;
    rotate: -45deg;
  }
  button.topic:dir(rtl)::after {
    rotate: 135deg;
  }
  summary.topic::after {
    rotate: 45deg;
  }
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    flex: 1;
    overflow: clip;
  }
  @container (width < 340px) {
    .view,
    [part='error'] {
      min-block-size: 49.5em;
    }
    h2 {
      font-size: 1em;
    }
  }
  @container (width >= 560px) {
    .view,
    [part='error'] {
      min-block-size: 26em;
    }
    .main {
      min-block-size: 9.375em;
    }
    .topics > li {
      inline-size: calc(50% - var(--_4) / 2);
    }
  }
`;
