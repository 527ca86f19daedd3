import { css } from '../base/drawn-element.ts';
import { dialogStyles } from '../base/dialog.ts';

export const pointsPanelStyles = css`
  ${dialogStyles}
  .panel {
    display: grid;
    gap: var(--_4);
    padding: var(--_3);
  }
  .panel section {
    display: grid;
    gap: var(--_2);
  }
  .hero {
    padding: var(--_3);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }
  .total {
    font-size: 1.875em;
    font-weight: 700;
    line-height: 1.2;
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 8px;
    border: 0;
    border-radius: 4px;
    background: var(--_border);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--_border);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
    border-radius: 4px;
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
    border-radius: 4px;
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid;
    }
    progress::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }
    progress::-moz-progress-bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_3);
    padding-block: var(--_2);
  }
  .row + .row {
    border-block-start: 1px solid var(--_border);
  }
  .row > :first-child {
    min-inline-size: 0;
    flex: 1;
  }
  .row > :last-child {
    flex: none;
    max-inline-size: 50%;
    text-align: end;
  }
  .amount {
    font-weight: 650;
    white-space: nowrap;
  }
  .confirm {
    display: grid;
    gap: var(--_2);
    padding: var(--_3);
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  .code {
    padding: var(--_2) var(--_3);
    border: 1px dashed var(--_accent);
    border-radius: calc(var(--_radius) - 4px);
    font-family: ui-monospace, monospace;
    font-size: 1.125em;
    font-weight: 650;
    user-select: all;
  }
  .failed {
    color: var(--_danger);
  }
  input[type='range'] {
    inline-size: 100%;
    min-block-size: 32px;
    accent-color: var(--_accent);
  }
  summary {
    padding-block: 10px;
    cursor: pointer;
    font-weight: 650;
  }
`;
