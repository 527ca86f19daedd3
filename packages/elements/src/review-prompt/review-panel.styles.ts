import { css } from '../base/drawn-element.ts';

export const reviewPanelStyles = css`
  .panel,
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_3);
  }
  fieldset {
    min-inline-size: 0;
  }
  .stars label:hover {
    color: var(--_accent);
  }
  .stars input {
    border-radius: 8px;
    outline-offset: -2px;
    cursor: pointer;
  }
  /* A button is never narrower than a word of it. */
  button {
    overflow-wrap: normal;
  }
  .panel {
    gap: var(--_4);
    margin-block-start: var(--_3);
    padding-block-start: var(--_3);
    border-block-start: 1px solid var(--_border);
  }
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  h3:focus,
  #ask:focus {
    outline: none;
  }
  [part='aspects'] {
    gap: var(--_1);
  }
  .aspects {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
    gap: var(--_2) var(--_3);
  }
  legend {
    padding: 0;
  }
  .first .stars {
    /* Room for the button, so that the stars stay where they are. */
    padding-inline-end: 28px;
  }
  .first .clear {
    margin-inline-end: -28px;
  }
  .clear {
    position: relative;
    inset-inline-start: -8px;
    flex: none;
    inline-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    font-size: 0.65em;
  }
  .field {
    display: grid;
    gap: var(--_1);
  }
  .field > label {
    font-weight: 600;
  }
  .field > input,
  textarea {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: var(--_2) 12px;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_surface);
    line-height: 1.5;
  }
  textarea {
    resize: vertical;
    field-sizing: content;
    min-block-size: 8.5em;
    max-block-size: 28em;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger) !important;
    border-width: 2px;
  }
  .count:empty,
  .failed:empty,
  .gone {
    display: none;
  }
  .count {
    text-align: end;
  }
  .failed {
    color: var(--_danger);
  }
  .errors {
    padding: var(--_3);
    border: 2px solid var(--_danger);
    border-radius: calc(var(--_radius) - 4px);
  }
  .errors .plain {
    color: inherit;
    text-align: start;
    text-decoration: underline;
  }
  .note {
    padding: 12px var(--_3);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_subtle);
  }
  .body {
    white-space: pre-line;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  li {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_2) var(--_3);
    padding-block: var(--_2);
  }
  /* Where words beside a button would have no room, the button goes under them. */
  li > div {
    flex: 1 1 7em;
  }
  .errors li {
    padding: 0;
  }
  [part='item'] + [part='item'] {
    border-block-start: 1px solid var(--_border);
  }
`;
