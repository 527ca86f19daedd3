import { css } from '../base/drawn-element.ts';

export const sharingStyles = css`
  .channels > * {
    flex: 1;
    max-inline-size: 56px;
    padding: 0;
  }
`;
