/**
 * Calls back once when the pointer comes over an element, a finger touches it or the focus enters it: a click is mostly a tenth of a second
 * away, which is time to load what it opens.
 */
export function onIntent(element: HTMLElement, prepare: (event: Event) => void): void {
  for (const sign of ['pointerenter', 'focusin']) element.addEventListener(sign, prepare, { once: true });
}
