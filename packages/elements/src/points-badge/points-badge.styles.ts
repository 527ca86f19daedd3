import { css } from '../base/drawn-element.ts';

export const pointsBadgeStyles = css`
  :host {
    display: inline-block !important;
    min-block-size: 44px !important;
    inline-size: var(--aftercart-points-badge-inline-size, 216px) !important;
    vertical-align: middle;
  }
  :host([mode='estimate']) {
    inline-size: var(--aftercart-points-badge-inline-size, 280px) !important;
  }
  .badge {
    display: flex;
    inline-size: 100%;
    block-size: 44px;
    padding-inline: var(--_2) var(--_3);
    border-radius: var(--aftercart-points-badge-radius, 999px);
    border-color: var(--aftercart-points-badge-border-color, var(--_border));
    background: var(--aftercart-points-badge-background, var(--_surface));
    color: var(--aftercart-points-badge-color, var(--_text));
    justify-content: flex-start;
    white-space: nowrap;
  }
  .icon {
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
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
  [part='error'] {
    display: flex;
    align-items: center;
    gap: var(--_2);
    block-size: 44px;
    padding-block: 0;
    border-radius: 999px;
    font-size: 0.875em;
    white-space: nowrap;
  }
  .badge.skeleton {
    border-color: transparent;
    background: var(--_subtle);
  }
`;
