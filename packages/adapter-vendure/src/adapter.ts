import { defineAdapter, type ReviewsService, type TrackingService } from '@aftercart/contract';
import type { Fetch } from '@aftercart/contract/fetch';
import { pointsService, type VendurePoints } from './points/service.ts';
import { returnsService, type ReturnsOptions } from './returns/service.ts';
import { reviewsService } from './reviews/service.ts';
import { addressOf, type ShopApi } from './shop-api.ts';
import { trackingService } from './tracking/service.ts';

export type { ReturnsOptions };

export interface VendureOptions {
  /** Address of the Shop API, such as `https://shop.example/shop-api`; relative to the page. */
  endpoint: string;
  /** Token of the channel; the default channel when left out. */
  channelToken?: string;
  /** Whether `@aftercart/vendure-plugin` is installed there: points and reviews, and parcels for guests who prove their order. */
  plugin?: boolean;
  /** The shop’s return policies, which Vendure has no place for. Without them there is no `returns`. */
  returns?: ReturnsOptions;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch;
}

export interface VendureAdapter {
  id: 'vendure';
  contract: number;
  tracking: TrackingService;
  returns?: ReturnType<typeof returnsService>;
  points?: VendurePoints;
  reviews?: Required<ReviewsService>;
}

/**
 * Vendure, by its Shop API and the shopper’s own session.
 *
 * @throws TypeError when the endpoint is no address or the time zone none.
 */
export function vendureAdapter({ endpoint, channelToken, plugin = false, returns, fetch }: VendureOptions): VendureAdapter {
  const api: ShopApi = { endpoint: addressOf(endpoint), channelToken, fetch };
  return defineAdapter({
    id: 'vendure' as const,
    tracking: trackingService(api, plugin),
    ...(returns && { returns: returnsService(api, returns) }),
    ...(plugin && { points: pointsService(api), reviews: reviewsService(api) }),
  });
}
