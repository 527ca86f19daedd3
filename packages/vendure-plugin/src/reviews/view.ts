/** Reviews and requests as the API says them: the contract’s shapes, but for the picture, which Vendure gives its address. */
import type { Incentive, Review, ReviewRequest } from '@aftercart/contract';
import type { Asset } from '@vendure/core';
import type { AftercartReview } from '../entities/review.ts';
import type { ReviewsOptions } from '../options.ts';
import { say } from '../text.ts';
import type { DeliveredLine } from './lines.ts';

export type RequestView = Omit<ReviewRequest, 'product'> & { product: Omit<ReviewRequest['product'], 'imageUrl' | 'url'> & { image: Asset | null } };

export const viewReview = (row: AftercartReview): Review => ({
  id: row.id as string,
  requestId: row.orderLineId as string,
  rating: row.rating,
  title: row.title,
  body: row.body,
  displayName: row.displayName,
  aspects: row.aspects,
  status: row.status,
  reason: row.reason,
  // Only what was bought here and has arrived can be reviewed.
  verified: true,
  incentivised: row.incentivised,
  createdAt: row.submittedAt.toISOString(),
});

export const viewIncentive = ({ title, points, disclosure }: NonNullable<ReviewsOptions['incentive']>, languageCode: string): Incentive => ({
  kind: 'points', points, title: say(title, languageCode), disclosure: say(disclosure, languageCode),
});

export const viewRequest = ({ id, order, deliveredAt, product }: DeliveredLine, incentive: Incentive | null, review: AftercartReview | undefined): RequestView => ({
  id: id as string,
  orderNumber: order.code,
  orderLineId: id as string,
  deliveredAt: deliveredAt.toISOString(),
  product: { ...product, id: product.id as string },
  incentive,
  review: review ? viewReview(review) : null,
});
