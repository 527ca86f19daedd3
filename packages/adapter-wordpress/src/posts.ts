/** Posts as entries. */
import type { FaqEntry } from '@aftercart/contract';
import { textOf } from './entities.ts';

/** What is read of a post: https://developer.wordpress.org/rest-api/reference/posts/#schema */
export type Post = {
  id: number;
  link?: string;
  /** In UTC, without an offset. */
  modified_gmt?: string | null;
  title?: { rendered?: string };
  content?: { rendered?: string; protected?: boolean };
} & Readonly<Record<string, unknown>>;

/** A category, a tag or any other term. */
export interface Term {
  id: number;
  name: string;
}

/** Asks for no more than is used. */
export const fieldsOf = (taxonomy: string | undefined): string =>
  ['id', 'link', 'modified_gmt', 'title.rendered', 'content.rendered', 'content.protected', ...(taxonomy ? [taxonomy] : [])].join();

export interface Terms {
  /** Name of the field in which posts have their terms. */
  taxonomy: string;
  names: ReadonlyMap<number, string>;
}

/** The entry of a post; none for one that wants a password. Its first term is its category. */
export function entryOf(post: Post, terms: Terms | undefined): FaqEntry | undefined {
  const { id, link, modified_gmt: modified, title, content } = post;
  if (content?.protected) return undefined;
  const own = terms && post[terms.taxonomy];
  const term = Array.isArray(own) ? own.find((candidate: number) => terms?.names.has(candidate)) : undefined;
  return {
    id: String(id),
    question: textOf(title?.rendered),
    answer: content?.rendered ?? '',
    format: 'html',
    ...(term !== undefined && { category: { id: String(term), name: terms!.names.get(term)! } }),
    ...(link && { url: link }),
    ...(modified && { updatedAt: `${modified}Z` }),
  };
}
