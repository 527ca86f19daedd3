import { AdapterError, defineAdapter, nearestLocale, type Adapter, type FaqEntry, type FaqService } from '@aftercart/contract';
import { fetchJson, type Fetch } from '@aftercart/contract/fetch';
import { CLOSE, OPEN } from './highlights.ts';
import { hitsOf, namesOf, type AlgoliaAttributes, type Hit } from './records.ts';

export interface AlgoliaOptions {
  appId: string;
  /** A **search-only** key: whoever opens the page can read it. */
  apiKey: string;
  /** Name of the index. `{locale}` in it is replaced by one of `locales`: `faq_{locale}`. */
  index: string;
  /** What is where in the records; `question` and `answer` when left out. `{locale}` in a name is replaced too. */
  attributes?: Partial<AlgoliaAttributes>;
  /** What answers are; `text` when left out. */
  format?: FaqEntry['format'];
  /** The languages that there are, the one to fall back to first. */
  locales?: readonly string[];
  /** Only records that fit, such as `type:faq AND lang:{locale}` (https://www.algolia.com/doc/api-reference/api-parameters/filters). */
  filters?: string;
  /** Where to ask in the place of `https://<appId>-dsn.algolia.net`, such as a proxy; relative to the page. */
  endpoint?: string;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch;
}

export type AlgoliaAdapter = Adapter & { contract: number; faq: FaqService & Required<Pick<FaqService, 'search'>> };

const HITS = 10;

/**
 * FAQ search in an Algolia index. The key goes in a header, never in an address.
 *
 * @throws TypeError when an option is missing or makes no sense.
 */
export function algoliaAdapter(options: AlgoliaOptions): AlgoliaAdapter {
  const { appId, apiKey, index, format = 'text', locales = [], filters, fetch } = options;
  for (const [name, value] of Object.entries({ appId, apiKey, index })) if (!value) throw new TypeError(`The Algolia adapter needs \`${name}\`.`);
  const endpoint = options.endpoint ?? `https://${appId.toLowerCase()}-dsn.algolia.net`;
  const base = URL.parse(endpoint, globalThis.document?.baseURI)?.href.replace(/\/*$/, '/1/indexes/');
  if (!base) throw new TypeError(`endpoint="${endpoint}" is no address.`);
  const wanted: AlgoliaAttributes = { question: 'question', answer: 'answer', ...options.attributes };
  if (locales.length === 0 && [index, filters, ...Object.values(wanted)].some((text) => text?.includes('{locale}'))) {
    throw new TypeError('{locale} is written somewhere, so `locales` must say which there are.');
  }

  const faq: AlgoliaAdapter['faq'] = {
    async search({ query, limit }, context) {
      // To Algolia, no words are a wish for everything.
      if (!query.trim()) return { items: [] };
      const locale = nearestLocale(context.locale, locales) ?? locales[0] ?? '';
      const inLocale = (text: string) => text.replaceAll('{locale}', locale);
      const attributes = Object.fromEntries(Object.entries(wanted).map(([field, name]) => [field, inLocale(name as string)])) as unknown as AlgoliaAttributes;
      const body = {
        query,
        hitsPerPage: limit ?? HITS,
        attributesToRetrieve: namesOf(attributes),
        attributesToHighlight: [attributes.question],
        highlightPreTag: OPEN,
        highlightPostTag: CLOSE,
        ...(filters && { filters: inLocale(filters) }),
      };
      const headers = { 'x-algolia-application-id': appId, 'x-algolia-api-key': apiKey };
      const address = `${base}${encodeURIComponent(inLocale(index))}/query`;
      const answer = (await fetchJson(address, { body, headers, fetch }, context)) as { hits?: unknown } | null;
      const hits = answer?.hits;
      if (!Array.isArray(hits)) throw new AdapterError('INVALID_RESPONSE', `${address} answered no \`hits\`: is the endpoint right?`);
      const items = hitsOf(hits as Hit[], attributes, format);
      if (hits.length > 0 && items.length === 0) {
        throw new AdapterError('INVALID_RESPONSE', `No record of ${address} has the texts “${attributes.question}” and “${attributes.answer}”: set \`attributes\`.`);
      }
      return { items };
    },
  };
  return defineAdapter({ id: 'algolia', faq });
}
