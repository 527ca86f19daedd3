import { AdapterError } from '@aftercart/contract';

export const aborted = () => new AdapterError('ABORTED', 'Nobody waits for it any more.');
export const invalid = (message: string) => new AdapterError('INVALID_REQUEST', message);

/** Waits, unless the signal aborts first. */
export const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(aborted());
    if (ms <= 0) return resolve();
    const stop = () => {
      clearTimeout(timer);
      reject(aborted());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
