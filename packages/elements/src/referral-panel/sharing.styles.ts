import { css } from '../base/drawn-element.ts';

export const sharingStyles = css`
  input {
    text-overflow: ellipsis;
  }
  .channels > * {
    flex: 1;
    min-inline-size: 0;
    max-inline-size: 56px;
    padding: 0;
  }
`;
