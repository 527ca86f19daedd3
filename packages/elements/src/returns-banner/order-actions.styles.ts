import { css } from '../base/drawn-element.ts';

export const orderActionsStyles = css`
  .actions {
    display: flex;
    flex-direction: column;
    margin-block-start: 12px;
  }
  /* Two lines of a long label fit in the room that is kept. */
  .actions > * {
    line-height: 1.2;
    text-align: center;
  }
  .withdraw {
    border-color: currentColor;
    color: var(--_accent);
  }
  @container (width >= 560px) {
    .actions {
      align-items: flex-start;
    }
  }
`;
