import { guardFaqHits, guardVoteReceipt, type SearchInput, type VoteInput } from '@aftercart/contract';
import { act } from '../act.ts';
import type { Shop } from '../shop.ts';

/** What a shopper with a question does. Each rejects with an `AdapterError`. */
export const faqActions = (shop: Shop, locale?: string) => ({
  search: (input: SearchInput, signal?: AbortSignal) => shop.read('faq.search', input, guardFaqHits, locale, signal),
  vote: (input: VoteInput) => act(shop, 'faq.vote', input, guardVoteReceipt, locale),
});
