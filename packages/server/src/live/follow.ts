import type { Hub } from './hub.ts';

/** Yields once at first and then after every change of a topic, until the signal aborts. Changes that come while nobody takes are one. */
export async function* follow(hub: Hub, topic: string, signal: AbortSignal): AsyncGenerator<void, void, undefined> {
  let changed = true;
  let wake = () => {};
  const notice = () => {
    changed = true;
    wake();
  };
  const stop = hub.listen(topic, notice);
  signal.addEventListener('abort', notice, { once: true });
  try {
    while (!signal.aborted) {
      if (changed) {
        changed = false;
        yield;
      } else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stop();
    signal.removeEventListener('abort', notice);
  }
}
