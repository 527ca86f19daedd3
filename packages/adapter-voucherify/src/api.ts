/** One question to Voucherify’s client-side API: https://docs.voucherify.io/docs/authentication#client-side-authentication */
import { AdapterError, type AdapterContext } from '@aftercart/contract';
import { codeOfStatus, fetchJson, retryAfterOf, type Fetch } from '@aftercart/contract/fetch';

export interface Api {
  /** Up to `/client/v1/`. */
  base: string;
  headers: Record<string, string>;
  fetch: Fetch | undefined;
}

/** @throws AdapterError of the status, with Voucherify’s words; see `fetchJson`. */
export async function ask<Answer>({ base, headers, fetch }: Api, path: string, body: object, context: AdapterContext): Promise<Answer> {
  const answer = await fetchJson(base + path, { body, headers, fetch, refusal }, context);
  if (typeof answer !== 'object' || !answer) throw new AdapterError('INVALID_RESPONSE', `${base} answered nothing: is apiUrl right?`);
  return answer as Answer;
}

/** https://docs.voucherify.io/docs/errors */
function refusal(answer: Response, body: unknown): AdapterError | undefined {
  const { message, details } = (body ?? {}) as { message?: unknown; details?: unknown };
  if (typeof message !== 'string') return undefined;
  const words = typeof details === 'string' ? `${message}: ${details}` : message;
  return new AdapterError(codeOfStatus(answer.status), `Voucherify: ${words}`, { retryAfter: retryAfterOf(answer) });
}

/** Something that is the same in all languages, or a function of a BCP 47 tag. */
export type Localised<T extends object> = T | ((locale: string) => T);

export const inLanguage = <T extends object>(value: Localised<T>, { locale, signal }: AdapterContext): T => {
  if (signal.aborted) throw new AdapterError('ABORTED');
  return typeof value === 'function' ? (value as (locale: string) => T)(locale) : value;
};

/** The shopper: the `source_id` that the shop keeps for them at Voucherify. */
export async function sourceId({ token }: AdapterContext): Promise<string> {
  const id = await token();
  if (!id) throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in.');
  return id;
}
