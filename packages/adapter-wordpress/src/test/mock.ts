/**
 * A host that answers as WordPress 6.1 was recorded to: the few addresses and parameters that the adapter uses. What it finds is cruder than what WordPress
 * finds; `prove` runs the same checks against a real one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onLoopback, type OnLoopback } from '../../../tooling/src/adapters/loopback.ts';
import type { Fill, Question } from './questions.ts';

const KINDS = { faq: 'faq', post: 'posts', page: 'pages' } as const;

type Kept = Question & { id: number; topicId: number | undefined };

export interface Mock extends OnLoopback {
  fill: Fill;
  /** What was asked, oldest first. */
  asked: { method: string; url: URL; headers: IncomingMessage['headers'] }[];
  /** Answers in the place of the site, until it is taken away. */
  instead: ((response: ServerResponse) => void) | undefined;
  /** Whether it tells the number of pages. */
  tellsPages: boolean;
}

export async function openMock(): Promise<Mock> {
  let kept: Kept[] = [];
  let topics: { id: number; key: string; name: string }[] = [];
  let made = 0;

  const server = createServer((request, response) => {
    const url = new URL(request.url!, mock.url);
    mock.asked.push({ method: request.method!, url, headers: request.headers });
    if (mock.instead) return mock.instead(response);
    const path = (url.searchParams.get('rest_route') ?? url.pathname.replace('/wp-json', '')).replace('/wp/v2/', '');
    const found = listOf(path, url.searchParams);
    if (!found) return send(response, 404, { code: 'rest_no_route', message: 'No route was found matching the URL and request method.', data: { status: 404 } });
    const perPage = Number(url.searchParams.get('per_page') ?? 10);
    const page = Number(url.searchParams.get('page') ?? 1);
    const pages = Math.ceil(found.length / perPage);
    if (page > 1 && page > pages) {
      return send(response, 400, { code: 'rest_post_invalid_page_number', message: 'The page number requested is larger than the number of pages available.', data: { status: 400 } });
    }
    return send(response, 200, found.slice((page - 1) * perPage, page * perPage), mock.tellsPages ? { 'x-wp-total': String(found.length), 'x-wp-totalpages': String(pages) } : {});
  });

  function listOf(path: string, query: URLSearchParams): object[] | undefined {
    if (path === 'faq-topics') return topics.map(({ id, name }) => ({ id, name }));
    const searched = path === 'search';
    const kind = Object.entries(KINDS).find(([, base]) => base === path)?.[0];
    if (!searched && !kind) return undefined;
    const words = (query.get('search') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const [lang, include, ofTopics] = [query.get('lang'), query.get('include')?.split(','), query.get('faq-topics')?.split(',')];
    const found = kept.filter(
      (post) =>
        (post.status ?? 'publish') === 'publish' && (searched || (post.type ?? 'faq') === kind) && (!lang || post.lang === lang) &&
        (!include || include.includes(String(post.id))) && (!ofTopics || ofTopics.includes(String(post.topicId))) &&
        words.every((word) => `${post.title} ${post.content}`.toLowerCase().includes(word)),
    );
    return found.map((post) => (searched ? hitOf(post) : postOf(post)));
  }

  const hitOf = ({ id, type = 'faq' }: Kept) => ({
    id,
    _links: {
      self: [{ embeddable: true, href: `${mock.url}/wp-json/wp/v2/${KINDS[type]}/${id}` }],
      about: [{ href: `${mock.url}/wp-json/wp/v2/types/${type}` }],
      collection: [{ href: `${mock.url}/wp-json/wp/v2/search` }],
    },
  });

  const postOf = ({ id, title, content, password, topicId, modified = '2026-11-22 09:00:00' }: Kept) => ({
    id,
    modified_gmt: modified.replace(' ', 'T'),
    link: `${mock.url}/faq/${id}/`,
    title: { rendered: title },
    content: { rendered: password ? '' : content.replace(/<!-- .*? -->/g, ''), protected: !!password },
    'faq-topics': topicId === undefined ? [] : [topicId],
  });

  const mock: Mock = {
    ...(await onLoopback(server)),
    asked: [],
    instead: undefined,
    tellsPages: true,
    async fill(questions) {
      const wanted = new Map(questions.flatMap(({ topic }) => (topic ? [[topic.key, topic.name]] : [])));
      topics = Array.from(wanted, ([key, name]) => ({ id: ++made, key, name }));
      kept = questions.map((question) => ({ ...question, id: ++made, topicId: topics.find(({ key }) => key === question.topic?.key)?.id }));
      return { ids: kept.map(({ id }) => id), topics: Object.fromEntries(topics.map(({ key, id }) => [key, id])) };
    },
  };
  return mock;
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers }).end(JSON.stringify(body));
}
