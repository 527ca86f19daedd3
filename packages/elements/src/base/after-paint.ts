/** What an element can do without until the page has painted; a file of its own, which is asked for then. */
import type { ErrorCode } from '@aftercart/contract';
import type { AftercartElement } from './aftercart-element.ts';
import { formatRelative } from './format/relative.ts';
import { onIntent } from './intent.ts';
import { html, type TemplateResult } from './template.ts';

export { afterPaintStrings as strings } from './after-paint.strings.ts';
export { afterPaintStyles as styles } from './after-paint.styles.ts';

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when a `lang` changes somewhere in the document. */
export function watchLanguage(listener: () => void): () => void {
  listeners.add(listener);
  observer ??= new MutationObserver(() => listeners.forEach((listen) => listen()));
  observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
  return () => {
    listeners.delete(listener);
    if (!listeners.size) observer!.disconnect();
  };
}

/** Prepares an element at the first sign of a click. */
export function awaitIntent(host: AftercartElement): void {
  onIntent(host, prepare);
}

// One function for all, so that an element that is moved listens once.
const prepare = ({ currentTarget }: Event) => (currentTarget as AftercartElement).prepare();

/** How long ago, such as “5 minutes ago”; “now” where the clocks differ. */
export function ago(host: AftercartElement, then: number): string {
  const now = host.currentShop!.now();
  return formatRelative(host.language, Math.min(then, now), now);
}

/** Says how old the oldest data of an element is. */
export function staleNote(host: AftercartElement, asOf: number): TemplateResult {
  const age = ago(host, asOf);
  return html`<span part="stale" class="muted" role="status">${host.t('stale', { age })}</span>`;
}

/** In place of an element whose data could not be fetched. */
export const problem = (host: AftercartElement, code: ErrorCode): TemplateResult =>
  html`<div part="error" class="card" role="status">
    ${host.t(code === 'OFFLINE' ? 'offline' : 'error')} <button part="retry" class="plain" @click=${host.retry}>${host.t('retry')}</button>
  </div>`;
