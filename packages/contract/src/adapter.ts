/**
 * What an adapter is: a plain object with an `id` and one member per service. A service that is left out is a capability
 * that the backend does not have; so is an optional method. `compose` makes one adapter of several.
 */
import type * as t from './types.ts';

/** What every method gets beside its input. */
export interface AdapterContext {
  /**
   * Aborted on time-out, when nobody listens any more and when the shopper changes. A `subscribe` that is called again with the
   * same signal goes on where the lost stream ended.
   */
  signal: AbortSignal;
  /** BCP 47 tag of the language to answer in. */
  locale: string;
  /** The shopper’s token, or null for a guest. The shopper’s identity comes from it and from nowhere else. */
  token(): Promise<string | null>;
  /** Given to every write: the same key from the same shopper means the same act, however often it arrives. */
  idempotencyKey?: string;
}

type Method<Input, Output> = (input: Input, context: AdapterContext) => Promise<Output>;
/** A method that answers `null` when there is no such thing. */
type Lookup<Input, Output> = Method<Input, Output | null>;
/** An input that has no fields. */
export type NoInput = Record<string, never>;

export interface PointsService {
  account: Lookup<NoInput, t.PointsAccount>;
  program: Lookup<NoInput, t.PointsProgram>;
  history?: Method<t.HistoryInput, t.LedgerPage>;
  /** What a product or cart would earn. */
  estimate?: Lookup<t.EstimateInput, t.PointsEstimate>;
  redeem?: Method<t.RedeemInput, t.Redemption>;
  /** Gives a redemption back. */
  revoke?: Method<t.RevokeInput, t.Redemption>;
  /** Makes a candidate a member. */
  enrol?: Method<NoInput, t.PointsAccount>;
  /** Yields the account whenever it changed, until `context.signal` aborts. */
  subscribe?: (input: NoInput, context: AdapterContext) => AsyncIterable<t.PointsAccount>;
}

export interface ReferralsService {
  program: Lookup<NoInput, t.ReferralProgram>;
  link: Lookup<NoInput, t.ReferralLink>;
  list?: Method<t.HistoryInput, t.ReferralPage>;
  /** A friend takes the offer. Idempotent per friend. */
  claim?: Method<t.ClaimInput, t.ReferralClaim>;
}

export interface ReviewsService {
  requests: Method<NoInput, t.ReviewRequests>;
  submit: Method<t.ReviewInput, t.Review>;
  edit?: Method<t.ReviewEditInput, t.Review>;
  withdraw?: Method<t.ReviewWithdrawInput, t.Review>;
}

export interface ReturnsService {
  policy: Lookup<t.PolicyInput, t.ReturnPolicy>;
  deadline?: Lookup<t.DeadlineInput, t.ReturnDeadline>;
  /** Statutory withdrawal in two steps: declare, then confirm. Guests included. */
  withdraw?: Method<t.WithdrawInput, t.WithdrawalResult>;
}

interface FaqCommon {
  vote?: Method<t.VoteInput, t.VoteReceipt>;
  contact?: Lookup<NoInput, t.ContactInfo>;
}
type FaqEntriesMethod = Method<t.EntriesInput, t.FaqEntries>;
type FaqSearchMethod = Method<t.SearchInput, t.FaqHits>;
/** Needs `entries` (the page searches) or `search` (the backend searches), or both. */
export type FaqService = FaqCommon &
  ({ entries: FaqEntriesMethod; search?: FaqSearchMethod } | { entries?: FaqEntriesMethod; search: FaqSearchMethod });

export interface TrackingService {
  shipments: Lookup<t.ShipmentsInput, t.Shipments>;
  /** Yields each parcel that changed, until `context.signal` aborts. */
  subscribe?: (input: t.ShipmentsInput, context: AdapterContext) => AsyncIterable<t.Shipment>;
}

export interface Services {
  points: PointsService;
  referrals: ReferralsService;
  reviews: ReviewsService;
  returns: ReturnsService;
  faq: FaqService;
  tracking: TrackingService;
}

export type ServiceName = keyof Services;

/** The version of this contract. An adapter that names another is refused with a clear report. */
export const CONTRACT_VERSION = 1;

export interface Adapter extends Partial<Services> {
  /** Short name for reports, such as `static`. */
  id: string;
  /** Set by `defineAdapter`. */
  contract?: number;
  /** Set by `compose`: what reports call a method, such as `points.account (server)`. */
  labels?: Partial<Record<Capability, string>>;
}

/** Every `service.method` of the contract, with those that a service must have marked. */
export const METHODS = {
  points: { account: true, program: true, history: false, estimate: false, redeem: false, revoke: false, enrol: false, subscribe: false },
  referrals: { program: true, link: true, list: false, claim: false },
  reviews: { requests: true, submit: true, edit: false, withdraw: false },
  returns: { policy: true, deadline: false, withdraw: false },
  faq: { entries: false, search: false, vote: false, contact: false },
  tracking: { shipments: true, subscribe: false },
} as const;

export type Capability = { [S in ServiceName]: `${S}.${keyof (typeof METHODS)[S] & string}` }[ServiceName];

/** What an adapter can do, as `service.method` names in the order of the contract. */
export function capabilities(adapter: Adapter): Capability[] {
  return Object.entries(METHODS).flatMap(([service, methods]) =>
    Object.keys(methods)
      .filter((method) => typeof (adapter[service as ServiceName] as Record<string, unknown> | undefined)?.[method] === 'function')
      .map((method) => `${service}.${method}` as Capability),
  );
}

/**
 * Declares an adapter: checks its shape, stamps the contract version and keeps its exact type, so that optional methods
 * that are there stay callable.
 *
 * @throws TypeError naming the service and method that is missing or is no function.
 */
export function defineAdapter<A extends Adapter>(adapter: A): A & { contract: number } {
  if (!adapter.id) throw new TypeError('An adapter needs an `id`.');
  for (const [service, methods] of Object.entries(METHODS)) {
    const found = adapter[service as ServiceName] as Record<string, unknown> | null | undefined;
    if (found === undefined) continue;
    for (const [method, required] of Object.entries(methods)) {
      const value = found?.[method];
      if (value === undefined ? required : typeof value !== 'function') {
        throw new TypeError(`Adapter “${adapter.id}”: \`${service}.${method}\` must be a function.`);
      }
    }
    if (service === 'faq' && !found?.['entries'] && !found?.['search']) {
      throw new TypeError(`Adapter “${adapter.id}”: \`faq\` needs \`entries\` or \`search\`.`);
    }
  }
  return { ...adapter, contract: CONTRACT_VERSION };
}
