import { css } from '../base/drawn-element.ts';

export const lookupFormStyles = css`
  .card.lookup {
    display: grid;
    gap: var(--_2) var(--_3);
    grid-template-columns: minmax(0, 1fr);
  }
  .card.lookup > * {
    grid-column: 1 / -1;
  }
  @container (width >= 560px) {
    .card.lookup {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .card.lookup > .field {
      grid-column: auto;
    }
  }
  .field {
    display: grid;
    gap: var(--_1);
    min-inline-size: 0;
  }
  label {
    font-size: 0.875em;
    font-weight: 600;
  }
  input {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0 var(--_2);
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_surface);
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .message {
    color: var(--_danger);
    font-size: 0.875em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
`;
