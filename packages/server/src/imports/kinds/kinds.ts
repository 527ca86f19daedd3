/** What can be imported, by the name in the address and on the command line. */
import type { Kind } from '../types.ts';
import { adjustments } from './adjustments.ts';
import { couponCodes } from './coupon-codes.ts';
import { faqEntries } from './faq-entries.ts';
import { orders } from './orders.ts';
import { shoppers } from './shoppers.ts';
import { synonyms } from './synonyms.ts';

export const KIND_NAMES = ['orders', 'shoppers', 'points', 'coupon-codes', 'faq', 'synonyms'] as const;
export type KindName = (typeof KIND_NAMES)[number];

export const KINDS: Readonly<Record<KindName, Kind>> = { orders, shoppers, points: adjustments, 'coupon-codes': couponCodes, faq: faqEntries, synonyms };
