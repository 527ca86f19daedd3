/** One request and its answer. */
import type { AdapterContext } from '@aftercart/contract';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Asks for one resource. Gives the JSON of the answer, null where there is none; or, with headers over those that every request has, the
 * answer itself.
 *
 * @throws AdapterError
 */
export interface Exchange {
  (input: object, context: AdapterContext): Promise<unknown>;
  (input: object, context: AdapterContext, headers: Record<string, string>): Promise<Response>;
}

const failures = () => import('./failure.ts');

/** Asks for what explains failures before there is one, while the device is on line. */
export const prepare = () => failures().catch(() => {});

/** A GET has its input in the address, a POST in its body. */
export const exchangeWith = (url: string, isPost: boolean, fetcher: Fetch | undefined): Exchange =>
  async (input: object, { signal, locale, token, idempotencyKey }: AdapterContext, headers?: Record<string, string>) => {
    try {
      // A write whose answer is lost must be known as such, so that trying again is the same act. A read can do without.
      if (idempotencyKey) await failures();
      const bearer = await token();
      const address = new URL(url);
      if (!isPost) for (const [name, value] of Object.entries(input)) if (value != null) address.searchParams.set(name, value);
      const answer = await (fetcher ?? fetch)(address.href, {
        headers: {
          'accept-language': locale,
          ...(bearer && { authorization: `Bearer ${bearer}` }),
          ...(isPost && { 'content-type': 'application/json' }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
          ...headers,
        },
        ...(isPost && { method: 'POST', body: JSON.stringify(input) }),
        credentials: 'omit',
        signal,
      });
      if (!answer.ok) throw answer;
      return headers ? answer : answer.status === 204 ? null : await answer.json();
    } catch (thrown) {
      throw await (await failures()).failureOf(thrown, url, signal);
    }
  };
