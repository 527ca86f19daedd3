/** Servers on real sockets that share one database, and what tests do to them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Shipment } from '@aftercart/contract';
import pg from 'pg';
import { signShopperToken } from '../../token/index.ts';
import { listening, streamRequest, SUBSCRIBE, type Listening, type StreamOptions } from '../../tracking/test/shop.ts';

const TOKEN_SECRET = 't'.repeat(40);
const MERCHANT_KEY = 'm'.repeat(40);

/** The same for all servers on one database. */
export const environment = (databaseUrl: string | undefined): Record<string, string> => ({
  AFTERCART_LOG_LEVEL: 'silent', AFTERCART_RATE_LIMIT: '1000000',
  AFTERCART_TOKEN_SECRET: TOKEN_SECRET, AFTERCART_MERCHANT_KEY: MERCHANT_KEY, AFTERCART_PEPPER: 'p'.repeat(40),
  ...(databaseUrl && { DATABASE_URL: databaseUrl }),
});

/** Calls the merchant API of a server; answers the parcel, where it is one. */
export async function merchant(url: string, verb: string, path: string, body: object): Promise<Shipment> {
  const response = await fetch(`${url}/merchant/v1${path}`, {
    method: verb, headers: { authorization: `Bearer ${MERCHANT_KEY}`, 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${verb} ${path}: ${await response.text()}`);
  return response.json() as Promise<Shipment>;
}

const token = (shopper: string) => signShopperToken({ shopper, secret: TOKEN_SECRET });

export const openAt = async (url: string, options: StreamOptions, input: object = {}): Promise<Listening<Shipment>> =>
  listening(await fetch(url + SUBSCRIBE, await streamRequest({ token }, input, options)));

/** Connections that listen, by the number of their process in PostgreSQL. */
export async function listeners(databaseUrl: string): Promise<number[]> {
  return ask(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (query = 'listen aftercart_live' or query = 'select 1') and state = 'idle'",
    );
    return rows.map(({ pid }) => pid);
  });
}

export const terminate = (databaseUrl: string, pids: readonly number[]): Promise<unknown> =>
  ask(databaseUrl, (client) => client.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [pids]));

async function ask<T>(databaseUrl: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end();
  }
}

export interface ServerProcess {
  url: string;
  /** Asks it to end, and answers its exit code. */
  stop(): Promise<number | null>;
  kill(): void;
}

/** Starts the server as its own process, from source. */
export async function startProcess(dataDir: string, databaseUrl?: string): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    ['--conditions=aftercart-source', '--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../../main.ts'), '--port', '0', '--data', dataDir],
    { env: { PATH: process.env['PATH'], ...environment(databaseUrl) }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), exited.then(() => ['it ended'])])) as [string];
  const url = /^listening on (\S+)$/.exec(line)?.[1];
  if (!url) throw new Error(`The server did not start: ${line}`);
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      return (await exited)[0];
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
