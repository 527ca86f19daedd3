import { css } from '../base/drawn-element.ts';

// Heights are in em, so that room for the text grows with the text.
export const trackingTimelineStyles = css`
  :host {
    min-block-size: 240px !important;
  }
  .base {
    container-type: inline-size;
  }
  .card {
    border-color: var(--aftercart-tracking-timeline-border-color, var(--_border));
    border-radius: var(--aftercart-tracking-timeline-radius, var(--_radius));
    background: var(--aftercart-tracking-timeline-background, var(--_surface));
  }
  .view,
  [part='error'] {
    display: grid;
    align-content: space-between;
    gap: var(--_3);
    min-block-size: 21em;
    grid-template-columns: minmax(0, 1fr);
  }
  [part='error'],
  [part='empty'] {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    text-align: center;
  }
  .lines {
    min-inline-size: 0;
    min-block-size: 6em;
  }
  .line {
    display: block;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  p.line:first-child,
  .foot,
  .strip {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_2);
  }
  [part='order'] {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  [part='delayed'] {
    padding: 0 var(--_2);
    border: 1px solid;
    border-radius: 99px;
    color: var(--_warning);
  }
  h2 {
    font-size: 1.25em;
  }
  .problem {
    color: var(--_danger);
  }
  .strip {
    min-inline-size: 0;
    min-block-size: 4em;
    padding: var(--_2) var(--_3);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_subtle);
    color: inherit;
    text-decoration: none;
  }
  .words {
    flex: 1;
    min-inline-size: 0;
  }
  .strip[href] strong:first-child {
    text-decoration: underline;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--_1);
    min-block-size: 3em;
  }
  .steps li {
    padding-block-start: var(--_1);
    border-block-start: 6px dotted var(--_border);
    color: var(--_muted);
    font-size: 0.75em;
    hyphens: auto;
    line-height: 1.3;
  }
  .steps .done {
    border-block-start: 6px solid var(--aftercart-tracking-timeline-step-color, var(--_accent));
  }
  .steps [aria-current] {
    color: inherit;
    font-weight: 650;
  }
  .foot {
    line-height: 1.3;
  }
  .foot button {
    margin-inline-end: calc(-1 * var(--_2));
    padding: 0 var(--_2);
  }
  /* Four words have no room there; the headline says the stage, and screen readers hear all of them. */
  @container (max-width: 340px) {
    .steps {
      min-block-size: 0;
    }
    .steps li {
      overflow: hidden;
      text-indent: 100%;
      white-space: nowrap;
    }
  }
  @container (min-width: 560px) {
    .view,
    [part='error'] {
      min-block-size: 15em;
    }
    .view {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .view > :nth-child(n + 3) {
      grid-column: 1 / -1;
    }
    .view > .steps {
      min-block-size: 0;
    }
  }
`;
