/** Listening, and stopping without breaking off what is under way. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ConfigError } from './config/config-error.ts';
import type { Config } from './config/config.ts';
import { createApp } from './http/app.ts';
import { openRuntime } from './runtime.ts';
import { startSweeps } from './sweeps.ts';
import { upstreamSweeps } from './upstream/configured.ts';

/** Milliseconds between two looks for connections that nothing is under way on. */
const IDLE_EVERY = 50;

export interface RunningServer {
  url: string;
  /** Takes no new requests, finishes those under way, closes the database. */
  close(): Promise<void>;
}

/** @throws ConfigError when the port is taken or the database can’t be used. */
export async function startServer(config: Config): Promise<RunningServer> {
  const runtime = await openRuntime(config);
  const server = createAdaptorServer({ fetch: createApp(runtime).fetch }) as Server;
  // Only a demo loads the demo shop.
  const demo = config.demo ? await import('./demo/demo.ts') : undefined;
  try {
    await demo?.fillDemo(runtime);
    await listen(server, config);
  } catch (error) {
    await runtime.close();
    throw error;
  }
  const swept = startSweeps(runtime, [...upstreamSweeps(config), ...(demo ? [demo.liveDemo()] : [])]);
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const finished = new Promise<void>((resolve) => server.close(() => resolve()));
    // A connection whose last answer has just gone would be kept for the next request.
    const closeIdle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY);
    await runtime.close(Promise.all([finished, swept])).finally(() => clearInterval(closeIdle));
  };
  return { url: `http://${host}:${port}`, close: () => (closed ??= close()) };
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ConfigError(reasonOf(error, port, host))));
    server.listen(port, host, resolve);
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken: choose another with --port, or 0 for a free one.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user: choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is no address of this machine: choose another with --host.`;
  return `Port ${port} on ${host} can’t be listened to (${message}).`;
}
