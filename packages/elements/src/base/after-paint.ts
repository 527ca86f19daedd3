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

/** Calls back when a `lang` changes somewhere in the document, or in the shadow roots around an element. */
export function watchLanguage(listener: () => void, element: HTMLElement): () => void {
  listeners.add(listener);
  observer ??= new MutationObserver(() => listeners.forEach((listen) => listen()));
  for (let root: Node | undefined = element.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
  }
  return () => {
    listeners.delete(listener);
    if (!listeners.size) observer!.disconnect();
  };
}

/** Prepares an element at the first sign of a click, and keeps to itself what is typed into it. */
export function awaitIntent(host: AftercartElement): void {
  onIntent(host, prepare);
  for (const type of ['keydown', 'keypress', 'keyup'] as const) host.renderRoot.addEventListener(type, keepToItself);
}

// One function for all, so that an element that is moved listens once.
const prepare = ({ currentTarget }: Event) => (currentTarget as AftercartElement).prepare();

const TEXT_FIELD = 'textarea, input:not([type=radio], [type=checkbox], [type=range])';

/** Outside, a key looks as if it was pressed on no text field, and a page with shortcuts would take it for one of them. */
function keepToItself(event: Event): void {
  const { target, key, ctrlKey, metaKey } = event as KeyboardEvent;
  if ((target as Element).matches(TEXT_FIELD) && !/^(Escape|Tab)$/.test(key) && !ctrlKey && !metaKey) event.stopPropagation();
}

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

/** In place of an element whose data could not be fetched, with what there is in spite of it. */
export const problem = (host: AftercartElement, code: ErrorCode): TemplateResult =>
  html`<div part="error" class="card">
    <p role="status">${host.t(code === 'OFFLINE' ? 'offline' : 'error')} <button part="retry" class="plain" @click=${() => retry(host)}>${host.t('retry')}</button></p>
    ${host.besideError?.()}
  </div>`;

/** Asks again. The button goes while that takes: the focus stays in its place, and comes back to it with the error. */
function retry(host: AftercartElement): void {
  const base = host.renderRoot.querySelector<HTMLElement>('.base')!;
  base.tabIndex = -1;
  base.focus({ preventScroll: true });
  const settle = async () => {
    await host.updateComplete;
    if (host.phase === 'loading') return;
    host.removeEventListener('aftercart-state', settle);
    if (base.matches(':focus')) host.renderRoot.querySelector<HTMLElement>('[part=retry]')?.focus();
  };
  host.addEventListener('aftercart-state', settle);
  base.addEventListener('blur', () => base.removeAttribute('tabindex'), { once: true });
  host.retry();
}
