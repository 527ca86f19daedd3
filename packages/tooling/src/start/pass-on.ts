import { request as send, type IncomingMessage, type ServerResponse } from 'node:http';

/** Of a connection, not of a message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set(['connection', 'host', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

const endToEnd = (headers: IncomingMessage['headers']): IncomingMessage['headers'] => Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));

/**
 * Passes a request on to a backend, and what comes back on to the browser as it comes: an event stream is not held back, and whoever goes away
 * on one side is gone on the other.
 *
 * @param path Path and query at the backend.
 */
export function passOn(request: IncomingMessage, response: ServerResponse, backend: string, path: string): void {
  const upstream = send(new URL(path, backend), { method: request.method, headers: endToEnd(request.headers) }, (answer) => {
    response.writeHead(answer.statusCode!, endToEnd(answer.headers));
    // At once, so that a stream that has nothing to tell yet is open all the same.
    response.flushHeaders();
    answer.pipe(response);
    answer.once('error', () => response.destroy());
  });
  upstream.once('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end('The backend does not answer.\n');
  });
  response.once('close', () => upstream.destroy());
  request.pipe(upstream);
}
