/** Reads JSON files. Several callers who want the same file at the same time share one request; nothing is kept afterwards. */
import { AdapterError } from '@aftercart/contract';
import { codeOfStatus, retryAfterOf } from '@aftercart/contract/fetch';

export type Fetch = (url: string, init: { signal: AbortSignal }) => Promise<Response>;

/** Reads one file; `name` is what error messages call it. */
export type Load = (url: string, name: string, signal: AbortSignal) => Promise<unknown>;

const aborted = () => new AdapterError('ABORTED', 'Nobody waits for it any more.');

/** Whether a file was looked for and is not there, as opposed to every other failure. */
export const isMissing = (error: unknown): boolean => (error as { cause?: { status?: number } } | null)?.cause?.status === 404;

async function request(fetcher: Fetch, url: string, name: string, signal: AbortSignal): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    // No credentials and no headers are set: only so does `<link rel="preload" as="fetch" crossorigin>` fit this request.
    response = await fetcher(url, { signal });
    text = response.ok ? await response.text() : '';
  } catch (cause) {
    if (signal.aborted) throw aborted();
    const isOffline = globalThis.navigator?.onLine === false;
    throw new AdapterError(isOffline ? 'OFFLINE' : 'NETWORK', `${name}: could not be loaded. Is the address right, and does its host allow this page (CORS)?`, { cause });
  }
  const { status } = response;
  if (!response.ok) {
    const message = status === 404 ? 'there is no such file (404)' : `the host answers ${status}`;
    throw new AdapterError(codeOfStatus(status), `${name}: ${message}.`, { cause: { status }, retryAfter: retryAfterOf(response) });
  }
  if (/^\s*</.test(text)) {
    throw new AdapterError('INVALID_RESPONSE', `${name}: is an HTML page, not JSON. Many hosts answer so where there is no such file.`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AdapterError('INVALID_RESPONSE', `${name}: is not valid JSON. ${(cause as Error).message}`, { cause });
  }
}

export function createLoad(fetcher: Fetch): Load {
  const flights = new Map<string, { controller: AbortController; waiting: number; answer: Promise<unknown> }>();

  return (url, name, signal) => {
    if (signal.aborted) return Promise.reject(aborted());
    let flight = flights.get(url);
    if (!flight) {
      const controller = new AbortController();
      const answer = request(fetcher, url, name, controller.signal);
      const started = { controller, waiting: 0, answer };
      const end = () => {
        if (flights.get(url) === started) flights.delete(url);
      };
      answer.then(end, end);
      flights.set(url, started);
      flight = started;
    }
    const shared = flight;
    shared.waiting++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(aborted());
        // The last one to leave ends the request for all.
        if (--shared.waiting > 0) return;
        if (flights.get(url) === shared) flights.delete(url);
        shared.controller.abort();
      };
      signal.addEventListener('abort', leave, { once: true });
      shared.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  };
}
