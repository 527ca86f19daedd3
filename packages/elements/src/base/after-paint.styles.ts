import { css } from './drawn-element.ts';

/**
 * What is added once the page has painted: how things look that somebody points at or goes to, and that waiting moves. Nothing that takes
 * room, and nothing that an element can’t do without: until it comes, warnings have the colour of the text around them.
 */
export const afterPaintStyles = css`
  .base {
    --_warning: var(--aftercart-color-warning, light-dark(#8a4b00, #f5b65c));
    --_danger: var(--aftercart-color-danger, light-dark(#b3261e, #ff9d94));
  }
  /* Of what is opened, and never of what is there at first. */
  h3 {
    font-size: 1em;
    font-weight: 650;
    line-height: 1.3;
  }
  textarea {
    font: inherit;
    color: inherit;
  }
  .base[aria-busy='true'] {
    cursor: progress;
  }
  button:hover,
  .button:hover {
    border-color: currentColor;
  }
  .plain:hover {
    text-decoration: underline;
  }
  [disabled],
  [aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--aftercart-color-focus, var(--_accent));
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: pulse 1.6s ease-in-out infinite alternate;
    }
  }
  @keyframes pulse {
    to {
      opacity: 0.5;
    }
  }
`;
