import { guardPointsAccount, guardPointsEstimate, guardPointsProgram, type EstimateInput, type PointsAccount } from '@aftercart/contract';
import type { Resource } from '../resource.ts';
import type { Shop } from '../shop.ts';

/** Live updates are worth loading for adapters that have them, and for somebody who has an account. */
async function live(shop: Shop, locale: string, signal: AbortSignal, resource: Resource<PointsAccount>): Promise<void> {
  const { points } = await shop.adapter();
  if (!points?.subscribe || signal.aborted || resource.value.data?.state === 'guest') return;
  const { followAccount } = await import('./live-points.ts');
  return followAccount(shop, locale, signal, resource);
}

/** The stores over the points of a shop’s shopper; the account is live where the adapter can. */
export const pointsStores = (shop: Shop, locale = shop.locale) => ({
  $account: shop.resource('points.account', {}, guardPointsAccount, locale, (signal, resource) => void live(shop, locale, signal, resource).catch(() => {})),
  $program: shop.resource('points.program', {}, guardPointsProgram, locale),
});

/** The store over what products would earn. */
export const estimateStore = (shop: Shop, input: EstimateInput, locale?: string) =>
  shop.resource('points.estimate', input, guardPointsEstimate, locale);
