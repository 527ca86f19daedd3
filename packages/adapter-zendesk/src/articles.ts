/** Articles as entries: https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ */
import type { FaqEntry } from '@aftercart/contract';

/** What is read of an article. */
export interface Article {
  id: number;
  title?: string | null;
  /** HTML; null while there is only a title. */
  body?: string | null;
  draft?: boolean;
  section_id?: number | null;
  label_names?: string[] | null;
  /** Votes for it less votes against it. */
  vote_sum?: number | null;
  html_url?: string | null;
  updated_at?: string | null;
}

/** A section or a category. */
export interface Group {
  id: number;
  name?: string | null;
  /** Of a section: the category that it is in. */
  category_id?: number | null;
}

/** What comes with articles when it is asked for. */
export interface Groups {
  sections?: readonly Group[];
  categories?: readonly Group[];
}

export type GroupBy = 'sections' | 'categories';

/** What the articles of one answer are grouped by, by the id of their section. */
export function groupsOf({ sections, categories }: Groups, by: GroupBy): ReadonlyMap<number, Group> {
  const inside = new Map(categories?.map((category) => [category.id, category]));
  const found = sections?.map((section) => [section.id, by === 'sections' ? section : inside.get(section.category_id ?? 0)] as const) ?? [];
  return new Map(found.filter((pair): pair is readonly [number, Group] => pair[1] !== undefined));
}

/** The entry of an article; none for one that is not written yet. */
export function entryOf(article: Article, groups: ReadonlyMap<number, Group>): FaqEntry | undefined {
  const { id, title, body, draft, section_id: section, label_names: labels, vote_sum: votes, html_url: url, updated_at: updatedAt } = article;
  if (draft || !body) return undefined;
  const group = groups.get(section ?? 0);
  return {
    id: String(id),
    question: title ?? '',
    answer: body,
    format: 'html',
    ...(group && { category: { id: String(group.id), name: group.name ?? '' } }),
    ...(labels?.length && { keywords: labels }),
    ...(typeof votes === 'number' && { popularity: Math.max(0, votes) }),
    ...(url && { url }),
    ...(updatedAt && { updatedAt }),
  };
}
