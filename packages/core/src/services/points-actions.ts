import { guardLedgerPage, guardPointsAccount, guardRedemption, type HistoryInput, type RedeemInput, type RevokeInput } from '@aftercart/contract';
import { act } from '../act.ts';
import type { Shop } from '../shop.ts';

/** What a shopper does with points. Each rejects with an `AdapterError`. */
export const pointsActions = (shop: Shop, locale?: string) => ({
  history: (input: HistoryInput = {}) => shop.read('points.history', input, guardLedgerPage, locale),
  redeem: (input: RedeemInput) => act(shop, 'points.redeem', input, guardRedemption, locale),
  revoke: (input: RevokeInput) => act(shop, 'points.revoke', input, guardRedemption, locale),
  enrol: () => act(shop, 'points.enrol', {}, guardPointsAccount, locale),
});
