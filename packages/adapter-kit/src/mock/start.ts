/** Starts a mock. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Backend } from './backend.ts';
import { mockBackend, type MockBackend } from './client.ts';
import { serve } from './serve.ts';

export interface MockOptions {
  /** 0, or left out, is any that is free. */
  port?: number;
  /** Where it listens; this machine alone when left out. */
  host?: string;
}

export interface StartedMock extends MockBackend {
  close(): Promise<void>;
}

/**
 * Starts a small shop with faults on demand. It holds nothing until `seed` is called.
 *
 * @throws Error when the port is taken.
 */
export async function startMockBackend({ port = 0, host = '127.0.0.1' }: MockOptions = {}): Promise<StartedMock> {
  const backend = new Backend();
  const server = createServer((request, response) => {
    // A client that goes away while it sends is no news.
    serve(backend, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken, family } = server.address() as AddressInfo;
  return {
    ...mockBackend(`http://${family === 'IPv6' ? `[${host}]` : host}:${taken}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
