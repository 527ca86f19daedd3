/** An index on a socket, shaped as https://www.algolia.com/doc/rest-api/search/search-single-index documents it: what the adapter asks for. It finds what has every word. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onLoopback, type OnLoopback } from '../../../tooling/src/adapters/loopback.ts';

type MockRecord = { objectID: string } & Record<string, unknown>;

interface Search {
  query: string;
  hitsPerPage: number;
  attributesToRetrieve: string[];
  attributesToHighlight: string[];
  highlightPreTag: string;
  highlightPostTag: string;
  filters?: string;
}

export interface Mock extends OnLoopback {
  /** Records by the name of their index. */
  indexes: Record<string, MockRecord[]>;
  /** What was asked, oldest first. */
  asked: { method: string; url: string; headers: IncomingMessage['headers']; body: Search }[];
  /** Answers in the place of Algolia, until it is taken away. */
  instead: ((response: ServerResponse) => void) | undefined;
}

export const APP = 'SHOPAPP';
export const KEY = 'search-only-key';

export async function openMock(): Promise<Mock> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Search;
      mock.asked.push({ method: request.method!, url: request.url!, headers: request.headers, body });
      if (mock.instead) return mock.instead(response);
      const { 'x-algolia-application-id': app, 'x-algolia-api-key': key } = request.headers;
      if (app !== APP || key !== KEY) return send(response, 403, { message: 'Invalid Application-ID or API key', status: 403 });
      const [, name = ''] = /^\/1\/indexes\/([^/]+)\/query$/.exec(request.url!) ?? [];
      const records = mock.indexes[decodeURIComponent(name)];
      return records ? send(response, 200, answerOf(records, body)) : send(response, 404, { message: `Index ${name} does not exist`, status: 404 });
    });
  });
  const mock: Mock = {
    ...(await onLoopback(server)),
    indexes: {},
    asked: [],
    instead: undefined,
  };
  return mock;
}

const at = (record: unknown, path: string): unknown => path.split('.').reduce<any>((inner, step) => inner?.[step], record);

/** Puts a value where a path leads to. */
function put(record: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop()!;
  let inner = record;
  for (const step of steps) inner = (inner[step] ??= {}) as Record<string, unknown>;
  inner[last] = value;
}

function answerOf(records: readonly MockRecord[], { query, hitsPerPage, attributesToRetrieve, attributesToHighlight, highlightPreTag, highlightPostTag, filters }: Search): object {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const [, attribute, value] = /^(\w+):(.+)$/.exec(filters ?? '') ?? [];
  const found = records.filter((record) => (!attribute || record[attribute] === value) && words.every((word) => JSON.stringify(record).toLowerCase().includes(JSON.stringify(word).slice(1, -1))));
  const hits = found.slice(0, hitsPerPage).map((record) => {
    const hit: Record<string, unknown> = { objectID: record.objectID, _highlightResult: {} };
    for (const path of attributesToRetrieve) if (at(record, path) !== undefined) put(hit, path, at(record, path));
    for (const path of attributesToHighlight) {
      const text = String(at(record, path));
      const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi');
      const marked = text.replace(pattern, (match) => `${highlightPreTag}${match}${highlightPostTag}`);
      put(hit['_highlightResult'] as Record<string, unknown>, path, { value: marked, matchLevel: marked === text ? 'none' : 'full', fullyHighlighted: false, matchedWords: words });
    }
    return hit;
  });
  return { hits, nbHits: found.length, page: 0, nbPages: Math.ceil(found.length / hitsPerPage), hitsPerPage, exhaustiveNbHits: true, processingTimeMS: 1, query, params: '' };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
}
