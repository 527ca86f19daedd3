/** The mock on a socket: reads a request, lets a fault have it, answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from './backend.ts';
import { control, CONTROL } from './control.ts';
import { Refusal, refused, type Answer } from './exchange.ts';
import { inPlaceOf, type Fault } from './faults.ts';
import { answer } from './shop/routes.ts';

/** In bytes; a world with hundreds of thousands of facts. */
const MOST = 64 * 1024 * 1024;

/** A page of any origin may ask, since tests run in pages, too. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': '*, authorization',
  'access-control-expose-headers': 'retry-after',
};

export async function serve(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', headers } = request;
  // What is asked for may be anything; only its path and query are of interest.
  const { pathname: path, search, searchParams: query } = new URL(`http://mock${request.url?.startsWith('/') ? request.url : '/'}`);
  const text = await read(request);
  if (text === undefined) return send(response, refused(new Refusal(413, 'too_large', 'This is too much.')));
  if (method === 'OPTIONS') return send(response, { status: 204 });

  if (path.startsWith(CONTROL)) {
    return send(response, attempt(() => control(backend, { method, path, query, headers, body: parse(text) })));
  }
  const fault = backend.faults.take(method, path, search);
  const seen = { method, path, query: search, headers: { ...headers }, body: text, status: null as number | null, ...(fault && { fault: fault.mode }) };
  backend.see(seen);
  response.on('finish', () => (seen.status = response.statusCode));
  await meet(fault, response, () => attempt(() => answer({ method, path, query, headers, body: parse(text) }, backend.shop)));
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parse(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, 'bad_json', 'The body is no JSON.');
  }
}

function attempt(act: () => Answer): Answer {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof Refusal) return refused(thrown);
    return { status: 500, body: { error: 'mock_fault', message: `The mock itself failed: ${String(thrown)}` } };
  }
}

/** Answers, as the fault wants it. */
async function meet(fault: Fault | undefined, response: ServerResponse, act: () => Answer): Promise<void> {
  const instead = fault && inPlaceOf(fault);
  if (instead) {
    response.writeHead(instead.status, { ...CORS, ...instead.headers }).end(instead.text);
    return;
  }
  if (fault?.mode === 'close') return void response.destroy();
  // Left alone: it ends when the client goes away, or the mock.
  if (fault?.mode === 'hang') return;
  const answered = act();
  if (fault?.mode === 'lost') return void response.destroy();
  const given = { ...answered, ...(fault?.status && { status: fault.status }), headers: { ...answered.headers, ...fault?.headers } };
  if (fault?.mode === 'slow') await later(fault.milliseconds ?? 1_000, response);
  const half = fault?.mode === 'truncated' || fault?.mode === 'cut' ? fault.mode : undefined;
  send(response, given, half);
}

/** Waits, or stops waiting when nobody does any more. */
const later = (milliseconds: number, response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });

function send(response: ServerResponse, { status, body, headers }: Answer, half?: 'truncated' | 'cut'): void {
  const whole = body === undefined ? '' : JSON.stringify(body);
  const text = half ? whole.slice(0, Math.ceil(whole.length / 2)) : whole;
  // A connection that is cut has promised more than it sends.
  const length = Buffer.byteLength(half === 'cut' ? whole : text);
  response.writeHead(status, { ...CORS, ...(body !== undefined && { 'content-type': 'application/json', 'content-length': length }), ...headers });
  if (half !== 'cut') response.end(text);
  // Broken off once the half is on its way, so that the client sees it begin.
  else response.write(text, () => response.destroy());
}
