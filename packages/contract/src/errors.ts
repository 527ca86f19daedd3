/**
 * Why a call failed. The list is closed: elements have words for each code, and `docs/errors.md` a paragraph.
 */
export const ERROR_CODES = [
  // The way to the backend.
  'OFFLINE', 'NETWORK', 'TIMEOUT', 'ABORTED', 'UNAVAILABLE', 'RATE_LIMITED', 'INVALID_RESPONSE', 'ADAPTER_FAULT', 'UNSUPPORTED',
  // Who asks.
  'UNAUTHENTICATED', 'TOKEN_EXPIRED', 'FORBIDDEN', 'CUSTOMER_NOT_ENROLLED', 'CUSTOMER_BLOCKED',
  // What is asked.
  'INVALID_REQUEST', 'CONFLICT', 'NOT_ELIGIBLE',
  // Points.
  'INSUFFICIENT_POINTS', 'REWARD_LIMIT_REACHED', 'REWARD_OUT_OF_STOCK', 'REWARD_ALREADY_USED', 'CART_REQUIREMENTS_NOT_MET',
  // Referrals.
  'REFERRAL_CAP_REACHED', 'REFERRAL_EXPIRED', 'INVALID_REFEREE', 'SELF_REFERRAL', 'ALREADY_CUSTOMER', 'ALREADY_REFERRED', 'FRAUD_SUSPECTED',
  // Returns.
  'RETURN_WINDOW_CLOSED', 'ALREADY_WITHDRAWN',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface AdapterErrorOptions {
  /** Whether the same call may succeed later. Defaults to what the code implies. */
  retryable?: boolean | undefined;
  /** Seconds to wait, from `Retry-After`. */
  retryAfter?: number | undefined;
  cause?: unknown;
}

// A registered symbol, so that an error from another copy of this package is recognised.
const BRAND = Symbol.for('aftercart.AdapterError');
const RETRYABLE = /^(OFFLINE|NETWORK|TIMEOUT|UNAVAILABLE|RATE_LIMITED)$/;

/** The one error that crosses the adapter boundary. */
export class AdapterError extends Error {
  override name = 'AdapterError';
  declare code: ErrorCode;
  declare retryable: boolean;
  declare retryAfter: number | undefined;
  /** Id of the adapter that it is from, set by `compose`. */
  declare adapter?: string;

  constructor(code: ErrorCode, message: string = code, options: AdapterErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? RETRYABLE.test(code);
    this.retryAfter = options.retryAfter;
  }

  // Of the class, so that neither logs nor copies have it.
  get [BRAND](): true {
    return true;
  }
}

/** Whether a value is an `AdapterError` of any copy of this package. */
export const isAdapterError = (value: unknown): value is AdapterError =>
  typeof value === 'object' && value !== null && BRAND in value;
