import { guardReferralClaim, guardReferralPage, type ClaimInput, type HistoryInput } from '@aftercart/contract';
import { act } from '../act.ts';
import type { Shop } from '../shop.ts';

/** What an advocate and a friend do. Each rejects with an `AdapterError`. */
export const referralsActions = (shop: Shop, locale?: string) => ({
  list: (input: HistoryInput = {}) => shop.read('referrals.list', input, guardReferralPage, locale),
  claim: (input: ClaimInput) => act(shop, 'referrals.claim', input, guardReferralClaim, locale),
});
