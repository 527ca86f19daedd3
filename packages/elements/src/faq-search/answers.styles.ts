import { css } from '../base/drawn-element.ts';

export const answersStyles = css`
  .back::before {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    border: solid;
    border-width: 0 0 2px 2px;
    rotate: 45deg;
  }
  .back:dir(rtl)::before {
    rotate: -135deg;
  }
  h2:focus {
    outline: 0;
  }
  [open] > summary.topic::after {
    rotate: -135deg;
  }
  [open] .clamp {
    display: block;
  }
  @container (width >= 560px) {
    .topics > li:has([open]) {
      inline-size: 100%;
    }
  }
  .answer {
    display: grid;
    gap: var(--_3);
    padding-block: var(--_1) var(--_3);
  }
  .text {
    max-inline-size: 68ch;
    white-space: pre-line;
  }
  .rich {
    display: grid;
    gap: var(--_2);
    white-space: normal;
    overflow-x: auto;
  }
  .rich :is(ul, ol) {
    padding-inline-start: 1.5em;
    list-style: disc;
  }
  .rich ol {
    list-style: decimal;
  }
  .rich :is(td, th) {
    padding: var(--_1) var(--_2);
    border: 1px solid var(--_border);
    text-align: start;
  }
  .rich blockquote {
    margin: 0;
    padding-inline-start: var(--_3);
    border-inline-start: 3px solid var(--_border);
  }
  .rich pre {
    margin: 0;
    overflow-x: auto;
  }
  .links,
  .vote {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_3);
    font-size: 0.875em;
  }
  .vote .yesno {
    min-inline-size: 64px;
  }
  .comment {
    display: grid;
    justify-items: start;
    gap: var(--_2);
    inline-size: 100%;
  }
  .failed {
    color: var(--_danger);
  }
  .failed:empty {
    display: none;
  }
  .comment textarea {
    inline-size: 100%;
    min-block-size: 80px;
    padding: var(--_2);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_surface);
    resize: vertical;
  }
`;
