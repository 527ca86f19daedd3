/** The end of the task in which an element drew last. */
let free: Promise<unknown> = Promise.resolve();

const nextTask = (): Promise<unknown> =>
  // Timers come late after other timers, and in a hidden tab once a second.
  new Promise((resolve) => {
    try {
      void scheduler!.postTask(resolve as () => void);
    } catch {
      // An older browser, or a page with a global of that name.
      setTimeout(resolve);
    }
  });

/**
 * Resolves when an element may draw: at once, unless another one has drawn in this task. A page full of elements that all get
 * their data at the same moment stays responsive.
 */
export function turn(): Promise<unknown> {
  const mine = free;
  free = mine.then(nextTask);
  return mine;
}
