/** Problem details (RFC 9457) for errors, one to one with the codes of `AdapterError`. */
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../errors.ts';

/** The HTTP status of each code. Those of the page’s own faults never come from a backend; they are here so that the table is whole. */
export const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  OFFLINE: 503, NETWORK: 502, TIMEOUT: 504, ABORTED: 499, UNAVAILABLE: 503, RATE_LIMITED: 429, INVALID_RESPONSE: 502, ADAPTER_FAULT: 500,
  UNSUPPORTED: 404,
  UNAUTHENTICATED: 401, TOKEN_EXPIRED: 401, FORBIDDEN: 403, CUSTOMER_NOT_ENROLLED: 403, CUSTOMER_BLOCKED: 403,
  INVALID_REQUEST: 422, CONFLICT: 409, NOT_ELIGIBLE: 422,
  INSUFFICIENT_POINTS: 422, REWARD_LIMIT_REACHED: 422, REWARD_OUT_OF_STOCK: 422, REWARD_ALREADY_USED: 409, CART_REQUIREMENTS_NOT_MET: 422,
  REFERRAL_CAP_REACHED: 422, REFERRAL_EXPIRED: 422, INVALID_REFEREE: 422, SELF_REFERRAL: 422, ALREADY_CUSTOMER: 422, ALREADY_REFERRED: 422,
  FRAUD_SUSPECTED: 422,
  RETURN_WINDOW_CLOSED: 422, ALREADY_WITHDRAWN: 409,
};

/** Where each code is described; the fragment is the code in lower case. */
export const PROBLEM_TYPE_BASE = 'https://github.com/aftercart/aftercart/blob/main/docs/errors.md#';

/** The `type` of a problem, as RFC 9457 wants it: an address that says more. */
export const problemType = (code: ErrorCode): string => `${PROBLEM_TYPE_BASE}${code.toLowerCase()}`;

// Loose, since a problem may have members of its own (RFC 9457, section 3.2).
export const Problem = z
  .looseObject({
    type: z.string().describe('Address of the description of this code.'),
    title: z.string().describe('The code in words; the same for every problem of this type.'),
    status: z.int().min(400).max(599).describe('The HTTP status.'),
    code: z.enum(ERROR_CODES).describe('The `AdapterError` code. Adapters read this, not `type`.'),
    detail: z.string().nullish().describe('What is wrong with this request, for developers.'),
    instance: z.string().nullish().describe('Id of the request in the backend’s log.'),
    errors: z
      .array(z.object({ path: z.string().describe('JSON Pointer (RFC 6901) into the input.'), detail: z.string().describe('What is wrong there.') }))
      .nullish()
      .describe('For INVALID_REQUEST: each thing that is wrong.'),
  })
  .meta({ id: 'Problem', description: 'Why a request failed (RFC 9457, application/problem+json).' });

export type Problem = z.infer<typeof Problem>;
