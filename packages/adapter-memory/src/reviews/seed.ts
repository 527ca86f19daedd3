/** What Maria may review, and what she has reviewed. */
import type { Review, ReviewRequest } from '@aftercart/contract';
import { ORDERS, PRODUCTS, type ProductId } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import type { State } from '../state.ts';
import { DAY, instant, MINUTE } from '../time.ts';
import type { Words } from '../words.ts';

type Aspect = keyof Words['reviews']['aspects'];

const ASPECTS: Partial<Record<ProductId, readonly Aspect[]>> = {
  backpack: ['fit', 'comfort', 'quality'],
  'merino-shirt': ['size', 'comfort', 'warmth'],
  socks: ['size', 'comfort', 'warmth'],
  headlamp: ['brightness', 'battery', 'quality'],
};

/** A cool-off: nothing is asked for again after this many days. */
const ASKED_FOR = 60;

/** How long the demo’s moderators take. */
export const MODERATION = 2 * MINUTE;

export const REVIEW_POINTS = 25;

/** `rv-<request>-<n>`; the request of a review is in its id. */
const seeded = (words: Words, base: number): Review[] => {
  const review = (requestId: string, days: number, rating: number, text: readonly [string, string, string?], status: Review['status']): Review => ({
    id: `rv-${requestId}`,
    requestId,
    rating,
    title: text[0],
    body: text[1],
    displayName: 'Maria P.',
    status,
    reason: text[2] ?? null,
    verified: true,
    incentivised: status !== 'rejected',
    createdAt: instant(base - days * DAY),
  });
  return [
    review('NP-10218-enamel-mug', 2, 5, words.reviews.pending, 'pending'),
    review('NP-10197-headlamp', 15, 4, words.reviews.published, 'published'),
    review('NP-10197-stove', 14, 2, words.reviews.rejected, 'rejected'),
  ];
};

/** Every review of the shopper as it stands now; a later one takes the place of the one before. */
export function reviewsOf({ isMaria, base, now }: Environment, state: State, words: Words): Review[] {
  const kept = state.reviews.map((review) =>
    review.status === 'pending' && Date.parse(review.createdAt) + MODERATION <= now() ? { ...review, status: 'published' as const } : review,
  );
  const before = isMaria ? seeded(words, base).filter(({ requestId }) => !kept.some((review) => review.requestId === requestId)) : [];
  return [...kept, ...before];
}

export function requestsOf(environment: Environment, state: State, words: Words): ReviewRequest[] {
  if (!environment.isMaria) return [];
  const { base, links } = environment;
  const reviews = reviewsOf(environment, state, words);
  const at = (template: string, id: string) => template.replace('{id}', id);
  const requests = ORDERS.filter(({ delivered = Infinity }) => delivered <= ASKED_FOR).flatMap(({ number, delivered, items }) =>
    items.map((productId): ReviewRequest => {
      const { name, variant } = PRODUCTS[productId];
      const id = `${number}-${productId}`;
      return {
        id,
        orderNumber: number,
        orderLineId: id,
        deliveredAt: instant(base - delivered! * DAY),
        product: {
          id: productId,
          name,
          variant,
          ...(links.image && { imageUrl: at(links.image, productId) }),
          ...(links.product && { url: at(links.product, productId) }),
        },
        aspects: (ASPECTS[productId] ?? ['quality']).map((aspect) => ({ id: aspect, label: words.reviews.aspects[aspect] })),
        incentive: { kind: 'points', title: words.reviews.incentive[0], points: REVIEW_POINTS, disclosure: words.reviews.incentive[1] },
        review: reviews.find(({ requestId }) => requestId === id) ?? null,
      };
    }),
  );
  return [...requests.filter(({ review }) => !review), ...requests.filter(({ review }) => review)];
}
