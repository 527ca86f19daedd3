import { css } from '../base/drawn-element.ts';

export const starlessStyles = css`
  .notice {
    display: grid;
    place-content: center;
    justify-items: center;
    text-align: center;
  }
  .notice svg {
    margin-block-end: var(--_2);
    color: var(--_accent);
  }
  /* Stars that were sent leave the button its room. */
  [part='rated'] {
    flex: 0 1 auto;
  }
  [part='rated'] i,
  [part='rated'] svg {
    flex: 0 1 1.25em;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .rate > [part='open'] {
    max-inline-size: none;
    overflow-wrap: normal;
  }
  @container (width < 350px) {
    .rate > [part='open'] {
      padding-inline: var(--_2);
    }
  }
  /* Pictures keep their own colours there, which are made for another background. */
  @media (forced-colors: active) {
    .notice svg,
    label:has(:checked) svg,
    label:has(~ label :checked) svg,
    .on svg {
      color: Highlight;
    }
  }
`;
