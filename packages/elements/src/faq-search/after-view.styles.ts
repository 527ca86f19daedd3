import { css } from '../base/drawn-element.ts';

/** How a field looks that somebody is in, and what matches. Nothing that takes room. */
export const afterViewStyles = css`
  .field:focus-within {
    outline: 2px solid var(--aftercart-color-focus, var(--_accent));
    outline-offset: -1px;
  }
  .field input {
    outline: 0;
  }
  .field svg {
    color: var(--_muted);
  }
  mark {
    background: none;
    color: var(--_accent);
    text-decoration: underline 2px;
    text-underline-offset: 3px;
  }
`;
