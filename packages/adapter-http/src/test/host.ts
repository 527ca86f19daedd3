/** A small host on a real socket that answers as a test tells it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onLoopback, type OnLoopback } from '../../../tooling/src/adapters/loopback.ts';

export interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Host extends OnLoopback {
  /** What was asked, oldest first. */
  asked: Asked[];
  /** What the next requests are answered with. */
  answer: (request: Asked, response: ServerResponse) => void;
}

export async function openHost(): Promise<Host> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = { method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() };
      host.asked.push(asked);
      host.answer(asked, response);
    });
  });
  const host: Host = {
    ...(await onLoopback(server)),
    asked: [],
    answer: (_, response) => response.writeHead(204).end(),
  };
  return host;
}
