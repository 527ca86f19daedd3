/** Reviews, as `@aftercart/vendure-plugin` keeps them: its shapes are the contract’s, but for the picture. */
import type { AdapterContext, Review, ReviewRequest, ReviewsService } from '@aftercart/contract';
import { ask, askingOf, type ShopApi } from '../shop-api.ts';

const REVIEW = 'id requestId rating title body displayName aspects { id rating } status reason verified incentivised createdAt';

const REQUESTS = `query AftercartReviewRequests {
  answer: aftercartReviewRequests {
    id orderNumber orderLineId deliveredAt product { id name variant image { preview } } incentive { kind title points disclosure } review { ${REVIEW} }
  }
}`;
const SUBMIT = `mutation AftercartSubmitReview($requestId: ID!, $review: AftercartReviewInput!, $incentivised: Boolean!, $key: String!) {
  answer: aftercartSubmitReview(requestId: $requestId, review: $review, incentivised: $incentivised, idempotencyKey: $key) { ${REVIEW} }
}`;
const EDIT = `mutation AftercartEditReview($reviewId: ID!, $review: AftercartReviewInput!, $key: String!) {
  answer: aftercartEditReview(reviewId: $reviewId, review: $review, idempotencyKey: $key) { ${REVIEW} }
}`;
const WITHDRAW = `mutation AftercartWithdrawReview($reviewId: ID!, $key: String!) { answer: aftercartWithdrawReview(reviewId: $reviewId, idempotencyKey: $key) { ${REVIEW} } }`;

type RequestView = Omit<ReviewRequest, 'product'> & { product: Omit<ReviewRequest['product'], 'imageUrl'> & { image: { preview: string } | null } };

export function reviewsService(api: ShopApi): Required<ReviewsService> {
  const write = async (query: string, variables: object, context: AdapterContext): Promise<Review> =>
    (await ask<{ answer: Review }>(api, query, { ...variables, key: context.idempotencyKey ?? '' }, await askingOf(context))).answer;
  return {
    async requests(_, context) {
      const { answer } = await ask<{ answer: RequestView[] }>(api, REQUESTS, {}, await askingOf(context));
      return { items: answer.map(({ product: { image, ...product }, ...request }) => ({ ...request, product: { ...product, imageUrl: image?.preview ?? null } })) };
    },
    submit: ({ requestId, incentivised, ...review }, context) => write(SUBMIT, { requestId, incentivised, review }, context),
    edit: ({ reviewId, ...review }, context) => write(EDIT, { reviewId, review }, context),
    withdraw: ({ reviewId }, context) => write(WITHDRAW, { reviewId }, context),
  };
}
