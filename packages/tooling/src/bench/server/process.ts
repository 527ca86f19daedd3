/** The server as a process of its own. */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, sourceCondition } from '../../repo.ts';

const SECRETS = { AFTERCART_TOKEN_SECRET: 't'.repeat(40), AFTERCART_MERCHANT_KEY: 'm'.repeat(40), AFTERCART_PEPPER: 'p'.repeat(40) };

export interface ServerProcess {
  url: string;
  stop(): Promise<void>;
}

const logOf = (dataDir: string): string => join(dataDir, 'server.log');

const launch = (args: readonly string[], dataDir: string, env: Readonly<Record<string, string>>) =>
  spawn(process.execPath, [`--conditions=${sourceCondition}`, '--disable-warning=ExperimentalWarning', join(root, 'packages/server/src/main.ts'), ...args, '--data', dataDir], {
    // As it runs in a shop, but for the limit on requests of one client.
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', AFTERCART_RATE_LIMIT: '1000000000', ...SECRETS, ...env },
    stdio: ['ignore', 'pipe', openSync(logOf(dataDir), 'a')],
  });

export async function startServer(dataDir: string, env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = launch(['--port', '0'], dataDir, env);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  process.once('exit', () => child.kill());
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.once('data', (chunk: Buffer) => resolve(/listening on (\S+)/.exec(chunk.toString())![1]!));
    void ended.then((code) => reject(new Error(`The server ended with ${code} before it listened: ${readFileSync(logOf(dataDir), 'utf8').slice(-2_000)}`)));
  });
  return {
    url,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** What the ledger’s checker says. */
export async function checkLedger(dataDir: string, env: Readonly<Record<string, string>>): Promise<string> {
  const child = launch(['check-ledger'], dataDir, env);
  let told = '';
  child.stdout!.on('data', (chunk: Buffer) => (told = (told + chunk.toString()).slice(-2_000)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`check-ledger ended with ${code}: ${told}`);
  return told.trim();
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The headers of a shopper. */
export function asShopper(shopper: string): Record<string, string> {
  const content = `${part({ alg: 'HS256' })}.${part({ sub: shopper, iss: 'shop', aud: 'aftercart', exp: Math.floor(Date.now() / 1000) + 86_400 })}`;
  return { authorization: `Bearer ${content}.${createHmac('sha256', SECRETS.AFTERCART_TOKEN_SECRET).update(content).digest('base64url')}` };
}

/** Calls the merchant API. */
export async function asMerchant(url: string, verb: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${url}/merchant/v1${path}`, {
    method: verb, headers: { authorization: `Bearer ${SECRETS.AFTERCART_MERCHANT_KEY}`, 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${verb} ${path}: ${await response.text()}`);
}
