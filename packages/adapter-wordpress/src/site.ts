/** Reading lists of a WordPress site: https://developer.wordpress.org/rest-api/using-the-rest-api/ */
import { AdapterError, nearestLocale, type AdapterContext } from '@aftercart/contract';
import { fetchJson, type Fetch } from '@aftercart/contract/fetch';

export type Query = Readonly<Record<string, string>>;

export interface SiteOptions {
  endpoint: string;
  languages?: readonly string[] | undefined;
  fetch?: Fetch | undefined;
}

/** What every thing in a list has; the rest is for the reader to look at. */
interface Thing {
  id: number;
}

export interface Site {
  /** One page of a list. `path` stands below `/wp/v2/`. */
  page<T extends Thing>(path: string, query: Query, context: AdapterContext): Promise<{ items: readonly T[]; pages: number | null }>;
  /** All pages of a list, one after the other. */
  all<T extends Thing>(path: string, query: Query, context: AdapterContext): Promise<T[]>;
}

/** The contract’s greatest number of entries. */
const MOST = 10_000;

/** @throws TypeError when the endpoint is no address. */
export function createSite({ endpoint, languages = [], fetch: fetcher = (url, init) => fetch(url, init) }: SiteOptions, perPage: number): Site {
  const baseOf = (language: string) => URL.parse(endpoint.replaceAll('{language}', encodeURIComponent(language)), globalThis.document?.baseURI);
  if (!endpoint || !baseOf(languages[0] ?? '')) throw new TypeError(`endpoint="${endpoint}" is no address such as https://shop.example/wp-json.`);
  const inPath = endpoint.includes('{language}');
  if (inPath && languages.length === 0) throw new TypeError(`endpoint="${endpoint}" has {language}, so \`languages\` must say which there are.`);

  function addressOf(path: string, query: Query, locale: string): string {
    const language = nearestLocale(locale, languages) ?? languages[0];
    const url = baseOf(language ?? '')!;
    // Sites without pretty permalinks have the path in the query.
    const route = url.searchParams.get('rest_route');
    if (route === null) url.pathname = `${url.pathname.replace(/\/+$/, '')}/wp/v2/${path}`;
    else url.searchParams.set('rest_route', `${route.replace(/\/+$/, '')}/wp/v2/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    if (language !== undefined && !inPath) url.searchParams.set('lang', language);
    return url.href;
  }

  const site: Site = {
    async page<T extends Thing>(path: string, query: Query, context: AdapterContext) {
      const url = addressOf(path, query, context.locale);
      let pages: number | null = null;
      const listen: Fetch = async (...request) => {
        const answer = await fetcher(...request);
        const header = answer.headers.get('x-wp-totalpages');
        if (header !== null && /^\d+$/.test(header)) pages = Number(header);
        return answer;
      };
      const list = await fetchJson(url, { fetch: listen }, context);
      if (!Array.isArray(list)) throw new AdapterError('INVALID_RESPONSE', `${path} of WordPress answered no list: is the endpoint right?`);
      return { items: list.filter((item: Partial<T> | null) => typeof item?.id === 'number') as T[], pages };
    },

    async all<T extends Thing>(path: string, query: Query, context: AdapterContext) {
      const found: T[] = [];
      for (let page = 1; ; page++) {
        // By id, so that what is written meanwhile comes at the end and moves nothing to a page that was read.
        const { items, pages } = await site.page<T>(path, { ...query, orderby: 'id', order: 'asc', per_page: String(perPage), page: String(page) }, context);
        found.push(...items);
        if (pages === null ? items.length < perPage : page >= pages) return found;
        if (pages === null) {
          throw new AdapterError('INVALID_RESPONSE', `${path} of WordPress answered a full page without X-WP-TotalPages: let pages read it (Access-Control-Expose-Headers).`);
        }
        if (found.length >= MOST) throw new AdapterError('INVALID_RESPONSE', `${path} of WordPress has more than ${MOST} entries: choose some with \`categories\`.`);
      }
    },
  };
  return site;
}
