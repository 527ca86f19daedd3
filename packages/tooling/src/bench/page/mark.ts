/**
 * Runs in every page of the benchmark, right before the code that is measured. It marks when that begins, when its elements
 * first show something, and when the last one shows its data. It says so on the console: whoever waits must not ask, since
 * asking is work too.
 */
const measured = [...document.querySelectorAll('[data-bench]')];
const waiting = new Set<EventTarget | null>(measured);

/** Marks the moment after the next frame: what was drawn is on its way to the screen. Other tasks that wait come later. */
function markFrame(name: string, then?: () => void): void {
  requestAnimationFrame(() => {
    void scheduler.postTask(
      () => {
        performance.mark(name);
        then?.();
      },
      { priority: 'user-blocking' },
    );
  });
}

const painted = (): void => markFrame('bench:painted', () => setTimeout(() => console.debug('bench:painted'), 200));

addEventListener('aftercart-state', (event) => {
  if ((event as Event & { state?: string }).state === 'loading') return;
  if (waiting.delete(event.target) && waiting.size === 0) painted();
});

performance.mark('bench:start');
if (waiting.size === 0) painted();
void Promise.all(measured.map(({ localName }) => customElements.whenDefined(localName))).then(() => markFrame('bench:first'));
