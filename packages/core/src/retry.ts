import { isAdapterError } from '@aftercart/contract';
import { aborted } from './aborted.ts';

const RETRIES = 2;
const FIRST_DELAY = 300;
const LONGEST_DELAY = 5_000;
/** In seconds. A backend that asks for more patience than this gets none: the shopper sees the error and a button. */
const LONGEST_RETRY_AFTER = 30;

/** Waits, unless the signal aborts. */
export const sleep = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(aborted());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** Exponential backoff with full jitter: any time up to the ceiling, so that a crowd does not come back as one. */
export const backoff = (attempt: number) => Math.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt);

/**
 * Runs a read again while its error says that this may help.
 *
 * @param error What the first run ended with, where that has been made already.
 */
export async function retry<T>(run: () => Promise<T>, signal: AbortSignal, error?: unknown): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      if (!error) return await run();
    } catch (thrown) {
      error = thrown;
    }
    if (!isAdapterError(error) || !error.retryable || attempt === RETRIES || error.code === 'OFFLINE') throw error;
    const { retryAfter = 0 } = error;
    // Written so that a `Retry-After` that is no number ends the waiting, too.
    if (!(retryAfter <= LONGEST_RETRY_AFTER)) throw error;
    await sleep(retryAfter * 1000 + backoff(attempt), signal);
    error = undefined;
  }
}
