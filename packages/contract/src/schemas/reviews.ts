/** Reviews: what this shopper may review now, and what became of it. No field routes by star count. */
import { z } from 'zod';
import { id, instant, line, list, openEnum, points, text, url } from './common.ts';

export const REVIEW_STATUSES = ['pending', 'published', 'rejected', 'withdrawn'] as const;
export const INCENTIVE_KINDS = ['points', 'coupon', 'sweepstake', 'free_product', 'other'] as const;

const rating = () => z.int().min(1).max(5);

export const Incentive = z
  .object({
    kind: openEnum(INCENTIVE_KINDS, 'other').describe('What is given.'),
    title: line().describe('What is given, in words.'),
    points: points().nullish().describe('For `points`.'),
    disclosure: text().describe('What the published review will say about it. Shown before submission (16 CFR 465, UCPD Annex I 23b).'),
  })
  .meta({ id: 'Incentive', description: 'What a shopper gets for a review of any rating.' });

export const AspectRating = z
  .object({ id: id().describe('Aspect id.'), rating: rating().describe('1 to 5.') })
  .meta({ id: 'AspectRating', description: 'A rating of one aspect (schema.org reviewAspect).' });

export const Review = z
  .object({
    id: id().describe('Review id.'),
    requestId: id().describe('Request that it answers.'),
    rating: rating().describe('1 (worst) to 5 (best).'),
    title: line().nullish().describe('Headline.'),
    body: text().nullish().describe('The review.'),
    displayName: z.string().max(100).nullish().describe('Name shown with it.'),
    aspects: list(AspectRating, 20).nullish().describe('Ratings by aspect.'),
    status: openEnum(REVIEW_STATUSES, 'pending').describe('Where it stands.'),
    reason: text().nullish().describe('Why it was rejected, in words.'),
    verified: z.boolean().describe('Whether the backend saw the purchase.'),
    incentivised: z.boolean().describe('Whether something was given for it.'),
    createdAt: instant().describe('When it was submitted.'),
  })
  .meta({ id: 'Review', description: 'A review and its state.' });

export const ReviewRequest = z
  .object({
    id: id().describe('Request id; pass it to `submit`.'),
    orderNumber: line().nullish().describe('Order number as the shopper knows it.'),
    orderLineId: id().nullish().describe('Line of the order.'),
    deliveredAt: instant().nullish().describe('When it arrived.'),
    product: z
      .object({
        id: id().describe('Product id.'),
        name: line().describe('Product name.'),
        variant: line().nullish().describe('Size, colour.'),
        imageUrl: url().nullish().describe('Picture.'),
        url: url().nullish().describe('Product page.'),
      })
      .describe('What to review.'),
    aspects: list(z.object({ id: id().describe('Aspect id.'), label: line().describe('Name of the aspect.') }), 10)
      .nullish()
      .describe('Aspects to rate, none required.'),
    incentive: Incentive.nullish().describe('What is given for a review, whatever its rating.'),
    review: Review.nullish().describe('The review, once there is one.'),
  })
  .meta({ id: 'ReviewRequest', description: 'A product of a delivered order that may be reviewed.' });

export const ReviewRequests = z
  .object({ items: list(ReviewRequest, 100).describe('Open ones first, then those already answered.') })
  .meta({ id: 'ReviewRequests', description: 'What this shopper may review.' });

const ReviewText = {
  rating: rating().describe('1 to 5.'),
  title: line().nullish().describe('Headline.'),
  body: text().nullish().describe('The review.'),
  displayName: z.string().max(100).nullish().describe('Name to show.'),
  aspects: list(AspectRating, 20).nullish().describe('Ratings by aspect.'),
};

export const ReviewInput = z
  .object({
    requestId: id().describe('Request that is answered.'),
    ...ReviewText,
    incentivised: z.boolean().describe('Whether an incentive was shown before submission.'),
  })
  .meta({ id: 'ReviewInput', description: 'A review to submit.' });

export const ReviewEditInput = z
  .object({ reviewId: id().describe('Review to change.'), ...ReviewText })
  .meta({ id: 'ReviewEditInput', description: 'A changed review.' });

export const ReviewWithdrawInput = z
  .object({ reviewId: id().describe('Review to take back.') })
  .meta({ id: 'ReviewWithdrawInput', description: 'A review to take back.' });
