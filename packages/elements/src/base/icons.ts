/** Line icons on a 24-pixel grid, drawn for this project. Decoration: the words beside them say the same. */
import { html, type TemplateResult } from './template.ts';

/** @param path What `d` of one path says. */
export const icon = (path: string): TemplateResult => html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

export const starIcon = icon('m12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z');
