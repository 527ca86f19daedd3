/** For shops whose backend searches. Loaded for them only. */
import { guardFaqHits, type FaqHits } from '@aftercart/contract';
import { faqActions, type Resource, type Shop } from '@aftercart/core';
import type { FaqSearchElement } from './faq-search.ts';

/** Milliseconds without a key press before the backend is asked. */
const ASK_AFTER = 200;

/** What to show before something is typed: a search for nothing, which a backend answers with what most people ask, or with nothing. */
export const suggestions = (shop: Shop, locale: string, context?: string): Resource<FaqHits> =>
  shop.resource('faq.search', { query: '', limit: 6, ...(context && { context }) }, guardFaqHits, locale);

/** Ranges of a backend may overlap or lie beside the text. */
function inOrder({ entry: { question }, highlights }: FaqHits['items'][number]): [number, number][] {
  let at = 0;
  return (highlights ?? []).filter(([start, end]) => {
    const isFine = start >= at && end > start && end <= question.length;
    if (isFine) at = end;
    return isFine;
  });
}

/** What the backend finds; undefined when it could not be asked. Never settles once the signal has aborted. */
export async function searchRemotely(host: FaqSearchElement, query: string, limit: number, signal: AbortSignal): Promise<FaqHits['items'] | undefined> {
  const { currentShop, locale, context } = host;
  await new Promise((done) => setTimeout(done, ASK_AFTER));
  const ask = () => faqActions(currentShop!, locale).search({ query, limit, ...(context && { context }) }, signal);
  const hits = signal.aborted ? undefined : await ask().catch(() => undefined);
  return signal.aborted ? new Promise(() => {}) : hits?.items.map((hit) => ({ ...hit, highlights: inOrder(hit) }));
}
