/**
 * For adapters that talk JSON over HTTP: one request, and every way in which it can fail as the `AdapterError` that the contract wants. No cache,
 * no retry, no time-out: core has those.
 */
import type { AdapterContext } from '../adapter.ts';
import type { AdapterError } from '../errors.ts';
import { failureOf, refusalOf } from './failure.ts';

export { codeOfStatus, failureOf, refusalOf, retryAfterOf } from './failure.ts';

/** The part of `fetch` that an adapter needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface JsonRequest {
  /** Sent as JSON, by POST unless `method` says otherwise. */
  body?: unknown;
  method?: string;
  headers?: Record<string, string>;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch | undefined;
  /**
   * Called with every answer that is not 2xx, with its JSON (null when it is none), before its status decides: gives the error where the backend says
   * more than its status.
   */
  refusal?: (answer: Response, body: unknown) => AdapterError | undefined;
}

/**
 * Asks for JSON. Cookies are never sent.
 *
 * @returns The JSON of the answer; null for 204 (no content).
 * @throws AdapterError `UNAUTHENTICATED` 401, `FORBIDDEN` 403, `UNSUPPORTED` 404, `CONFLICT` 409, `INVALID_REQUEST` 400 and 422, `RATE_LIMITED` 429 with
 *   `retryAfter`, `UNAVAILABLE` 5xx, `INVALID_RESPONSE` when the answer is no JSON, `NETWORK` and `OFFLINE` when there is none, `ABORTED` when
 *   nobody waits any more. The message names the address without its query.
 */
export async function fetchJson(url: string, request: JsonRequest, { signal }: Pick<AdapterContext, 'signal'>): Promise<unknown> {
  const { body, method = body === undefined ? 'GET' : 'POST', headers, fetch: fetcher = fetch, refusal } = request;
  const where = url.replace(/[?#].*$/s, '');
  try {
    const answer = await fetcher(url, {
      method,
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      credentials: 'omit',
      signal,
    });
    if (!answer.ok) {
      const said: unknown = refusal && (await answer.json().catch(() => null));
      throw refusal?.(answer, said) ?? refusalOf(answer, where);
    }
    return answer.status === 204 ? null : await answer.json();
  } catch (thrown) {
    throw failureOf(thrown, where, signal);
  }
}
