import { defineAdapter, type Adapter, type AdapterContext, type FaqService } from '@aftercart/contract';
import type { Fetch } from '@aftercart/contract/fetch';
import { textOf } from './entities.ts';
import { entryOf, fieldsOf, type Post, type Term, type Terms } from './posts.ts';
import { searchAll, searchOne } from './search.ts';
import { createSite } from './site.ts';

export interface WordpressOptions {
  /**
   * Address of the REST API: `https://shop.example/wp-json`, or `https://shop.example/?rest_route=/` where permalinks are plain; relative to the page.
   * `{language}` in it is replaced by one of `languages`, for sites that have their languages in the path.
   */
  endpoint: string;
  /** The kind of post that answers are, as it is called in addresses: `faq`, `posts`, `pages`. All public kinds are searched, and none listed, when left out. */
  postType?: string;
  /** Only posts with one of these terms, by id. Needs `postType`. */
  categories?: readonly number[];
  /** What the kind’s categories are called in addresses. `categories` when left out and some are chosen; else entries have no category. */
  taxonomy?: string;
  /**
   * The languages that the site has, the one to fall back to first, as its plugin calls them: `['en', 'el']`. The nearest one is asked for as `lang=el`, which
   * Polylang and WPML understand, or in the path. Nothing is asked for when left out.
   */
  languages?: readonly string[];
  /** Entries in a request of `faq.entries`; WordPress allows 1 to 100, and 100 is taken when left out. */
  perPage?: number;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch;
}

export type WordpressAdapter = Adapter & { contract: number; faq: FaqService & Required<Pick<FaqService, 'search'>> };

const HITS = 10;

/**
 * FAQ from the posts of a WordPress site, read as everybody may read them: no key, no cookie, no token.
 *
 * @throws TypeError when an option is missing or makes no sense.
 */
export function wordpressAdapter(options: WordpressOptions): WordpressAdapter {
  const { postType, categories, taxonomy = categories && 'categories', perPage = 100 } = options;
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > 100) throw new TypeError(`perPage=${perPage} is no number from 1 to 100.`);
  if (categories && !postType) throw new TypeError('`categories` needs `postType`: other kinds of post may have others.');
  const site = createSite(options, perPage);
  const fields = { _fields: fieldsOf(taxonomy) };

  const termsOf = async (context: AdapterContext): Promise<Terms | undefined> => {
    if (!taxonomy) return undefined;
    const terms = await site.all<Term>(taxonomy, { _fields: 'id,name' }, context);
    return { taxonomy, names: new Map(terms.map(({ id, name }) => [id, textOf(name)])) };
  };
  const entriesOf = (posts: readonly Post[], terms: Terms | undefined) => posts.map((post) => entryOf(post, terms)).filter((entry) => entry !== undefined);
  const inCategories = (ids: readonly number[] | undefined) => (taxonomy && ids ? { [taxonomy]: ids.join() } : {});

  const faq: WordpressAdapter['faq'] = {
    async search({ query, limit }, context) {
      // To WordPress, no words are a wish for everything.
      if (!query.trim()) return { items: [] };
      const asked = { ...fields, ...inCategories(categories), search: query, per_page: String(limit ?? HITS) };
      const posts = postType ? searchOne(site, postType, asked, context) : searchAll(site, asked, context);
      const entries = entriesOf(...(await Promise.all([posts, termsOf(context)])));
      return { items: entries.map((entry, index) => ({ entry, score: entries.length - index })) };
    },
  };
  if (postType) {
    faq.entries = async ({ category }, context) => {
      if (category && !(taxonomy && /^\d+$/.test(category) && (categories ?? [Number(category)]).includes(Number(category)))) return { items: [] };
      const posts = site.all<Post>(postType, { ...fields, ...inCategories(category ? [Number(category)] : categories) }, context);
      return { items: entriesOf(...(await Promise.all([posts, termsOf(context)]))) };
    };
  }
  return defineAdapter({ id: 'wordpress', faq });
}
