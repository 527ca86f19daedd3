/** One question to Vendure’s Shop API, which is GraphQL over POST. */
import { AdapterError, ERROR_CODES, type AdapterContext, type ErrorCode } from '@aftercart/contract';
import { fetchJson, retryAfterOf, type Fetch } from '@aftercart/contract/fetch';

export interface ShopApi {
  endpoint: string;
  channelToken?: string | undefined;
  fetch?: Fetch | undefined;
}

/** What only a page can know of itself. */
const OURS: readonly string[] = ['OFFLINE', 'NETWORK', 'TIMEOUT', 'ABORTED'] satisfies ErrorCode[];

/** Codes of Vendure and of its GraphQL server: https://docs.vendure.io/reference/typescript-api/errors/error-types. */
const MEANING: Readonly<Record<string, ErrorCode>> = {
  BAD_USER_INPUT: 'INVALID_REQUEST',
  CHANNEL_NOT_FOUND: 'INVALID_REQUEST',
  ENTITY_NOT_FOUND: 'INVALID_REQUEST',
  GRAPHQL_PARSE_FAILED: 'INVALID_RESPONSE',
  // The schema lacks what is asked for.
  GRAPHQL_VALIDATION_FAILED: 'UNSUPPORTED',
  ILLEGAL_OPERATION: 'INVALID_REQUEST',
  INTERNAL_SERVER_ERROR: 'UNAVAILABLE',
  UNAUTHORIZED: 'UNAUTHENTICATED',
  USER_INPUT_ERROR: 'INVALID_REQUEST',
};

interface GraphQlError {
  message?: unknown;
  extensions?: { code?: unknown } | null;
}

/** Who asks, and how long they wait. The token is taken once for each call of a method, so that all of it is of one shopper. */
export interface Asking extends Pick<AdapterContext, 'signal' | 'locale'> {
  /** Null for a guest. */
  token: string | null;
}

export const askingOf = async ({ signal, locale, token }: AdapterContext): Promise<Asking> => ({ signal, locale, token: await token() });

/**
 * Asks, as whoever the token is of.
 *
 * @returns The `data` of the answer; its shape is the query’s.
 * @throws AdapterError what `fetchJson` throws; the plugin’s own codes; UNSUPPORTED when the schema has no such field; UNAVAILABLE when Vendure failed inside.
 */
export async function ask<T>(api: ShopApi, query: string, variables: object, asking: Asking): Promise<T> {
  const { token } = asking;
  const answer = await fetchJson(
    `${api.endpoint}?languageCode=${languageOf(asking.locale)}`,
    {
      body: { query, variables },
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...(api.channelToken && { 'vendure-token': api.channelToken }) },
      fetch: api.fetch,
      refusal: (response, body) => (response.status < 500 ? refusalOf(body, response) : undefined),
    },
    asking,
  );
  const refused = refusalOf(answer);
  if (refused) throw refused;
  const { data } = (answer ?? {}) as { data?: T | null };
  if (typeof data !== 'object' || data === null) throw new AdapterError('INVALID_RESPONSE', `${api.endpoint} answered no GraphQL: is the address right?`);
  return data;
}

/** Vendure’s code of a language: that of a tag without its region. */
const languageOf = (locale: string): string => encodeURIComponent(locale.toLowerCase().replace(/[-_].*$/, ''));

function refusalOf(body: unknown, response?: Response): AdapterError | undefined {
  const errors = (body as { errors?: unknown } | null)?.errors;
  const first = Array.isArray(errors) ? (errors[0] as GraphQlError | undefined) : undefined;
  if (!first) return undefined;
  const message = typeof first.message === 'string' ? first.message : undefined;
  return new AdapterError(codeOf(first.extensions?.code), message, { cause: first, retryAfter: response && retryAfterOf(response) });
}

function codeOf(code: unknown): ErrorCode {
  if (typeof code !== 'string') return 'INVALID_RESPONSE';
  if (Object.hasOwn(MEANING, code)) return MEANING[code]!;
  return (ERROR_CODES as readonly string[]).includes(code) && !OURS.includes(code) ? (code as ErrorCode) : 'INVALID_RESPONSE';
}

/** The session has ended, or never was: Vendure goes on with a new anonymous one and says nothing of it. */
export const noSession = (): AdapterError => new AdapterError('UNAUTHENTICATED', 'Vendure knows no shopper by this token.');

/** An address of the page, or one below it. @throws TypeError */
export function addressOf(endpoint: string): string {
  const base = globalThis.document?.baseURI;
  const address = URL.parse(endpoint ?? '', base);
  if (!endpoint || !address?.host) throw new TypeError(`endpoint="${endpoint}" is no address`);
  return address.href.replace(/\/+$/, '');
}
