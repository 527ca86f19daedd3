import { css } from '../base/drawn-element.ts';

export const withdrawalStyles = css`
  .withdrawal {
    display: grid;
    gap: var(--_3);
    margin-block-start: var(--_3);
    padding-block-start: var(--_3);
    border-block-start: 1px solid var(--_border);
  }
  .withdrawal h3:focus {
    outline: 0;
  }
  form,
  .field {
    display: grid;
    gap: var(--_3);
    max-inline-size: 480px;
  }
  .field {
    gap: var(--_1);
  }
  .field label {
    font-weight: 600;
    font-size: 0.9375em;
  }
  input,
  textarea {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: 9px 12px;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_surface);
  }
  textarea {
    min-block-size: 88px;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .wrong,
  .failure {
    color: var(--_danger);
  }
  .wrong {
    font-size: 0.875em;
  }
  .failure:empty {
    display: none;
  }
  summary {
    padding-block: 10px;
    cursor: pointer;
  }
  details[open] {
    display: grid;
    gap: var(--_3);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  .buttons > * {
    min-block-size: 48px;
    padding-block: var(--_2);
  }
  .declaration {
    margin: 0;
    padding: var(--_3);
    border-inline-start: 3px solid var(--_accent);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_subtle);
    white-space: pre-wrap;
    user-select: text;
  }
  .facts {
    display: grid;
    gap: var(--_2);
  }
  .facts dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  @container (width >= 560px) {
    .facts > div {
      display: grid;
      grid-template-columns: 160px 1fr;
      gap: var(--_3);
    }
  }
  @media print {
    .buttons {
      display: none;
    }
  }
`;
