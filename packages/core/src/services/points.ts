import { guardPointsAccount, guardPointsEstimate, guardPointsProgram, type EstimateInput } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The stores over the points of a shop’s shopper. */
export const pointsStores = (shop: Shop, locale?: string) => ({
  $account: shop.resource('points.account', {}, guardPointsAccount, locale),
  $program: shop.resource('points.program', {}, guardPointsProgram, locale),
});

/** The store over what products would earn. */
export const estimateStore = (shop: Shop, input: EstimateInput, locale?: string) =>
  shop.resource('points.estimate', input, guardPointsEstimate, locale);
