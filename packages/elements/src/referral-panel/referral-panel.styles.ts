import { css } from '../base/drawn-element.ts';

// The box has one height for all that it may show at first, more where lines are short; what is opened may make it grow.
export const referralPanelStyles = css`
  :host {
    min-block-size: var(--aftercart-referral-panel-min-block-size, 344px) !important;
  }
  .base {
    container-type: inline-size;
    contain-intrinsic-size: 344px;
  }
  .card {
    box-sizing: content-box;
    min-block-size: calc(max(var(--aftercart-referral-panel-min-block-size, 344px), 680px - 100cqi) - 42px);
    padding: 20px;
    border-radius: var(--aftercart-referral-panel-radius, var(--_radius));
    background: var(--aftercart-referral-panel-background, var(--_surface));
  }
  .view {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: var(--_2);
    min-block-size: inherit;
  }
  [part='error'] {
    display: grid;
    place-content: center;
    gap: var(--_2);
  }
  h2,
  .how {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    font-size: clamp(1em, 5cqi, 1.25em);
    overflow: clip;
  }
  .how {
    margin-block-start: var(--_1);
    font-size: 0.875em;
  }
  .status {
    min-block-size: 1.5em;
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--_2);
  }
  input {
    flex: 1;
    inline-size: 0;
    block-size: 44px;
    padding: 0 12px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_subtle);
  }
  .channels {
    block-size: 44px;
  }
  .more {
    flex-wrap: wrap;
    gap: 0 var(--_3);
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .more > * {
    min-block-size: 24px;
    font-size: 0.875em;
  }
`;
