/**
 * Calls back when what is on the page may have aged: the shopper comes back to the tab, the page comes out of the
 * back/forward cache, the device is on line again. Does nothing outside a page.
 *
 * @param wake Gets true when everything should be asked again, false when only aged answers should.
 */
export function onWake(wake: (force: boolean) => void): () => void {
  if (typeof document === 'undefined') return () => {};
  const controller = new AbortController();
  const { signal } = controller;
  addEventListener('focus', () => wake(false), { signal });
  addEventListener('online', () => wake(true), { signal });
  addEventListener('pageshow', (event) => event.persisted && wake(true), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(false), { signal });
  return () => controller.abort();
}
