/** What a request failed with, as an `AdapterError`. */
import { AdapterError, isAdapterError, type ErrorCode } from '../errors.ts';

/** What statuses mean whose body says nothing (RFC 9110 §15, RFC 6585 §4). */
const MEANING: Readonly<Record<number, ErrorCode>> = {
  400: 'INVALID_REQUEST', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'UNSUPPORTED', 408: 'TIMEOUT', 409: 'CONFLICT', 422: 'INVALID_REQUEST', 429: 'RATE_LIMITED',
};

/** The code of a refusal that says no more than its status. */
export const codeOfStatus = (status: number): ErrorCode => MEANING[status] ?? (status < 500 ? 'INVALID_RESPONSE' : 'UNAVAILABLE');

/** Seconds of a `Retry-After`, which is a number or a date (RFC 9110 §10.2.3); undefined when there is nothing to wait for. */
export function retryAfterOf({ headers }: Response): number | undefined {
  const header = headers.get('retry-after');
  if (header === null) return undefined;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000;
  return seconds > 0 ? Math.ceil(seconds) : undefined;
}

/** A refusal, by its status alone. Its `cause` is `{ status }`. */
export const refusalOf = (answer: Response, where: string): AdapterError =>
  new AdapterError(codeOfStatus(answer.status), `${where} answered ${answer.status}: is the address right?`, {
    retryAfter: retryAfterOf(answer),
    cause: { status: answer.status },
  });

/**
 * What a request, or the reading of its answer, failed with. An `AdapterError` stays as it is.
 *
 * @param where What was asked, for the developer: an address without its query, never with a token in it.
 */
export function failureOf(thrown: unknown, where: string, { aborted }: AbortSignal): AdapterError {
  if (aborted) return new AdapterError('ABORTED', where, { cause: thrown });
  if (isAdapterError(thrown)) return thrown;
  // By its name, not by its class: a `fetch` that was given may come from elsewhere.
  if ((thrown as Error | undefined)?.name === 'SyntaxError') {
    return new AdapterError('INVALID_RESPONSE', `${where} answered no JSON: is the address right?`, { cause: thrown });
  }
  const isOffline = globalThis.navigator?.onLine === false;
  return new AdapterError(isOffline ? 'OFFLINE' : 'NETWORK', `${where} can’t be reached, or does not allow this page (CORS).`, { cause: thrown });
}
