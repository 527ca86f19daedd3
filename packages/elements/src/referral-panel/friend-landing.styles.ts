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
    display: flex;
    flex-direction: column;
    gap: var(--_2);
  }
  form label {
    font-size: 0.875em;
    font-weight: 600;
  }
  form input {
    background: var(--_surface);
  }
  /* What is typed and what is given need their room: where it is small, the button gets a line of its own, and all of it. */
  form .row,
  .receipt .row {
    flex-wrap: wrap;
    row-gap: var(--_1);
  }
  form .primary,
  .receipt .primary {
    flex: 1 0 auto;
  }
  form [type='email'] {
    flex: 999 1 6.5em;
  }
  .receipt {
    margin-block: calc(var(--_1) * -1);
  }
  /* Nothing to say takes no gap either. */
  form > p:empty {
    margin-block-start: calc(var(--_2) * -1);
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
    flex: 999 1 auto;
    inline-size: auto;
    padding-inline: var(--_2);
    border-style: dashed;
    border-color: var(--_accent);
    font-family: ui-monospace, monospace;
    font-size: clamp(1em, 4.4cqi, 1.125em);
    font-weight: 650;
    text-align: center;
  }
  h2:focus-visible {
    outline-offset: 4px;
  }
`;
