/** What went wrong, as an `AdapterError`. In a file of its own: a page that works never needs it. */
import { AdapterError, ERROR_CODES, type ErrorCode } from '@aftercart/contract';
import { failureOf as failureOfRequest, refusalOf, retryAfterOf } from '@aftercart/contract/fetch';

/** What only a page can know of itself. */
const OURS: readonly ErrorCode[] = ['OFFLINE', 'NETWORK', 'TIMEOUT', 'ABORTED'];

/**
 * @param thrown An answer that is a refusal, or what a request or its reading failed with; an `AdapterError` stays as it is.
 * @param where Address that was asked, without its query.
 */
export async function failureOf(thrown: unknown, where: string, signal: AbortSignal): Promise<AdapterError> {
  // By what it is like, not by its class: a `fetch` that was given may come from elsewhere.
  const isAnswer = !signal.aborted && !!(thrown as Partial<Response> | undefined)?.headers;
  return failureOfRequest(isAnswer ? await explained(thrown as Response, where) : thrown, where, signal);
}

/** A refusal in the words of the protocol’s problem details, or by its status, since something between here and the backend answered. */
async function explained(answer: Response, where: string): Promise<AdapterError> {
  const body: unknown = await answer.json().catch(() => null);
  const { code, detail } = (body ?? {}) as { code?: ErrorCode; detail?: unknown };
  if (!code || !ERROR_CODES.includes(code) || OURS.includes(code)) return refusalOf(answer, where);
  return new AdapterError(code, typeof detail === 'string' ? detail : code, { retryAfter: retryAfterOf(answer) });
}
