import { defineAdapter, type Adapter, type PointsService, type ReturnsService, type ReviewsService, type TrackingService } from '@aftercart/contract';
import type { Fetch } from '@aftercart/contract/fetch';
import type { MedusaStoreCredit } from './points/options.ts';
import { points } from './points/points.ts';
import type { MedusaReturns } from './returns/options.ts';
import { returns } from './returns/returns.ts';
import { reviews } from './reviews/reviews.ts';
import { connect } from './store-api.ts';
import { tracking } from './tracking/tracking.ts';

export interface MedusaOptions {
  /** Address of the Medusa server, such as `https://api.shop.example`. */
  endpoint: string;
  /** Of the sales channel; public (Settings → Publishable API Keys). */
  publishableKey: string;
  /** Return policies, which Medusa has no place for. Without them the adapter has no `returns`. */
  returns?: MedusaReturns;
  /** Whether the shop has `@lambdacurry/medusa-product-reviews`. Without it the adapter has no `reviews`. */
  reviews?: boolean;
  /** The account of `@medusajs/loyalty-plugin`. Without it the adapter has no `points`. */
  pointsFromStoreCredit?: MedusaStoreCredit;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch;
}

type Given<Options, Name extends keyof MedusaOptions, Services> = Options extends { [key in Name]: object | true } ? Services : unknown;

/** An adapter with the services whose options were given. */
export type MedusaAdapter<Options extends MedusaOptions = MedusaOptions> = Adapter & { tracking: TrackingService } &
  Given<Options, 'returns', { returns: ReturnsService & Required<Pick<ReturnsService, 'deadline'>> }> &
  Given<Options, 'reviews', { reviews: ReviewsService }> &
  Given<Options, 'pointsFromStoreCredit', { points: PointsService & Required<Pick<PointsService, 'history'>> }>;

/**
 * Medusa 2 from the page, over its Store API and the routes of the plugin `@aftercart/adapter-medusa/backend`. The shopper’s token is Medusa’s customer JWT.
 *
 * @throws TypeError when the endpoint is no address, the key is missing, the time zone or the currency is none.
 */
export function medusaAdapter<const Options extends MedusaOptions>(options: Options): MedusaAdapter<Options> {
  const ask = connect(options);
  return defineAdapter({
    id: 'medusa',
    tracking: tracking(ask),
    ...(options.returns && { returns: returns(ask, options.returns) }),
    ...(options.reviews && { reviews: reviews(ask) }),
    ...(options.pointsFromStoreCredit && { points: points(ask, options.pointsFromStoreCredit) }),
  }) as Adapter as MedusaAdapter<Options>;
}
