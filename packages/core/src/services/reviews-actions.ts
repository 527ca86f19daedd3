import { guardReview, type ReviewEditInput, type ReviewInput, type ReviewWithdrawInput } from '@aftercart/contract';
import { act } from '../act.ts';
import type { Shop } from '../shop.ts';

/** What a reviewer does. Each rejects with an `AdapterError`. */
export const reviewsActions = (shop: Shop, locale?: string) => ({
  submit: (input: ReviewInput) => act(shop, 'reviews.submit', input, guardReview, locale),
  edit: (input: ReviewEditInput) => act(shop, 'reviews.edit', input, guardReview, locale),
  withdraw: (input: ReviewWithdrawInput) => act(shop, 'reviews.withdraw', input, guardReview, locale),
});
