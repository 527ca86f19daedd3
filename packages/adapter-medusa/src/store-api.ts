/** One request to Medusa’s Store API. */
import { AdapterError, type AdapterContext } from '@aftercart/contract';
import { fetchJson, type Fetch } from '@aftercart/contract/fetch';
import { refusal } from './errors.ts';
import { recordOf, type Json } from './read.ts';

/** What one request is about. */
interface Question {
  /** Of the shopper; null for a guest. Asked for once in a call, since each time may be another’s. */
  token: string | null;
  /** Makes it a POST: nothing personal goes into an address. */
  body?: Json;
}

export interface StoreApi {
  /**
   * Asks for what is below `/store`.
   *
   * @throws AdapterError
   */
  (path: string, question: Question, context: AdapterContext): Promise<Json>;
}

interface Connection {
  endpoint: string;
  publishableKey: string;
  fetch?: Fetch | undefined;
}

/** @throws TypeError when the endpoint is no address or the key is missing. */
export function connect({ endpoint, publishableKey, fetch }: Connection): StoreApi {
  const base = endpoint && URL.parse(endpoint, globalThis.document?.baseURI)?.href.replace(/\/*$/, '/store');
  if (!base) throw new TypeError(`endpoint="${endpoint}" is no address: give that of the Medusa server, such as https://api.shop.example.`);
  if (!publishableKey) throw new TypeError('publishableKey is missing: create one in Medusa under Settings → Publishable API Keys.');
  return async (path, { token, body }, context) => {
    const headers = { 'x-publishable-api-key': publishableKey, ...(token && { authorization: `Bearer ${token}` }) };
    const url = base + path;
    const answer = await fetchJson(url, { headers, fetch, refusal, ...(body && { body }) }, context);
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
      throw new AdapterError('INVALID_RESPONSE', `${url.replace(/\?.*$/, '')} answered no object: is the address right?`);
    }
    return recordOf(answer);
  };
}

/** For what needs no request. @throws AdapterError ABORTED when nobody waits any more. */
export function stillWanted({ signal }: AdapterContext): void {
  if (signal.aborted) throw new AdapterError('ABORTED', 'Nobody waits for it any more.');
}

/** @throws AdapterError UNAUTHENTICATED, without a request, when nobody is signed in. */
export async function tokenOfShopper(context: AdapterContext): Promise<string> {
  stillWanted(context);
  const token = await context.token();
  if (!token) throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in.');
  return token;
}

/** The member that an answer must have. A null stays a null. */
export function member(answer: Json, name: string): unknown {
  const value = answer[name];
  if (value === undefined) throw new AdapterError('INVALID_RESPONSE', `Medusa’s answer has no \`${name}\`.`);
  return value;
}
