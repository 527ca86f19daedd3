import { css } from '../base/drawn-element.ts';

export const returnsDetailsStyles = css`
  .toggle[aria-expanded='true'] svg {
    rotate: 180deg;
  }
  .details {
    display: grid;
    gap: var(--_4);
    margin-block-start: var(--_3);
    padding-block-start: var(--_3);
    border-block-start: 1px solid var(--_border);
  }
  .details section {
    display: grid;
    gap: var(--_2);
    align-content: start;
  }
  .details .law {
    padding: var(--_3);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_subtle);
  }
  .rows {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
    gap: var(--_2) var(--_3);
  }
  .rows dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .marked li {
    padding-inline-start: 1.1em;
    position: relative;
  }
  .marked li::before {
    content: '';
    position: absolute;
    inset-inline-start: 2px;
    inset-block-start: 0.65em;
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: var(--_muted);
  }
  .details p,
  .withdrawal p {
    max-inline-size: 68ch;
  }
  .preserve {
    white-space: pre-line;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_3);
  }
  .links a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
  }
  @container (width >= 560px) {
    .details {
      grid-template-columns: 1fr 1fr;
    }
    .wide {
      grid-column: 1 / -1;
    }
  }
`;
