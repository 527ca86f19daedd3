import { css } from '../base/drawn-element.ts';

export const pointsBadgeStyles = css`
  :host {
    display: inline-block !important;
    min-block-size: 44px !important;
    /* In terms of its text, whose size is not that of the page. */
    inline-size: var(--aftercart-points-badge-inline-size, calc(13.5 * var(--aftercart-font-size, 16px))) !important;
    vertical-align: middle;
  }
  :host([mode='estimate']) {
    inline-size: var(--aftercart-points-badge-inline-size, calc(17.5 * var(--aftercart-font-size, 16px))) !important;
  }
  .badge {
    display: flex;
    inline-size: 100%;
    block-size: max(44px, 2.75em);
    padding-inline: var(--_2) var(--_3);
    border-radius: var(--aftercart-points-badge-radius, 999px);
    border-color: var(--aftercart-points-badge-border-color, var(--_border));
    background: var(--aftercart-points-badge-background, var(--_surface));
    color: var(--aftercart-points-badge-color, var(--_text));
    justify-content: flex-start;
    white-space: nowrap;
  }
  .icon {
    display: flex;
    flex: none;
    padding: 0.3125em;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .words {
    display: grid;
    min-inline-size: 0;
    line-height: 1.2;
    text-align: start;
  }
  .words > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .words > :only-child {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    white-space: normal;
  }
  .words .muted {
    font-size: 0.75em;
    font-weight: 500;
  }
  .negative {
    color: var(--_danger);
  }
  /* What happened, and under it the button. */
  [part='error'] {
    display: grid;
    place-content: center;
    block-size: max(44px, 11em / 3);
    padding-block: 0;
    border-radius: 999px;
    font-size: 0.75em;
    line-height: 1.2;
  }
  [part='retry'] {
    min-block-size: 24px;
  }
  .badge.skeleton {
    border-color: transparent;
    background: var(--_subtle);
  }
`;
