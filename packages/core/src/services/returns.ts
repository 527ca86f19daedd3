import { guardReturnPolicy, type PolicyInput } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The store over the policy that applies. */
export const policyStore = (shop: Shop, input: PolicyInput, locale?: string) =>
  shop.resource('returns.policy', input, guardReturnPolicy, locale);
