/** What the server does for each method of the contract. */
import type { Capability, FaqService, PointsService, ReferralsService, ReturnsService, ReviewsService, TrackingService, WithdrawInput } from '@aftercart/contract';
import type { Context, Runtime, ShopperContext } from './context.ts';
import { faq } from './faq/service.ts';
import type { OpenEvents } from './http/event-stream.ts';
import { points } from './points/service.ts';
import { guardClaims } from './referrals/guard.ts';
import { referrals } from './referrals/service.ts';
import { returns } from './returns/service.ts';
import { reviews } from './reviews/service.ts';
import { tracking } from './tracking/service.ts';

type AnyMethod = (input: never, context: never) => unknown;

/** A method of the contract as the server has it: with its own context. `C` is `ShopperContext` for those that need a token. */
type Served<F, C extends Context = Context> = F extends (input: infer I, context: never) => Promise<infer O> ? (input: I, context: C) => Promise<O> : never;

/** A stream that goes on after the event whose id is `last`. Who is to be refused must be before it begins: by a promise that rejects. */
type ServedStream<F, C extends Context = Context> = F extends (input: infer I, context: never) => unknown
  ? (input: I, context: C, live: { last: string | undefined; signal: AbortSignal }) => ReturnType<OpenEvents>
  : never;

type All<S> = { [M in keyof S]-?: NonNullable<S[M]> extends AnyMethod ? NonNullable<S[M]> : never };

export interface ServedPoints {
  account: Served<All<PointsService>['account']>;
  program: Served<All<PointsService>['program']>;
  history: Served<All<PointsService>['history'], ShopperContext>;
  estimate: Served<All<PointsService>['estimate']>;
  redeem: Served<All<PointsService>['redeem'], ShopperContext>;
  revoke: Served<All<PointsService>['revoke'], ShopperContext>;
  enrol: Served<All<PointsService>['enrol'], ShopperContext>;
  subscribe: ServedStream<All<PointsService>['subscribe'], ShopperContext>;
}

export interface ServedReferrals {
  program: Served<All<ReferralsService>['program']>;
  link: Served<All<ReferralsService>['link'], ShopperContext>;
  list: Served<All<ReferralsService>['list'], ShopperContext>;
  claim: Served<All<ReferralsService>['claim']>;
}

export interface ServedReviews {
  requests: Served<All<ReviewsService>['requests'], ShopperContext>;
  submit: Served<All<ReviewsService>['submit'], ShopperContext>;
  edit: Served<All<ReviewsService>['edit'], ShopperContext>;
  withdraw: Served<All<ReviewsService>['withdraw'], ShopperContext>;
}

export interface ServedReturns {
  policy: Served<All<ReturnsService>['policy']>;
  deadline: Served<All<ReturnsService>['deadline'], ShopperContext>;
  withdraw: Served<All<ReturnsService>['withdraw']>;
}

export interface ServedFaq {
  entries: Served<NonNullable<FaqService['entries']>>;
  search: Served<NonNullable<FaqService['search']>>;
  vote: Served<NonNullable<FaqService['vote']>>;
  contact: Served<NonNullable<FaqService['contact']>>;
}

export interface ServedTracking {
  shipments: Served<All<TrackingService>['shipments']>;
  subscribe: ServedStream<All<TrackingService>['subscribe']>;
}

export const services = { points, referrals, reviews, returns, faq, tracking };

/** Lets a request pass, or throws. */
export type Guard = (context: Context) => Promise<void>;

/**
 * What stands before a method, such as a limit on guessing. It runs before the transaction of a write, since a limit that processes count
 * together needs a connection of its own.
 */
export const GUARDS: Readonly<Partial<Record<Capability, (runtime: Runtime) => Guard>>> = { 'referrals.claim': guardClaims };

/** Whether a write is only its first step, after which all is as it was. */
export const changesNothing = (method: Capability, input: unknown): boolean =>
  method === 'returns.withdraw' && (input as WithdrawInput).step === 'declare';
