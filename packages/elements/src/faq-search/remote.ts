/** For shops whose backend searches, in place of the engine. Loaded where a shop has no entries to give. */
import { guardFaqHits, INVALID, type FaqEntries, type FaqHits, type Guard } from '@aftercart/contract';
import { faqActions, type Resource, type Shop } from '@aftercart/core';
import type { Found } from './in-page.ts';
import type { FaqSearchElement } from './faq-search.ts';

/** Milliseconds without a key press before the backend is asked. */
const ASK_AFTER = 200;

/** Whether the backend of the shop searches; never settles once the element has another shop. */
export async function canSearch(host: FaqSearchElement): Promise<boolean> {
  const shop = host.currentShop;
  const adapter = await shop?.adapter().catch(() => undefined);
  return shop === host.currentShop ? !!adapter?.faq?.search && !adapter.faq.entries : new Promise(() => {});
}

const guardSuggestions: Guard<FaqEntries> = (value, issues) => {
  const hits = guardFaqHits(value, issues);
  return hits === INVALID ? INVALID : { items: hits.items.map(({ entry }) => entry) };
};

/** What to show before something is typed: a search for nothing, which a backend answers with what most people ask, or with nothing. */
export const suggestions = (shop: Shop, locale: string, context?: string): Resource<FaqEntries> =>
  shop.resource('faq.search', { query: '', limit: 6, ...(context && { context }) }, guardSuggestions, locale);

/** Ranges of a backend may overlap or lie beside the text. */
function inOrder({ entry: { question }, highlights }: FaqHits['items'][number]): [number, number][] {
  let at = 0;
  return (highlights ?? []).filter(([start, end]) => {
    const isFine = start >= at && end > start && end <= question.length;
    if (isFine) at = end;
    return isFine;
  });
}

/** What the backend finds; undefined when it could not be asked. */
export async function findRemotely(host: FaqSearchElement, query: string, limit: number, signal: AbortSignal): Promise<Found | undefined> {
  const { currentShop, locale, context } = host;
  await new Promise((done) => setTimeout(done, ASK_AFTER));
  if (signal.aborted) return undefined;
  const hits = await faqActions(currentShop!, locale).search({ query, limit, ...(context && { context }) }, signal).catch(() => undefined);
  return hits?.items.map((hit) => ({ ...hit, highlights: inOrder(hit) }));
}
