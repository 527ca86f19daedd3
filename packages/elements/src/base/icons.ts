/** Line icons on a 24-pixel grid, drawn for this project. Decoration: the words beside them say the same. */
import { svg, html, type TemplateResult } from 'lit/html.js';

const icon = (paths: TemplateResult): TemplateResult => html`<svg viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

export const starIcon = icon(svg`<path d="m12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z" />`);
export const closeIcon = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
