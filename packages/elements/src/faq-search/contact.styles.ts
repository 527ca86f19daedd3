import { css } from '../base/drawn-element.ts';

/** Two rows of cards on a phone, one row elsewhere; what does not fit is scrolled to. */
export const contactStyles = css`
  .contact {
    margin-block-start: var(--_3);
  }
  .channels {
    display: grid;
    grid: repeat(2, 5.75em) / auto-flow minmax(calc(50% - 4px), 1fr);
    gap: var(--_2);
    margin-block-start: var(--_2);
    overflow-x: auto;
  }
  .channels > li {
    block-size: 5.75em;
  }
  .channel {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    justify-content: start;
    gap: 2px;
    block-size: 100%;
    padding: 10px 12px;
    font-size: 0.875em;
    font-weight: 650;
    line-height: 1.4;
    overflow: clip;
  }
  .channel > * {
    flex: none;
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 400;
  }
  /* A Latin address in an Arabic card is cut at its own end, and stands where the other lines stand. */
  [dir='rtl'] .channel > [dir] {
    text-align: right;
  }
  .channel > .muted {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-height: 1.3;
    white-space: normal;
  }
  .channel:focus-visible {
    outline-offset: -2px;
  }
  @container (width >= 560px) {
    .channels {
      grid: 5.75em / auto-flow minmax(10em, 1fr);
    }
  }
`;
