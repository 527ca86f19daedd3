import { AdapterError, defineAdapter, type Adapter, type TrackingService } from '@aftercart/contract';
import type { Fetch } from '@aftercart/contract/fetch';
import type { CustomerEndpoint } from './api/customer.ts';
import { storefrontApi } from './api/storefront.ts';
import { faq, type FaqOptions } from './faq.ts';
import { points, type StoreCreditOptions } from './points.ts';
import { returns, type ReturnsOptions } from './returns.ts';

export interface ShopifyOptions {
  /** The shop’s domain, such as `northpine.myshopify.com`. */
  shop: string;
  /** The public access token of the Storefront API, which any page may have. */
  storefrontToken: string;
  /**
   * Where the Customer Account API answers as the shopper: its own GraphQL address, or that of the shop’s proxy of it. Without it there are no
   * `tracking`, `points` and `returns.deadline`.
   */
  customerApi?: string;
  /** Questions from metaobjects. Without it there is no `faq`. */
  faq?: FaqOptions;
  /** Shows the store credit in one currency as `points`. */
  pointsFromStoreCredit?: StoreCreditOptions;
  /** The return policies. Without them there is no `returns`. */
  returns?: ReturnsOptions;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch;
}

/**
 * Shopify’s Storefront API with the shop’s public token, and its Customer Account API with the shopper’s token. It only reads.
 *
 * @throws TypeError when an option is missing or is not what it should be.
 */
export function shopifyAdapter({ shop, storefrontToken, customerApi, fetch, ...options }: ShopifyOptions): Adapter {
  const storefront = storefrontApi(shop, storefrontToken, fetch);
  const customer = customerApi ? { url: customerApi, fetch } : null;
  const { pointsFromStoreCredit: credit } = options;
  if (credit && !customer) throw new TypeError('pointsFromStoreCredit needs customerApi, which knows the store credit');
  if (credit && !/^[A-Z]{3}$/.test(credit.currency)) throw new TypeError(`pointsFromStoreCredit.currency="${credit.currency}" is no ISO 4217 code`);
  return defineAdapter<Adapter>({
    id: 'shopify',
    ...(customer && { tracking: tracking(customer) }),
    ...(customer && credit && { points: points(customer, credit) }),
    ...(options.returns && { returns: returns(storefront, customer, options.returns) }),
    ...(options.faq && { faq: faq(storefront, options.faq) }),
  });
}

const tracking = (endpoint: CustomerEndpoint): TrackingService => ({
  async shipments(input, context) {
    const part = await import('./tracking.ts').catch((cause: unknown) => {
      throw new AdapterError('NETWORK', 'The part for parcels could not be loaded.', { cause });
    });
    return part.shipments(endpoint, input, context);
  },
});
