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
    display: flex;
    flex-wrap: wrap;
    align-content: space-between;
    gap: var(--_3);
    min-block-size: 21em;
    border-color: var(--aftercart-tracking-timeline-border-color, var(--_border));
    border-radius: var(--aftercart-tracking-timeline-radius, var(--_radius));
    background: var(--aftercart-tracking-timeline-background, var(--_surface));
  }
  [part='error'],
  [part='empty'] {
    flex-flow: column;
    align-items: center;
    justify-content: center;
    text-align: center;
  }
  .lines,
  .strip,
  .steps,
  .foot {
    inline-size: 100%;
  }
  .lines {
    min-block-size: 6em;
  }
  .line {
    display: block;
    overflow: clip;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  h2 {
    font-size: 1.25em;
  }
  .strip {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-block-size: 4em;
    padding: var(--_2) var(--_3);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_subtle);
    color: inherit;
    text-decoration: none;
  }
  .steps {
    display: flex;
    gap: var(--_1);
  }
  .steps li {
    flex: 1;
    min-inline-size: 0;
    padding-block-start: var(--_1);
    border-block-start: 6px dotted var(--_border);
    color: var(--_muted);
    font-size: 0.75em;
    hyphens: auto;
    line-height: 1.3;
  }
  .steps [aria-current],
  .steps :has(~ [aria-current]) {
    border-block-start: 6px solid var(--aftercart-tracking-timeline-step-color, var(--_accent));
  }
  .steps [aria-current] {
    color: inherit;
    font-weight: 650;
  }
  /* The rest is for the age, which comes later. */
  .foot {
    padding-inline-start: 45%;
    line-height: 1.3;
    text-align: end;
  }
  /* Four words have no room there; the headline says the stage, and screen readers hear all of them. */
  @container (width <= 340px) {
    .steps li {
      overflow: clip;
      text-indent: 100%;
      white-space: nowrap;
    }
  }
  /* A word may need two lines there. */
  @container (340px < width < 560px) {
    .steps {
      min-block-size: 3em;
    }
  }
  @container (width >= 560px) {
    .card {
      min-block-size: 15em;
    }
    .lines,
    .strip {
      inline-size: calc(50% - var(--_3) / 2);
    }
  }
`;
