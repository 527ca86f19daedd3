/** `errors` of an answer, which comes with HTTP 200: https://shopify.dev/docs/api/storefront/latest#status_and_error_codes */
import { AdapterError, type ErrorCode } from '@aftercart/contract';

const MEANING: Readonly<Record<string, ErrorCode>> = {
  THROTTLED: 'RATE_LIMITED',
  UNAUTHORIZED: 'UNAUTHENTICATED',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  ACCESS_DENIED: 'FORBIDDEN',
  SHOP_INACTIVE: 'FORBIDDEN',
  INTERNAL_SERVER_ERROR: 'UNAVAILABLE',
  TIMEOUT: 'TIMEOUT',
};

interface Refused {
  errors?: { message?: string; extensions?: { code?: string } }[] | string;
  extensions?: { cost?: { requestedQueryCost?: number; throttleStatus?: { currentlyAvailable?: number; restoreRate?: number } } };
}

/** The first error of an answer; undefined where there is none. One whose code is not known means that the question is at fault. */
export function refusalIn(answer: unknown): AdapterError | undefined {
  const { errors, extensions } = (answer ?? {}) as Refused;
  if (!errors?.length) return undefined;
  const first = typeof errors === 'string' ? { message: errors } : errors[0];
  const { message, extensions: { code } = {} } = first ?? {};
  const known = (code !== undefined && Object.hasOwn(MEANING, code) && MEANING[code]) || 'INVALID_REQUEST';
  return new AdapterError(known, `Shopify: ${message || code || 'refused'}`, { retryAfter: known === 'RATE_LIMITED' ? secondsUntilAffordable(extensions) : undefined, cause: errors });
}

/** How long the bucket of points needs to fill up: https://shopify.dev/docs/api/usage/limits */
function secondsUntilAffordable(extensions: Refused['extensions']): number | undefined {
  const { requestedQueryCost: cost, throttleStatus: { currentlyAvailable: available, restoreRate: rate } = {} } = extensions?.cost ?? {};
  const seconds = (Number(cost) - Number(available)) / Number(rate);
  return seconds > 0 && Number.isFinite(seconds) ? Math.ceil(seconds) : undefined;
}
