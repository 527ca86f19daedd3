import { css } from '../base/drawn-element.ts';

export const trackingDetailsStyles = css`
  .details {
    display: grid;
    gap: var(--_4);
    min-block-size: auto;
    margin-block-start: var(--_2);
  }
  .details section {
    display: grid;
    justify-items: start;
    gap: var(--_2);
    min-inline-size: 0;
  }
  .details section > * {
    max-inline-size: 100%;
  }
  .text {
    white-space: pre-line;
  }
  .parcels,
  .items,
  dl {
    display: grid;
    gap: var(--_2);
    inline-size: 100%;
  }
  .parcel {
    flex-direction: column;
    align-items: flex-start;
    gap: 0;
    inline-size: 100%;
    padding: var(--_2) var(--_3);
    font-weight: 600;
    text-align: start;
  }
  .parcel[aria-current] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .parcel .muted {
    font-weight: 400;
  }
  .flag {
    margin-inline-start: var(--_1);
    color: var(--_warning);
    font-size: 0.875em;
  }
  .details .instructions {
    inline-size: 100%;
    padding: var(--_3);
    border: 1px solid var(--_warning);
    border-radius: calc(var(--_radius) - 4px);
  }
  .code {
    display: inline-block;
    padding: var(--_1) var(--_3);
    border: 1px dashed;
    border-radius: 6px;
    font-family: ui-monospace, monospace;
    font-size: 1.25em;
    font-weight: 650;
    user-select: all;
  }
  .checkpoints {
    inline-size: 100%;
  }
  .checkpoint {
    position: relative;
    padding-block-end: var(--_3);
    padding-inline-start: var(--_4);
  }
  .checkpoint::before {
    content: '';
    position: absolute;
    inset-block: 0.5em 0;
    inset-inline-start: 5px;
    inline-size: 0;
    border-inline-start: 2px solid var(--_border);
  }
  .checkpoint:last-child::before {
    display: none;
  }
  .checkpoint::after {
    content: '';
    position: absolute;
    inset-block-start: 0.4em;
    inset-inline-start: 0;
    inline-size: 12px;
    block-size: 12px;
    border: 2px solid var(--_muted);
    border-radius: 50%;
    background: var(--_surface);
  }
  .checkpoint:first-child::after {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .troubled::after {
    border-color: var(--_danger);
    border-radius: 2px;
  }
  .item,
  .fact {
    display: flex;
    align-items: center;
    gap: var(--_3);
    min-inline-size: 0;
  }
  .item img {
    flex: none;
    border-radius: 6px;
    background: var(--_subtle);
    object-fit: cover;
  }
  .fact {
    align-items: baseline;
    justify-content: space-between;
  }
  dt {
    flex: none;
  }
  dd {
    min-inline-size: 0;
    text-align: end;
  }
  .number {
    user-select: all;
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  @media print {
    .buttons,
    [part='show-all'] {
      display: none;
    }
  }
`;
