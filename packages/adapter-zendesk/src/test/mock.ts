/** A Help Center on a socket, shaped as https://developer.zendesk.com/api-reference/help_center/help-center-api/ documents it: what the adapter asks for, for everybody. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onLoopback, type OnLoopback } from '../../../tooling/src/adapters/loopback.ts';

interface MockArticle {
  id: number;
  locale: string;
  title: string;
  body: string | null;
  section_id: number;
  draft?: boolean;
  label_names?: string[];
  vote_sum?: number;
  updated_at?: string;
}

interface MockGroup {
  id: number;
  locale: string;
  name: string;
  /** Of a section. */
  category_id?: number;
}

export interface Mock extends OnLoopback {
  articles: MockArticle[];
  sections: MockGroup[];
  categories: MockGroup[];
  /** What was asked, oldest first. */
  asked: { method: string; url: URL; headers: IncomingMessage['headers'] }[];
  /** Answers in the place of the Help Center, until it is taken away. */
  instead: ((response: ServerResponse) => void) | undefined;
}

/** The host that Zendesk calls itself in addresses, whoever asks. */
export const HOST = 'https://shop.zendesk.example';

export async function openMock(): Promise<Mock> {
  const server = createServer((request, response) => {
    const url = new URL(request.url!, mock.url);
    mock.asked.push({ method: request.method!, url, headers: request.headers });
    if (mock.instead) return mock.instead(response);
    const [, path = ''] = /^\/api\/v2\/help_center\/(.*)$/.exec(url.pathname) ?? [];
    const search = path === 'articles/search';
    const found = search ? searched(url.searchParams) : listed(path);
    if (!found) return send(response, 404, { error: 'RecordNotFound', description: 'Not found' });
    return send(response, 200, pageOf(url, found, search ? 'results' : 'articles'));
  });

  const readable = (locale: string | null) => mock.articles.filter((article) => !article.draft && article.locale === locale);

  function searched(query: URLSearchParams): MockArticle[] {
    const words = query.get('query')!.toLowerCase().split(/\s+/);
    return readable(query.get('locale')).filter(({ title, body }) => words.every((word) => `${title} ${body}`.toLowerCase().includes(word)));
  }

  function listed(path: string): MockArticle[] | undefined {
    const [, locale = '', , by, id] = /^([^/]+)\/((sections|categories)\/(\d+)\/)?articles$/.exec(path) ?? [];
    if (!mock.articles.some((article) => article.locale === locale)) return undefined;
    if (!by) return readable(locale);
    const sections = mock.sections.filter((section) => (by === 'sections' ? section.id : section.category_id) === Number(id)).map((section) => section.id);
    return sections.length > 0 ? readable(locale).filter((article) => sections.includes(article.section_id)) : undefined;
  }

  function pageOf(url: URL, found: readonly MockArticle[], name: string): object {
    const perPage = Number(url.searchParams.get('per_page') ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    const items = found.slice((page - 1) * perPage, page * perPage);
    const pages = Math.ceil(found.length / perPage);
    const address = (number: number) => {
      const next = new URL(url.pathname + url.search, HOST);
      next.searchParams.set('page', String(number));
      return next.href;
    };
    const locale = items[0]?.locale;
    const included = url.searchParams.get('include')?.split(',') ?? [];
    return {
      count: found.length, page, page_count: pages, per_page: perPage, next_page: page < pages ? address(page + 1) : null, previous_page: page > 1 ? address(page - 1) : null,
      [name]: items.map((article) => ({
        url: `${HOST}/api/v2/help_center/${article.locale}/articles/${article.id}.json`, html_url: `${HOST}/hc/${article.locale}/articles/${article.id}`, author_id: 7, comments_disabled: true,
        draft: false, promoted: false, position: 0, vote_sum: 0, vote_count: 0, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-11-20T10:00:00Z', label_names: [], name: article.title,
        ...(name === 'results' && { result_type: 'article', snippet: '…' }),
        ...article,
      })),
      ...(included.includes('sections') && { sections: mock.sections.filter((section) => section.locale === locale) }),
      ...(included.includes('categories') && { categories: mock.categories.filter((category) => category.locale === locale) }),
    };
  }

  const mock: Mock = {
    ...(await onLoopback(server)),
    articles: [],
    sections: [],
    categories: [],
    asked: [],
    instead: undefined,
  };
  return mock;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
