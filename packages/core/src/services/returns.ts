import { guardReturnDeadline, guardReturnPolicy, type DeadlineInput, type PolicyInput } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The store over the policy that applies. */
export const policyStore = (shop: Shop, input: PolicyInput, locale?: string) =>
  shop.resource('returns.policy', input, guardReturnPolicy, locale);

/** The store over the last day for an order. */
export const deadlineStore = (shop: Shop, input: DeadlineInput, locale?: string) =>
  shop.resource('returns.deadline', input, guardReturnDeadline, locale);
