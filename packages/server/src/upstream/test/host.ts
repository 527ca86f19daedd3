/** A service on a real socket that answers as a test tells it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { vi } from 'vitest';
import { onLoopback, type OnLoopback } from '../../../../tooling/src/adapters/loopback.ts';

export interface Asked {
  url: URL;
  headers: IncomingMessage['headers'];
}

export interface Host extends OnLoopback {
  /** What was asked, oldest first. */
  asked: Asked[];
  /** What the next requests are answered with: JSON, or whatever is written. */
  answer: (asked: Asked, response: ServerResponse) => unknown;
}

/** Answers nothing, for ever. */
export const silence = Symbol('silence');

export async function openHost(): Promise<Host> {
  const server = createServer((request, response) => {
    const asked = { url: new URL(request.url!, host.url), headers: request.headers };
    host.asked.push(asked);
    const body = host.answer(asked, response);
    if (body !== silence && !response.writableEnded) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const host: Host = {
    ...(await onLoopback(server)),
    asked: [],
    answer: () => ({}),
  };
  return host;
}

export const refuse = (status: number, body: string, headers: Record<string, string> = {}) => (_: Asked, response: ServerResponse): unknown => response.writeHead(status, headers).end(body);

export const untilAsked = (host: Host, times: number): Promise<unknown> => vi.waitFor(() => { if (host.asked.length < times) throw new Error(`asked ${host.asked.length} times`); }, { timeout: 20_000, interval: 5 });

/** Nobody waits for the next request. */
export const AT_ONCE = { pause: async () => {} };
