/** Searching: one kind of post in one request, or all kinds in one for the hits and one for each kind among them. */
import type { AdapterContext } from '@aftercart/contract';
import type { Post } from './posts.ts';
import type { Query, Site } from './site.ts';

/** https://developer.wordpress.org/rest-api/reference/search-results/ */
interface Hit {
  id: number;
  _links?: { self?: { href?: string }[] };
}

/** The posts of one kind that a query finds, best first. */
export const searchOne = async (site: Site, kind: string, query: Query, context: AdapterContext): Promise<readonly Post[]> =>
  (await site.page<Post>(kind, { ...query, orderby: 'relevance', order: 'desc' }, context)).items;

/** Posts of every public kind that a query finds, in the order of the site’s own search. */
export async function searchAll(site: Site, { _fields: fields = '', ...query }: Query, context: AdapterContext): Promise<readonly Post[]> {
  const { items } = await site.page<Hit>('search', { ...query, type: 'post', _fields: 'id,_links' }, context);
  const idsOf = new Map<string, number[]>();
  for (const { id, _links: links } of items) {
    // What a kind is called in addresses only its own address says. Kinds outside of wp/v2 are another API’s.
    const [, kind] = /\/wp\/v2\/([\w-]+)\/\d+/.exec(String(links?.self?.[0]?.href).replaceAll('%2F', '/')) ?? [];
    if (kind) idsOf.set(kind, [...(idsOf.get(kind) ?? []), id]);
  }
  const kinds = await Promise.all(
    [...idsOf].map(([kind, ids]) => site.page<Post>(kind, { include: ids.join(), per_page: String(ids.length), _fields: fields }, context)),
  );
  const posts = new Map(kinds.flatMap((page) => page.items).map((post) => [post.id, post]));
  return items.map(({ id }) => posts.get(id)).filter((post) => post !== undefined);
}
