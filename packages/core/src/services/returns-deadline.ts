import { guardReturnDeadline, type DeadlineInput } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The store over the last day for an order. By itself, so that a page that names no order loads no guards for it. */
export const deadlineStore = (shop: Shop, input: DeadlineInput, locale?: string) =>
  shop.resource('returns.deadline', input, guardReturnDeadline, locale);
