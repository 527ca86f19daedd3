/** What went wrong, as an `AdapterError`. In a file of its own: a page that works never needs it. */
import { AdapterError, ERROR_CODES, isAdapterError, type ErrorCode } from '@aftercart/contract';

/** What statuses mean whose body says nothing, since something between here and the backend answered. */
const MEANING: Readonly<Record<number, ErrorCode>> = {
  400: 'INVALID_REQUEST', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'UNSUPPORTED', 409: 'CONFLICT', 422: 'INVALID_REQUEST', 429: 'RATE_LIMITED',
};
/** What only a page can know of itself. */
const OURS: readonly ErrorCode[] = ['OFFLINE', 'NETWORK', 'TIMEOUT', 'ABORTED'];

/**
 * @param thrown An answer that is a refusal, or what a request or its reading failed with; an `AdapterError` stays as it is.
 * @param where Address that was asked, without its query.
 */
export async function failureOf(thrown: unknown, where: string, { aborted }: AbortSignal): Promise<AdapterError> {
  if (aborted) return new AdapterError('ABORTED', where, { cause: thrown });
  if (isAdapterError(thrown)) return thrown;
  // By what they are like, not by their class: a `fetch` that was given may come from elsewhere.
  const { headers, name } = (thrown ?? {}) as Partial<Response & Error>;
  if (headers) return refusalOf(thrown as Response, where);
  if (name === 'SyntaxError') return new AdapterError('INVALID_RESPONSE', `${where} answered no JSON: is the endpoint right?`, { cause: thrown });
  const isOffline = globalThis.navigator?.onLine === false;
  return new AdapterError(isOffline ? 'OFFLINE' : 'NETWORK', `${where} can’t be reached, or does not allow this page (CORS).`, { cause: thrown });
}

async function refusalOf(answer: Response, where: string): Promise<AdapterError> {
  const { status } = answer;
  const body: unknown = await answer.json().catch(() => null);
  const { code, detail } = (body ?? {}) as { code?: ErrorCode; detail?: unknown };
  const retryAfter = secondsOf(answer.headers.get('retry-after'));
  if (code && ERROR_CODES.includes(code) && !OURS.includes(code)) return new AdapterError(code, typeof detail === 'string' ? detail : code, { retryAfter });
  const meaning = MEANING[status] ?? (status < 500 ? 'INVALID_RESPONSE' : 'UNAVAILABLE');
  return new AdapterError(meaning, `${where} answered ${status}: is the endpoint right?`, { retryAfter });
}

/** Seconds of a `Retry-After`, which is a number or a date; undefined when there is nothing to wait for. */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000;
  return seconds > 0 ? Math.ceil(seconds) : undefined;
}
