/** The reviews service. A review of any rating is treated alike. */
import { AdapterError, type Review, type ReviewInput, type ReviewsService } from '@aftercart/contract';
import type { Environment } from '../environment.ts';
import { invalid } from '../fail.ts';
import { ledgerOf, LIFETIME } from '../points/seed.ts';
import type { State } from '../state.ts';
import { instant } from '../time.ts';
import type { Words } from '../words.ts';
import { MODERATION, requestsOf, REVIEW_POINTS, reviewsOf } from './seed.ts';

/** A review that says this is refused, so that the refusal can be looked at. */
export const REFUSED_WORD = 'advert';

type Text = Omit<ReviewInput, 'requestId' | 'incentivised'>;

const isRating = (rating: number) => Number.isInteger(rating) && rating >= 1 && rating <= 5;

/** What the shopper wrote, and what the moderation says at once. */
function written({ rating, title, body, displayName, aspects }: Text, words: Words) {
  if (![rating, ...(aspects ?? []).map((aspect) => aspect.rating)].every(isRating)) throw invalid('A rating is a whole number from 1 to 5.');
  const isRefused = `${title ?? ''} ${body ?? ''}`.toLowerCase().includes(REFUSED_WORD);
  return {
    rating,
    title: title ?? null,
    body: body ?? null,
    displayName: displayName ?? null,
    aspects: aspects ?? null,
    status: isRefused ? ('rejected' as const) : ('pending' as const),
    reason: isRefused ? words.reviews.refused : null,
  };
}

/** The review that an act is about: the shopper’s own, in the state. */
function own(environment: Environment, state: State, words: Words, id: string): Review {
  const review = reviewsOf(environment, state, words).find((known) => known.id === id);
  if (!review) throw invalid('There is no such review.');
  return review;
}

const put = (state: State, review: Review) => {
  state.reviews = [...state.reviews.filter(({ id, requestId }) => id !== review.id && requestId !== review.requestId), review];
};

/** Points for a review wait for the moderation; a review that is refused or taken back in the meantime earns none. */
function settlePoints(environment: Environment, state: State, { requestId, status, incentivised }: Review): void {
  const now = environment.now();
  const { entries } = ledgerOf(environment, state);
  const given = entries.filter(({ id }) => id.startsWith(`le-${requestId}-`) && !entries.some(({ voids }) => voids === id));
  const isDue = status === 'pending' && incentivised;
  if (isDue && given.length === 0) {
    state.entries.push({
      id: `le-${requestId}-${++state.count}`,
      at: now,
      delta: REVIEW_POINTS,
      kind: 'review',
      text: 'review',
      availableAt: now + MODERATION,
      waitsFor: 'moderation',
      expiresAt: now + LIFETIME,
    });
  } else if (!isDue) {
    const open = given.filter(({ availableAt }) => (availableAt ?? 0) > now);
    for (const entry of open) state.entries.push({ id: `le-${++state.count}`, at: now, delta: 0, kind: 'adjustment', text: 'review', voids: entry.id });
  }
}

export const reviews = (environment: Environment) => {
  const refuseBlocked = () => {
    if (environment.scenario === 'blocked') throw new AdapterError('CUSTOMER_BLOCKED', 'This shopper is blocked.');
  };

  return {
    requests: (_, context) => environment.read(context, 'shopper', (state, words) => ({ items: requestsOf(environment, state, words) })),

    submit: (input, context) =>
      environment.write(context, 'shopper', 'reviews.submit', input, (state, words) => {
        refuseBlocked();
        const request = requestsOf(environment, state, words).find(({ id }) => id === input.requestId);
        if (!request) throw invalid('There is no such request.');
        if (request.review && request.review.status !== 'withdrawn') throw new AdapterError('CONFLICT', 'This was reviewed already.');
        const review: Review = {
          id: `rv-${++state.count}`,
          requestId: request.id,
          ...written(input, words),
          verified: true,
          incentivised: input.incentivised,
          createdAt: instant(environment.now()),
        };
        put(state, review);
        settlePoints(environment, state, review);
        return review;
      }),

    edit: ({ reviewId, ...text }, context) =>
      environment.write(context, 'shopper', 'reviews.edit', { reviewId, ...text }, (state, words) => {
        refuseBlocked();
        const before = own(environment, state, words, reviewId);
        if (before.status === 'withdrawn') throw new AdapterError('CONFLICT', 'This review was taken back.');
        const review: Review = { ...before, ...written(text, words), createdAt: instant(environment.now()) };
        put(state, review);
        settlePoints(environment, state, review);
        return review;
      }),

    withdraw: (input, context) =>
      environment.write(context, 'shopper', 'reviews.withdraw', input, (state, words) => {
        refuseBlocked();
        const review: Review = { ...own(environment, state, words, input.reviewId), status: 'withdrawn', reason: null };
        put(state, review);
        settlePoints(environment, state, review);
        return review;
      }),
  } satisfies ReviewsService;
};
