import type { EstimateInput, HistoryInput, RedeemInput, ReviewEditInput, RevokeInput } from '@aftercart/contract';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, type Customer, type ID, type RequestContext } from '@vendure/core';
import { describeClass, describeConstructor, describeMethod } from '../decorate.ts';
import { once } from '../once.ts';
import { provenOrder } from '../order-proof.ts';
import { accountOf, enrol, historyOf } from '../points/account.ts';
import { estimateOf, programOf } from '../points/program.ts';
import { redeem, revoke } from '../points/redeem.ts';
import { publishedReviews } from '../reviews/published.ts';
import { edit, requestsOf, submit, withdraw } from '../reviews/reviews.ts';
import { Runtime } from '../runtime.ts';

interface Keyed {
  idempotencyKey: string;
}
type ReviewText = Omit<ReviewEditInput, 'reviewId'>;
type Act<I, T> = (runtime: Runtime, ctx: RequestContext, customer: Customer, input: I) => Promise<T>;

/** The customer’s own, by their session. */
export class ShopResolver {
  readonly #runtime: Runtime;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  aftercartPointsAccount(ctx: RequestContext) {
    return accountOf(this.#runtime, ctx);
  }
  aftercartPointsProgram(ctx: RequestContext) {
    return programOf(this.#runtime, ctx);
  }
  aftercartPointsHistory(ctx: RequestContext, input: HistoryInput) {
    return historyOf(this.#runtime, ctx, input);
  }
  aftercartPointsEstimate(_: RequestContext, input: EstimateInput) {
    return estimateOf(this.#runtime, input);
  }
  aftercartReviewRequests(ctx: RequestContext) {
    return requestsOf(this.#runtime, ctx);
  }
  aftercartProductReviews(ctx: RequestContext, input: { productId: ID; skip?: number | null; take?: number | null }) {
    return publishedReviews(this.#runtime, ctx, input);
  }
  aftercartOrder(ctx: RequestContext, { code, ...proof }: { code: string; email?: string | null; postcode?: string | null }) {
    return provenOrder(this.#runtime, ctx, code, proof);
  }

  aftercartEnrol(ctx: RequestContext, input: Keyed) {
    return this.#once('enrol', ctx, input, enrol);
  }
  aftercartRedeem(ctx: RequestContext, input: RedeemInput & Keyed) {
    return this.#once('redeem', ctx, input, redeem);
  }
  aftercartRevoke(ctx: RequestContext, input: RevokeInput & Keyed) {
    return this.#once('revoke', ctx, input, revoke);
  }
  aftercartSubmitReview(ctx: RequestContext, { review, ...input }: { requestId: string; review: ReviewText; incentivised: boolean } & Keyed) {
    return this.#once('submit', ctx, { ...input, ...review }, submit);
  }
  aftercartEditReview(ctx: RequestContext, { review, ...input }: { reviewId: string; review: ReviewText } & Keyed) {
    return this.#once('edit', ctx, { ...input, ...review }, edit);
  }
  aftercartWithdrawReview(ctx: RequestContext, input: { reviewId: string } & Keyed) {
    return this.#once('withdraw', ctx, input, withdraw);
  }

  #once<I extends object, T>(name: string, asking: RequestContext, { idempotencyKey: key, ...rest }: I & Keyed, act: Act<I, T>): Promise<T> {
    const input = rest as unknown as I;
    return once(this.#runtime, asking, { name, input, key }, (ctx, customer) => act(this.#runtime, ctx, customer, input));
  }
}

// Guests may ask, too: what they get is theirs, or a refusal that says why, where Vendure’s own would say no more than “forbidden”.
describeClass(ShopResolver, Resolver());
describeConstructor(ShopResolver, Runtime);
for (const name of ['aftercartPointsAccount', 'aftercartPointsProgram', 'aftercartPointsHistory', 'aftercartPointsEstimate', 'aftercartReviewRequests', 'aftercartProductReviews', 'aftercartOrder'] as const) {
  describeMethod(ShopResolver, name, [Query(), Allow(Permission.Public)], [Ctx(), Args()]);
}
for (const name of ['aftercartEnrol', 'aftercartRedeem', 'aftercartRevoke', 'aftercartSubmitReview', 'aftercartEditReview', 'aftercartWithdrawReview'] as const) {
  describeMethod(ShopResolver, name, [Mutation(), Allow(Permission.Public)], [Ctx(), Args()]);
}
