import { guardContactInfo, guardFaqEntries, type EntriesInput } from '@aftercart/contract';
import type { Shop } from '../shop.ts';

/** The stores over a shop’s answers and the people behind them. */
export const faqStores = (shop: Shop, input: EntriesInput = {}, locale?: string) => ({
  $entries: shop.resource('faq.entries', input, guardFaqEntries, locale),
  $contact: shop.resource('faq.contact', {}, guardContactInfo, locale),
});
