import { guardReviewRequests } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The store over what the shopper may review. */
export const reviewsStores = (shop: Shop, locale?: string) => ({
  $requests: shop.resource('reviews.requests', {}, guardReviewRequests, locale),
});
