import { css } from './drawn-element.ts';

/**
 * What every element starts from. The host keeps its box against `*{all:unset}`; inside, `all: initial` undoes what the
 * page would hand down, and the tokens of the theme are read once into private names. Sizes are px or em, never rem: a
 * shop’s root may be 10px.
 */
export const baseStyles = css`
  :host {
    display: block !important;
    position: relative;
    max-inline-size: 100%;
  }
  :host([hidden]) {
    display: none !important;
  }
  .base {
    all: initial;
    display: block;
    visibility: inherit;
    color-scheme: inherit;
    box-sizing: border-box;
    --_accent: var(--aftercart-color-accent, light-dark(#0d6b57, #5fd9b5));
    --_on-accent: var(--aftercart-color-on-accent, light-dark(#fff, #04231b));
    --_text: var(--aftercart-color-text, light-dark(#1b1f26, #eef1f5));
    --_muted: var(--aftercart-color-muted, light-dark(#5a6370, #a9b3c0));
    --_surface: var(--aftercart-color-surface, light-dark(#fff, #171b21));
    --_subtle: var(--aftercart-color-subtle, light-dark(#f3f5f6, #232932));
    --_border: var(--aftercart-color-border, light-dark(#dce0e5, #3a4350));
    --_radius: var(--aftercart-radius, 12px);
    --_1: var(--aftercart-space-1, 4px);
    --_2: var(--aftercart-space-2, 8px);
    --_3: var(--aftercart-space-3, 16px);
    --_4: var(--aftercart-space-4, 24px);
    color: var(--_text);
    font: 400 var(--aftercart-font-size, 16px) / 1.5 sans-serif;
    /* On its own: inside the shorthand, inherit makes all of it invalid, and the page’s size and line height come in. */
    font-family: var(--aftercart-font, inherit);
    overflow-wrap: anywhere;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    list-style-type: '';
  }
  h2 {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }
  .card {
    padding: var(--_3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .muted {
    color: var(--_muted);
    font-size: 0.875em;
  }
  button,
  .button,
  input {
    font: inherit;
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_2);
    min-block-size: 44px;
    padding: 0 var(--_3);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_surface);
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
  .primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .plain,
  a {
    color: var(--_accent);
  }
  .plain {
    padding: 0;
    border: 0;
    background: none;
  }
  svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .skeleton {
    border-radius: 6px;
    background: var(--_subtle);
    color: transparent;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: clip;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
