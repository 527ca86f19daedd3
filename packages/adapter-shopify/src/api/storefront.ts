/** The Storefront API, with the token that any page may have: https://shopify.dev/docs/api/storefront */
import type { Fetch } from '@aftercart/contract/fetch';
import type { Api } from './api.ts';

/** The version that the queries are checked against. Shopify serves each for a year at least, and after that its oldest. */
const API_VERSION = '2026-04';

/** What the tokens begin with that only a server may have. */
const PRIVATE = /^(shpat|shpss|shpca|shppa|shcat|shcrt)_/;

/** @throws TypeError when the shop is no domain, or the token no public one. */
export function storefrontApi(shop: string, token: string, fetch: Fetch | undefined): Api {
  const host = /^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?$/i.test(shop ?? '') && shop;
  if (!host) throw new TypeError(`shop="${shop}" is no domain: give it as “northpine.myshopify.com”`);
  if (!token) throw new TypeError('storefrontToken is missing: take the public access token of the Headless channel');
  if (PRIVATE.test(token)) throw new TypeError('storefrontToken is a private one: it must not be in a page, take the public access token');
  return { url: `https://${host}/api/${API_VERSION}/graphql.json`, headers: { 'x-shopify-storefront-access-token': token }, fetch };
}
