/** What Smile.js rejects with, as an `AdapterError`: https://dev.smile.io/js/concepts/error-object */
import { AdapterError, isAdapterError } from '@aftercart/contract';
import { codeOfStatus } from '@aftercart/contract/fetch';

/** The status of an answer of Smile’s API, 0 where there was none; undefined for an error of another kind. */
export const statusOf = (thrown: unknown): number | undefined => {
  const { status } = (thrown ?? {}) as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
};

export function failureOf(thrown: unknown): AdapterError {
  if (isAdapterError(thrown)) return thrown;
  const status = statusOf(thrown);
  const message = `Smile: ${(thrown as Error | undefined)?.message ?? 'failed'}`;
  if (status === undefined) return new AdapterError('INVALID_RESPONSE', message, { cause: thrown });
  const isOffline = globalThis.navigator?.onLine === false;
  // A good status of a failure is that of an answer that could not be read.
  const code = status === 0 ? (isOffline ? 'OFFLINE' : 'NETWORK') : status < 400 ? 'INVALID_RESPONSE' : codeOfStatus(status);
  return new AdapterError(code, message, { cause: thrown });
}
