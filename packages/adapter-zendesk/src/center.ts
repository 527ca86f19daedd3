/** Reading a Help Center: https://developer.zendesk.com/api-reference/help_center/help-center-api/introduction/ */
import { AdapterError, type AdapterContext, type FaqEntry } from '@aftercart/contract';
import { fetchJson, type Fetch } from '@aftercart/contract/fetch';
import { entryOf, groupsOf, type Article, type GroupBy, type Groups } from './articles.ts';

export interface CenterOptions {
  /** Of the Help Center, or of a proxy in front of it. */
  endpoint: string;
  by: GroupBy;
  fetch: Fetch | undefined;
}

export interface Center {
  /** The entries of one page, which `name` holds, and the number of the next one. `path` stands below `/api/v2/help_center/`. */
  page(path: string, query: Readonly<Record<string, string>>, name: 'articles' | 'results', context: AdapterContext): Promise<{ entries: FaqEntry[]; next: number | undefined }>;
}

/** @throws TypeError when the endpoint is no address. */
export function createCenter({ endpoint, by, fetch }: CenterOptions): Center {
  const base = endpoint && URL.parse(endpoint, globalThis.document?.baseURI)?.href.replace(/\/*$/, '/api/v2/help_center/');
  if (!base) throw new TypeError(`endpoint="${endpoint}" is no address such as https://shop.zendesk.com.`);
  return {
    async page(path, query, name, context) {
      const url = new URL(base + path);
      for (const [parameter, value] of Object.entries(query)) url.searchParams.set(parameter, value);
      const answer = (await fetchJson(url.href, { fetch }, context)) as (Groups & Record<string, unknown>) | null;
      const articles = answer?.[name];
      if (!Array.isArray(articles)) throw new AdapterError('INVALID_RESPONSE', `${base}${path} answered no \`${name}\`: is the endpoint right?`);
      const groups = groupsOf(answer!, by);
      const entries = articles.filter((article: Partial<Article> | null) => typeof article?.id === 'number').map((article: Article) => entryOf(article, groups));
      return { entries: entries.filter((entry) => entry !== undefined), next: nextPage(answer?.['next_page']) };
    },
  };
}

/**
 * The number in the address of the next page. The address itself is not followed: it names Zendesk’s host, also where a proxy stands in front of it, and
 * nothing that an answer says may lead to another host.
 */
function nextPage(address: unknown): number | undefined {
  const page = typeof address === 'string' ? URL.parse(address)?.searchParams.get('page') : undefined;
  return page && /^\d{1,6}$/.test(page) ? Number(page) : undefined;
}
