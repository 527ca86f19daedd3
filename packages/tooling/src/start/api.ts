/** What a shop has beside its pages, below `/api/`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DemoBackend } from '../backends/backend.ts';
import { pageScript, SCRIPT } from '../backends/in-page.ts';
import { passOn } from './pass-on.ts';

/** Answers a request if it is for this; false leaves it to the files. */
export type Api = (request: IncomingMessage, response: ServerResponse) => boolean;

/** What a shop shows of the server to its own pages: what is for shoppers, not the merchant’s side. */
const OF_SERVER = /^\/api(\/(?:v1|demo|healthz)(?:[/?].*)?)$/s;

export const serverApi = (url: string): Api => passing(OF_SERVER, url);

function passing(paths: RegExp, url: string): Api {
  return (request, response) => {
    const [, path] = paths.exec(request.url ?? '') ?? [];
    if (path) passOn(request, response, url, path);
    return Boolean(path);
  };
}

/** The platform’s API for shoppers, the script of its pages, and a token for anybody who asks, which in a real shop its own back end gives to who is signed in. */
export async function platformApi(backend: DemoBackend): Promise<Api> {
  const script = await pageScript(backend);
  const passes = Object.entries(backend.passOn).map(([first, url]) => passing(new RegExp(`^/api(/${first}(?:[/?].*)?)$`, 's'), url));
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    switch (pathname) {
      case SCRIPT:
        response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }).end(script);
        return true;
      case '/api/healthz':
        response.writeHead(204).end();
        return true;
      case '/api/demo/token':
        void answerToken(backend, searchParams, response);
        return true;
      default:
        return passes.some((pass) => pass(request, response));
    }
  };
}

async function answerToken(backend: DemoBackend, asked: URLSearchParams, response: ServerResponse): Promise<void> {
  const shopper = asked.get('shopper') ?? '';
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (!backend.shoppers.includes(shopper)) {
    response.writeHead(204, headers).end();
    return;
  }
  try {
    const token = await backend.token(shopper, asked.get('of'));
    response.writeHead(200, headers).end(JSON.stringify({ token }));
  } catch (error) {
    console.error(error);
    response.writeHead(502, headers).end('{}');
  }
}
