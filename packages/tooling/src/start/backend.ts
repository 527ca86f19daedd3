import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root, sourceCondition } from '../repo.ts';

export interface Backend {
  /** Without a slash at the end. */
  url: string;
  /** Resolves with its exit code when it has ended, for whatever reason. */
  ended: Promise<number | null>;
  /** Lets it finish what is under way. */
  stop(): Promise<unknown>;
}

export interface BackendOptions {
  /** Folder of the database and the secrets. */
  data: string;
  /** Port to take; a free one where it is taken. */
  port?: number;
  env?: Readonly<Record<string, string>>;
}

const host = '127.0.0.1';
/** All who try the demo are one client to the backend. */
const defaults = { AFTERCART_LOG_LEVEL: 'warn', AFTERCART_RATE_LIMIT: '10000' };

/** The backend could not start; it has said why itself. */
export class BackendFailed extends Error {}

/**
 * Starts the reference server with its demo shop, from source, and waits until it listens.
 *
 * @throws BackendFailed
 */
export async function startBackend({ data, port = 0, env = {} }: BackendOptions): Promise<Backend> {
  const child = spawn(
    process.execPath,
    [
      `--conditions=${sourceCondition}`, '--disable-warning=ExperimentalWarning', join(root, 'packages/server/src/main.ts'),
      '--demo', '--host', host, '--port', String(await freePort(port)), '--data', data,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...defaults, ...process.env, ...env } },
  );
  // It must not outlive whoever started it.
  process.once('exit', () => child.kill());
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await Promise.race([address(child), ended]);
  if (typeof url !== 'string') throw new BackendFailed(`The backend ended with ${url} before it listened; what it said is above.`);
  return {
    url,
    ended,
    stop() {
      child.kill();
      return ended;
    },
  };
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((done) => {
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
      const [, url] = /listening on (\S+)/.exec(output) ?? [];
      if (url) done(url);
    });
  });
}

/** The port if nobody has it, else 0: whichever is free. */
function freePort(port: number): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(0));
    probe.listen(port, host, () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => done(free));
    });
  });
}
