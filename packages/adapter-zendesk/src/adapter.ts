import { AdapterError, defineAdapter, nearestLocale, type Adapter, type FaqEntry, type FaqService } from '@aftercart/contract';
import type { Fetch } from '@aftercart/contract/fetch';
import type { GroupBy } from './articles.ts';
import { createCenter } from './center.ts';

export interface ZendeskOptions {
  /** Address of the Help Center, such as `https://shop.zendesk.com`, or of a proxy that passes `/api/v2/help_center/…` on to it; relative to the page. */
  endpoint: string;
  /** The languages that the Help Center has, the one to fall back to first, as Zendesk calls them: `['en-us', 'el']`. */
  locales: readonly string[];
  /** What entries have for a category: the `sections` of the Help Center, which is so when left out, or its `categories`, which hold sections. */
  by?: GroupBy;
  /** Entries in a request of `faq.entries`; Zendesk allows 1 to 100, and 100 is taken when left out. */
  perPage?: number;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch;
}

export type ZendeskAdapter = Adapter & { contract: number; faq: FaqService & Required<Pick<FaqService, 'search' | 'entries'>> };

const HITS = 10;
/** The contract’s greatest number of entries. */
const MOST = 10_000;
const GROUPS = 'sections,categories';

/**
 * FAQ from a Zendesk Help Center, read as everybody may read it: no key, no cookie, no token.
 *
 * @throws TypeError when an option is missing or makes no sense.
 */
export function zendeskAdapter({ endpoint, locales, by = 'sections', perPage = 100, fetch }: ZendeskOptions): ZendeskAdapter {
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > 100) throw new TypeError(`perPage=${perPage} is no number from 1 to 100.`);
  const [first] = locales;
  if (!first) throw new TypeError('`locales` must say which languages the Help Center has: [\'en-us\'].');
  const center = createCenter({ endpoint, by, fetch });
  const localeOf = (wanted: string): string => nearestLocale(wanted, locales) ?? first;

  const faq: ZendeskAdapter['faq'] = {
    async search({ query, limit }, context) {
      // To Zendesk, no words are a mistake.
      if (!query.trim()) return { items: [] };
      const asked = { query, locale: localeOf(context.locale), per_page: String(limit ?? HITS), include: GROUPS };
      const { entries } = await center.page('articles/search', asked, 'results', context);
      return { items: entries.map((entry, index) => ({ entry, score: entries.length - index })) };
    },

    async entries({ category }, context) {
      // Ids are numbers: another one is of another backend.
      if (category && !/^\d+$/.test(category)) return { items: [] };
      const path = `${encodeURIComponent(localeOf(context.locale).toLowerCase())}/${category ? `${by}/${category}/` : ''}articles`;
      const items: FaqEntry[] = [];
      for (let page = 1; ; ) {
        const asked = { per_page: String(perPage), page: String(page), sort_by: 'created_at', sort_order: 'asc', include: GROUPS };
        const { entries, next } = await center.page(path, asked, 'articles', context).catch((error: unknown) => {
          if (category && isMissing(error)) return { entries: [], next: undefined };
          throw error;
        });
        items.push(...entries);
        // A page that leads back would lead there for ever.
        if (next === undefined || next <= page) return { items };
        if (items.length >= MOST) throw new AdapterError('INVALID_RESPONSE', `The Help Center has more than ${MOST} articles: leave \`entries\` out, so that Zendesk searches.`);
        page = next;
      }
    },
  };
  return defineAdapter({ id: 'zendesk', faq });
}

/** Whether there is no such section or category. */
const isMissing = (error: unknown): boolean => (error as { cause?: { status?: number } } | null)?.cause?.status === 404;
