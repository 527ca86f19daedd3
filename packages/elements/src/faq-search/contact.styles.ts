import { css } from '../base/drawn-element.ts';

/**
 * Two rows of cards on a phone, four where even that is too narrow, one elsewhere. The room is the same whatever is in them, and the view
 * keeps it; within it a row takes what its words need. What does not fit is scrolled to.
 */
export const contactStyles = css`
  .contact {
    margin-block-start: 12px;
  }
  .channels {
    display: grid;
    grid: repeat(2, 1fr) / auto-flow minmax(calc(50% - 4px), 1fr);
    gap: var(--_2);
    block-size: 13.5em;
    margin-block-start: var(--_2);
    overflow-x: auto;
  }
  .channel {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    justify-content: start;
    gap: 0;
    block-size: 100%;
    padding: 8px 10px;
    font-size: 0.875em;
    font-weight: 650;
    line-height: 1.4;
  }
  .channel > * {
    font-weight: 400;
  }
  /* A Latin address in an Arabic card stands where the other lines stand. */
  [dir='rtl'] .channel > [dir] {
    text-align: right;
  }
  .channel > .muted {
    line-height: 1.3;
  }
  .channel:focus-visible {
    outline-offset: -2px;
  }
  @container (width < 340px) {
    .channels {
      grid: repeat(4, 1fr) / auto-flow 100%;
      block-size: 21.25em;
    }
  }
  @container (width >= 560px) {
    .channels {
      grid: 1fr / auto-flow minmax(10em, 1fr);
      block-size: 7em;
    }
  }
`;
