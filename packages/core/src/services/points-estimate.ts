import { guardPointsEstimate, type EstimateInput } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The store over what products would earn. */
export const estimateStore = (shop: Shop, input: EstimateInput, locale?: string) =>
  shop.resource('points.estimate', input, guardPointsEstimate, locale);
