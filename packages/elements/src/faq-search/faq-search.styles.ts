import { css } from '../base/drawn-element.ts';

/** Search box, six rows and the contact cards have one height for each width, whatever is in them. In em, as text may be larger. */
export const faqSearchStyles = css`
  .base {
    container-type: inline-size;
    contain-intrinsic-inline-size: 320px;
  }
  .view,
  [part='error'] {
    min-block-size: 41em;
  }
  .view {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_3);
  }
  .top {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--_2);
    block-size: 2.25em;
    white-space: nowrap;
  }
  .top > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .top h2 {
    flex: none;
    max-inline-size: 100%;
  }
  .field {
    display: flex;
    align-items: center;
    gap: var(--_2);
    block-size: 3.25em;
    padding-inline: var(--_3);
    border: 1px solid var(--aftercart-faq-search-border-color, var(--_border));
    border-radius: var(--aftercart-faq-search-radius, var(--_radius));
    background: var(--aftercart-faq-search-background, var(--_surface));
  }
  .field:focus-within {
    outline: 2px solid var(--aftercart-color-focus, var(--_accent));
    outline-offset: -1px;
  }
  .field svg {
    color: var(--_muted);
  }
  input {
    flex: 1;
    min-inline-size: 0;
    block-size: 100%;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
  }
  .main {
    min-block-size: 18.75em;
  }
  .main.skeleton {
    border-radius: 0;
    background: linear-gradient(transparent 15px, var(--_subtle) 0 35px, transparent 0) 0 0 / 45% 50px repeat-y;
  }
  mark {
    background: none;
    color: var(--_accent);
    text-decoration: underline 2px;
    text-underline-offset: 3px;
  }
  .list {
    display: grid;
    column-gap: var(--_4);
  }
  .list > li {
    min-inline-size: 0;
    border-block-end: 1px solid var(--_border);
  }
  .topic {
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: 49px;
    padding: 0;
    border: 0;
    background: none;
    font-size: 0.9375em;
    line-height: 1.35;
    text-align: start;
  }
  summary::-webkit-details-marker {
    display: none;
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
    min-inline-size: 0;
    overflow: hidden;
  }
  @container (width >= 560px) {
    .view,
    [part='error'] {
      min-block-size: 25em;
    }
    .main {
      min-block-size: 9.375em;
    }
    .topics {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
