import { css } from '../base/drawn-element.ts';

export const actionStripStyles = css`
  [part='code'] {
    max-inline-size: 50%;
  }
  [part='action'] {
    border-inline-start: 4px solid var(--_warning);
  }
`;
