import type { Draft } from './source.ts';

/** What is used of the Help Center's articles (https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/). */
interface Article {
  id?: number | string;
  title?: unknown;
  body?: unknown;
  locale?: string;
  draft?: boolean;
  section_id?: number;
  label_names?: string[];
  vote_sum?: number;
  html_url?: string;
  updated_at?: string;
}

interface Export {
  articles: Article[];
  /** With `include=sections`. */
  sections?: { id: number; name: string }[];
}

export const isZendesk = (data: unknown): data is Export => Array.isArray((data as Export | null)?.articles);

/** Articles of a Help Center: drafts are left out, labels are keywords, sections are categories, votes are popularity. */
export function zendesk({ articles, sections }: Export, lineOf: (index: number) => number | undefined): Draft[] {
  const names = new Map(sections?.map(({ id, name }) => [id, name]));
  return articles.flatMap((article, index): Draft[] => {
    const { id, title, body, locale, draft, section_id: section, label_names: labels, vote_sum: votes, html_url: url, updated_at: updatedAt } = article ?? {};
    // An article may be nothing but its title while it is written.
    if (draft || body === null) return [];
    const name = section === undefined ? undefined : names.get(section);
    const fields = {
      id: id === undefined ? undefined : String(id),
      question: title,
      answer: body,
      format: 'html',
      ...(name !== undefined && { category: { id: String(section), name } }),
      ...(labels?.length && { keywords: labels }),
      ...(votes !== undefined && { popularity: Math.max(0, votes) }),
      ...(url && { url }),
      ...(updatedAt && { updatedAt }),
    };
    return [{ fields, line: () => lineOf(index), locale }];
  });
}
