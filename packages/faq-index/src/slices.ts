/** Milliseconds of work before the page may do something else. On a slow machine one piece of work takes longer, and so may the engine to tidy its memory: both stay below 50. */
const SLICE = 5;

/** Lets the page breathe whenever a slice is over. To be awaited between pieces of work. */
export function createSlices(): () => Promise<void> {
  // Whoever asks has loaded the rules or read an index right before, so the first slice is over.
  let since = 0;
  return async () => {
    if (performance.now() - since < SLICE) return;
    await new Promise((done) => setTimeout(done));
    since = performance.now();
  };
}
