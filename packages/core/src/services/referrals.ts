import { guardReferralLink, guardReferralProgram } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The stores over a shop’s referral program and the shopper’s link. */
export const referralsStores = (shop: Shop, locale?: string) => ({
  $program: shop.resource('referrals.program', {}, guardReferralProgram, locale),
  $link: shop.resource('referrals.link', {}, guardReferralLink, locale),
});
