import { css } from '../base/drawn-element.ts';

export const friendLandingStyles = css`
  .head {
    align-items: flex-start;
    justify-content: space-between;
  }
  .close {
    inline-size: 44px;
    margin: -8px;
    margin-inline-start: 0;
    padding: 0;
    border-color: transparent;
    background: none;
  }
  form {
    display: grid;
    gap: var(--_2);
  }
  form label {
    font-size: 0.875em;
    font-weight: 600;
  }
  form input {
    background: var(--_surface);
  }
  form input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .refusal {
    font-size: 0.9375em;
  }
  .refusal:not(:empty) {
    padding: 12px;
    border-inline-start: 3px solid var(--_warning);
    border-radius: 6px;
    background: var(--_subtle);
  }
  form .remember {
    display: flex;
    align-items: center;
    gap: var(--_2);
    min-block-size: 42px;
    font-weight: 400;
    line-height: 1.4;
  }
  form [type='checkbox'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }
  input.code {
    border-style: dashed;
    border-color: var(--_accent);
    font-family: ui-monospace, monospace;
    font-size: 1.125em;
    font-weight: 650;
    text-align: center;
  }
  h2:focus-visible {
    outline-offset: 4px;
  }
`;
