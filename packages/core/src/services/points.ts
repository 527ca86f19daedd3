import { guardPointsAccount, guardPointsProgram } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The stores over the points of a shop’s shopper; the account is live where the adapter can. */
export const pointsStores = (shop: Shop, locale?: string) => ({
  $account: shop.resource('points.account', {}, guardPointsAccount, locale, () => import('./live-points.ts')),
  $program: shop.resource('points.program', {}, guardPointsProgram, locale),
});
