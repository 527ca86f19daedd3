import { guardWithdrawalResult, type WithdrawInput } from '@aftercart/contract';
import { act } from '../act.ts';
import type { Shop } from '../shop.ts';

/** The statutory withdrawal, one step a call. Rejects with an `AdapterError`. */
export const returnsActions = (shop: Shop, locale?: string) => ({
  withdraw: (input: WithdrawInput) => act(shop, 'returns.withdraw', input, guardWithdrawalResult, locale),
});
