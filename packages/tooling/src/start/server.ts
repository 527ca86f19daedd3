import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api } from './api.ts';
import type { StaticFiles } from './static-files.ts';

/** Serves files on the wanted port, or on a free one where that is taken, and before them what a backend has for shoppers. Answers the server and its address. */
export async function serve(files: StaticFiles, wanted: number, api?: Api): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    if (api?.(request, response)) return;
    const answer = async (): Promise<void> => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { allow: 'GET, HEAD' }).end();
        return;
      }
      const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/s, ''));
      const { status, headers, body } = await files.answer(path, {
        encodings: String(request.headers['accept-encoding'] ?? ''),
        etag: request.headers['if-none-match'] ?? '',
      });
      if (status === 404 && path === '/favicon.ico') {
        // Browsers ask for it unasked; a page without one is not amiss.
        response.writeHead(204).end();
        return;
      }
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
    };
    answer().catch(() => response.writeHead(400).end());
  });
  await listen(server, wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(server, 0);
  });
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://localhost:${port}/` };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, 'localhost', () => {
      server.off('error', fail);
      done();
    });
  });
}
