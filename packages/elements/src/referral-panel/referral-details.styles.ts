import { css } from '../base/drawn-element.ts';

export const referralDetailsStyles = css`
  .rewards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
    gap: var(--_2);
  }
  .rewards > * {
    padding: 12px var(--_3);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_subtle);
  }
  dd {
    font-weight: 650;
  }
  .words {
    white-space: pre-line;
  }
  [aria-expanded='true'] {
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .details {
    display: grid;
    gap: var(--_2);
    padding-block-start: 12px;
  }
  .details > * {
    min-inline-size: 0;
  }
  .qr {
    justify-items: center;
    text-align: center;
  }
  /* Scanners want dark on light, whatever the theme. */
  svg.code {
    inline-size: min(100%, 216px);
    block-size: auto;
    border-radius: 8px;
    background: #fff;
    fill: #000;
    stroke: none;
    forced-color-adjust: none;
  }
  .friend {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px var(--_3);
    padding-block: 12px;
  }
  .friend + .friend {
    border-block-start: 1px solid var(--_border);
  }
  .name {
    font-weight: 650;
  }
  .reason {
    grid-column: 1 / -1;
    font-size: 0.875em;
  }
  .reason .muted {
    font-size: 1em;
  }
  .approved .reason > :first-child {
    color: var(--_accent);
    font-weight: 600;
  }
`;
