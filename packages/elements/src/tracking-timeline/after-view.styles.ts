import { css } from '../base/drawn-element.ts';

/** Nothing that moves anything: all of it comes into room that the first view keeps. */
export const afterViewStyles = css`
  [part='delayed'] {
    margin-block: -1px;
    padding: 0 var(--_2);
    border: 1px solid;
    border-radius: 99px;
    color: var(--_warning);
    white-space: nowrap;
  }
  .problem {
    color: var(--_danger);
  }
  .lines > :first-child,
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_2);
    text-align: start;
  }
  .foot {
    align-items: baseline;
    padding: 0;
  }
  .foot button {
    flex: none;
    max-inline-size: 55%;
  }
  /* A line more, once “now” has become “34 minutes ago”, hangs into the padding. */
  [part='age'] {
    margin-block-end: -3em;
    line-height: 1.3;
  }
  .lines .line {
    flex: 1;
    min-inline-size: 0;
  }
  .strip[href] strong:first-child {
    text-decoration: underline;
  }
`;
