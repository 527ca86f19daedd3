import { css } from '../base/drawn-element.ts';

export const estimateStyles = css`
  .earn {
    display: inline-flex;
    align-items: center;
    gap: var(--_2);
    min-block-size: 44px;
    line-height: 1.2;
  }
  .earn svg {
    color: var(--_accent);
  }
`;
