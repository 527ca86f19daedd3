import { css } from '../base/drawn-element.ts';

export const actionStripStyles = css`
  [part='code'] {
    max-inline-size: 50%;
  }
  .words {
    flex: 1;
    min-inline-size: 0;
  }
  [part='action'] {
    flex-direction: row;
    align-items: center;
    gap: var(--_2);
    border-inline-start: 4px solid var(--_warning);
  }
`;
