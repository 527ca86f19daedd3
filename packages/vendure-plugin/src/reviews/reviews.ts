/** What a customer may review, and what they said. One star and five take the same way. */
import type { Incentive, Review, ReviewEditInput, ReviewInput, ReviewWithdrawInput } from '@aftercart/contract';
import type { Customer, ID, RequestContext } from '@vendure/core';
import { AftercartMember } from '../entities/member.ts';
import { AftercartReview } from '../entities/review.ts';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { isUniqueViolation } from '../unique.ts';
import { deliveredLines, isAskedFor } from './lines.ts';
import { settleReward, wasRewarded } from './reward.ts';
import { viewIncentive, viewRequest, viewReview, type RequestView } from './view.ts';

/** Of the contract. */
const MOST_REQUESTS = 100;
const LONGEST = { title: 300, body: 5_000, displayName: 100 };
const MOST_ASPECTS = 20;

const already = () => new Refusal('CONFLICT', 'This was reviewed already.');

/** Open ones first, then those already answered. @throws Refusal UNAUTHENTICATED */
export async function requestsOf(runtime: Runtime, ctx: RequestContext): Promise<RequestView[]> {
  const { id: customerId } = await runtime.requireCustomer(ctx);
  if (!runtime.options.reviews) return [];
  const lines = await deliveredLines(runtime, ctx, customerId);
  const rows = await runtime.table(ctx, AftercartReview).findBy({ customerId });
  const reviews = new Map(rows.map((row) => [String(row.orderLineId), row]));
  const offered = await offer(runtime, ctx, customerId);
  const reviewOf = ({ id }: { id: ID }) => reviews.get(String(id));
  return lines
    .sort((a, b) => Number(reviewOf(a) !== undefined) - Number(reviewOf(b) !== undefined))
    .slice(0, MOST_REQUESTS)
    .map((line) => {
      const review = reviewOf(line);
      return viewRequest(line, review ? review.incentive : offered, review);
    });
}

/** @throws Refusal INVALID_REQUEST, NOT_ELIGIBLE, CONFLICT */
export async function submit(runtime: Runtime, ctx: RequestContext, { id: customerId }: Customer, { requestId, incentivised, ...text }: ReviewInput): Promise<Review> {
  const reviews = runtime.table(ctx, AftercartReview);
  if (!runtime.options.reviews) throw new Refusal('NOT_ELIGIBLE', 'The shop asks for no reviews.');
  const [line] = await deliveredLines(runtime, ctx, customerId, requestId);
  if (!line) throw new Refusal('INVALID_REQUEST', 'There is no such request.');
  const known = await reviews.findOneBy({ orderLineId: line.id });
  if (known && known.status !== 'withdrawn') throw already();
  if (!isAskedFor(runtime, line)) throw new Refusal('NOT_ELIGIBLE', 'A review of this is no longer asked for.');
  const isRewarded = known !== null && (await wasRewarded(runtime, ctx, known));
  const incentive = incentivised ? await offer(runtime, ctx, customerId) : null;
  const row = await reviews
    .save({
      ...(known ?? { customerId, orderLineId: line.id, productId: line.product.id, awards: 0 }),
      ...written(runtime, text),
      // What was earned stays earned, and said.
      ...(!isRewarded && { incentivised, incentive }),
      submittedAt: runtime.now(),
    })
    .catch((error: unknown) => {
      // By somebody who asked in the same moment.
      throw isUniqueViolation(error) ? already() : error;
    });
  await settleReward(runtime, ctx, row);
  return viewReview(row);
}

/** @throws Refusal INVALID_REQUEST, CONFLICT */
export async function edit(runtime: Runtime, ctx: RequestContext, customer: Customer, { reviewId, ...text }: ReviewEditInput): Promise<Review> {
  const row = await own(runtime, ctx, customer, reviewId);
  if (row.status === 'withdrawn') throw new Refusal('CONFLICT', 'This review was taken back.');
  return write(runtime, ctx, row, written(runtime, text));
}

/** Taking it back again changes nothing. @throws Refusal INVALID_REQUEST */
export async function withdraw(runtime: Runtime, ctx: RequestContext, customer: Customer, { reviewId }: ReviewWithdrawInput): Promise<Review> {
  return write(runtime, ctx, await own(runtime, ctx, customer, reviewId), { status: 'withdrawn', reason: null });
}

/** What an administrator decides. @throws Refusal INVALID_REQUEST, CONFLICT */
export async function moderate(runtime: Runtime, ctx: RequestContext, id: ID, status: 'published' | 'rejected', reason: string | null): Promise<AftercartReview> {
  const row = await runtime.table(ctx, AftercartReview).findOneBy({ id });
  if (!row) throw new Refusal('INVALID_REQUEST', 'There is no such review.');
  if (row.status === 'withdrawn') throw new Refusal('CONFLICT', 'The customer has taken it back.');
  await write(runtime, ctx, row, { status, reason });
  return row;
}

async function write(runtime: Runtime, ctx: RequestContext, row: AftercartReview, changes: Partial<AftercartReview>): Promise<Review> {
  const saved = await runtime.table(ctx, AftercartReview).save(Object.assign(row, changes));
  await settleReward(runtime, ctx, saved);
  return viewReview(saved);
}

/** Another’s answers like one that there is not. */
async function own(runtime: Runtime, ctx: RequestContext, { id: customerId }: Customer, id: ID): Promise<AftercartReview> {
  const row = await runtime.table(ctx, AftercartReview).findOneBy({ id, customerId });
  if (!row) throw new Refusal('INVALID_REQUEST', 'There is no such review.');
  return row;
}

/** What is promised for a review that is written now: something to members, whose points it is. */
async function offer(runtime: Runtime, ctx: RequestContext, customerId: ID): Promise<Incentive | null> {
  const incentive = runtime.options.reviews?.incentive;
  return incentive && (await runtime.table(ctx, AftercartMember).existsBy({ customerId })) ? viewIncentive(incentive, ctx.languageCode) : null;
}

/** What the customer wrote, unchanged, and where it goes next. @throws Refusal INVALID_REQUEST */
function written(runtime: Runtime, { rating, aspects, ...words }: Omit<ReviewEditInput, 'reviewId'>): Partial<AftercartReview> {
  const isRating = (value: number) => Number.isInteger(value) && value >= 1 && value <= 5;
  if (!isRating(rating) || aspects?.some((aspect) => !isRating(aspect.rating))) throw new Refusal('INVALID_REQUEST', 'A rating is from 1 to 5.');
  if ((aspects?.length ?? 0) > MOST_ASPECTS) throw new Refusal('INVALID_REQUEST', `There are at most ${MOST_ASPECTS} aspects.`);
  for (const [name, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if ((words[name]?.length ?? 0) > most) throw new Refusal('INVALID_REQUEST', `\`${name}\` has more than ${most} letters.`);
  }
  return {
    rating,
    title: words.title ?? null,
    body: words.body ?? null,
    displayName: words.displayName ?? null,
    aspects: (aspects ?? []).map((aspect) => ({ id: aspect.id, rating: aspect.rating })),
    status: runtime.options.reviews?.moderation === 'none' ? 'published' : 'pending',
    reason: null,
  };
}
