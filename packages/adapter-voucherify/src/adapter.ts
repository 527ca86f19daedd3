import { defineAdapter, type Adapter } from '@aftercart/contract';
import type { Fetch } from '@aftercart/contract/fetch';
import type { Api } from './api.ts';
import { points, type LoyaltyOptions } from './points.ts';
import { referrals, type ReferralOptions } from './referrals.ts';

export interface VoucherifyOptions {
  /** Application ID and token of the **client-side** keys, which any page of an allowed origin may have. */
  clientApplicationId: string;
  clientToken: string;
  /** Of the project’s region, such as `https://us1.api.voucherify.io`; `https://api.voucherify.io` when left out. */
  apiUrl?: string;
  /** Shows a loyalty card as `points`. */
  loyalty?: LoyaltyOptions;
  /** Shows a referral code as `referrals`. */
  referral?: ReferralOptions;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch;
}

/** Loyalty cards and referral codes of Voucherify, asked with its client-side keys. */
export function voucherifyAdapter({ clientApplicationId, clientToken, apiUrl = 'https://api.voucherify.io', loyalty, referral, fetch }: VoucherifyOptions): Adapter {
  if (!clientApplicationId || !clientToken) throw new TypeError('clientApplicationId and clientToken are needed: take the client-side keys of the project');
  const base = URL.parse(apiUrl)?.href.replace(/\/*$/, '/client/v1/');
  if (!base) throw new TypeError(`apiUrl="${apiUrl}" is no address`);
  if (referral && !referral.landingUrl.includes('{code}')) throw new TypeError(`landingUrl="${referral.landingUrl}" has no {code} in it`);
  const api: Api = { base, headers: { 'x-client-application-id': clientApplicationId, 'x-client-token': clientToken }, fetch };
  return defineAdapter<Adapter>({ id: 'voucherify', ...(loyalty && { points: points(api, loyalty) }), ...(referral && { referrals: referrals(api, referral) }) });
}
