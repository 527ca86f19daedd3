/** A server’s application on a real socket, whose connections a test may break. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

export interface Sockets {
  url: string;
  /** Breaks every connection. */
  cut(): void;
  close(): void;
}

export async function openSockets(app: { fetch: (request: Request) => Response | Promise<Response> }): Promise<Sockets> {
  const server = createServer((request, response) => void getRequestListener((asked) => app.fetch(asked))(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => server.closeAllConnections(),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
