/** The Customer Account API, asked as the shopper: https://shopify.dev/docs/api/customer */
import { AdapterError, type AdapterContext } from '@aftercart/contract';
import type { Fetch } from '@aftercart/contract/fetch';
import type { Api } from './api.ts';

/** Where the API, or the shop’s proxy of it, stands. */
export interface CustomerEndpoint {
  url: string;
  fetch: Fetch | undefined;
}

/** As the shopper; null for a guest. Shopify wants the token as it is, without “Bearer”. */
export async function asShopper({ url, fetch }: CustomerEndpoint, { token }: AdapterContext): Promise<Api | null> {
  const authorization = await token();
  return authorization ? { url, headers: { authorization }, fetch } : null;
}

/** @throws AdapterError `UNAUTHENTICATED` for a guest. */
export async function asSomebody(endpoint: CustomerEndpoint, context: AdapterContext): Promise<Api> {
  const api = await asShopper(endpoint, context);
  if (!api) throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in.');
  return api;
}
