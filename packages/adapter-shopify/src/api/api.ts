/** One question to one of Shopify’s GraphQL APIs, and every way in which it can fail. */
import { AdapterError, type AdapterContext } from '@aftercart/contract';
import { fetchJson, type Fetch } from '@aftercart/contract/fetch';
import { refusalIn } from './refusal.ts';

/** An API, as somebody who may ask it. */
export interface Api {
  url: string;
  headers: Record<string, string>;
  fetch: Fetch | undefined;
}

/** A list as both APIs give it. */
export interface Connection<T> {
  nodes: readonly T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * @returns The `data` of the answer, in the shape of the query.
 * @throws AdapterError of the HTTP status (see `fetchJson`) or of the first entry in `errors`; `INVALID_RESPONSE` when there is neither data nor error.
 */
export async function ask<Data>({ url, headers, fetch }: Api, query: string, variables: object, context: AdapterContext): Promise<Data> {
  const answer = await fetchJson(url, { body: { query, variables }, headers, fetch }, context);
  const refusal = refusalIn(answer);
  if (refusal) throw refusal;
  const { data } = (answer ?? {}) as { data?: unknown };
  if (typeof data !== 'object' || !data || !Object.keys(data).length) throw new AdapterError('INVALID_RESPONSE', `${url} answered without data: is it a GraphQL API of Shopify?`);
  return data as Data;
}

/** For what is answered without asking Shopify. @throws AdapterError `ABORTED` when nobody waits for it. */
export function stopIf({ aborted }: AbortSignal): void {
  if (aborted) throw new AdapterError('ABORTED');
}

/** The cursor of the next page; null at the end. One that stands still would lead nowhere. */
export const nextCursor = ({ pageInfo }: Connection<unknown>, after: string | null): string | null =>
  pageInfo.hasNextPage && pageInfo.endCursor !== after ? pageInfo.endCursor : null;

/** All of a list, page by page. */
export async function everyPage<T>(page: (after: string | null) => Promise<Connection<T> | undefined>, after: string | null = null): Promise<T[]> {
  const all: T[] = [];
  do {
    const connection = await page(after);
    if (!connection) break;
    all.push(...connection.nodes);
    after = nextCursor(connection, after);
  } while (after !== null);
  return all;
}
