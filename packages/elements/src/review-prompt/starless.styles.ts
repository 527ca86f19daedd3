import { css } from '../base/drawn-element.ts';

export const starlessStyles = css`
  .notice svg {
    margin-block-end: var(--_2);
    color: var(--_accent);
  }
`;
