/** A server without sockets, over a fresh database, whose clock a test turns; and a client that checks every answer. */
import { randomUUID } from 'node:crypto';
import type { Capability } from '@aftercart/contract';
import { OPERATIONS, Problem } from '@aftercart/contract/protocol';
import { sql } from 'kysely';
import type { DestinationStream } from 'pino';
import { readCommandLine } from '../config/config.ts';
import type { Context } from '../context.ts';
import type { Engine } from '../database/database.ts';
import { createApp, type App } from '../http/app.ts';
import { openRuntime, type RunningRuntime } from '../runtime.ts';
import { signShopperToken } from '../token/index.ts';
import { transactAsSystem } from '../transact.ts';
import { makePlace, type TestPlace } from './stores.ts';

export interface CallOptions {
  /** The `sub` of the token; none for a guest. */
  as?: string;
  locale?: string;
  /** A fresh one for each write when left out. */
  key?: string;
  headers?: Record<string, string>;
}

/** A refusal, as the client sees it. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem;
  readonly headers: Headers;

  constructor(status: number, problem: Problem, headers: Headers) {
    super(`${problem.code}: ${problem.detail}`);
    this.status = status;
    this.problem = problem;
    this.headers = headers;
  }
}

export interface TestServer {
  app: App;
  runtime: RunningRuntime;
  /** Sets the clock, or moves it on. */
  setNow(instant: string): void;
  advance(time: { days?: number; hours?: number; seconds?: number }): void;
  now(): Date;
  token(shopper: string, claims?: Record<string, unknown>): Promise<string>;
  /** Calls a method of the contract over HTTP. A bad answer fails the test; a refusal rejects with `Refused`. */
  call<T = any>(method: Capability, input?: object, options?: CallOptions): Promise<T>;
  /** Calls the merchant API with the right key. Answers the body; a refusal rejects with `Refused`. */
  merchant<T = any>(verb: string, path: string, body?: unknown, options?: { key?: string }): Promise<T>;
  /** Changes something behind the scenes, in a transaction. */
  transact<T>(change: (context: Context) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const DAY = 86_400_000;

interface TestServerOptions {
  env?: Record<string, string>;
  args?: string[];
  log?: DestinationStream;
  /** Where it keeps everything, when that is to outlive the server; else a fresh place that is removed with it. */
  place?: TestPlace;
}

export async function openTestServer(engine: Engine, options: TestServerOptions = {}): Promise<TestServer> {
  const place = options.place ?? (await makePlace(engine));
  const { config } = readCommandLine(['--data', place.dataDir, ...(options.args ?? [])], {
    AFTERCART_LOG_LEVEL: 'silent',
    AFTERCART_RATE_LIMIT: '1000000',
    ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
    ...options.env,
  });
  let now = Date.parse('2026-11-22T09:00:00Z');
  const runtime = await openRuntime(config, { clock: () => new Date(now), log: options.log });
  // Tests of power cuts run a server of their own; here, waiting for the disk proves nothing.
  if (engine === 'sqlite') await sql`pragma synchronous = off`.execute(runtime.store.db);
  const app = createApp(runtime);
  // Tokens are checked against the real clock.
  const token = (shopper: string, claims: Record<string, unknown> = {}) => signShopperToken({ shopper, secret: runtime.secrets.tokenSecret, claims });

  const read = async (response: Response): Promise<unknown> => {
    if (response.status === 204) return null;
    const body: unknown = await response.json();
    if (!response.ok) throw new Refused(response.status, Problem.parse(body), response.headers);
    return body;
  };

  return {
    app, runtime, token,
    setNow: (instant) => void (now = Date.parse(instant)),
    advance: ({ days = 0, hours = 0, seconds = 0 }) => void (now += days * DAY + hours * 3_600_000 + seconds * 1000),
    now: () => new Date(now),
    async call(method, input = {}, { as, locale = 'en', key = randomUUID(), headers = {} } = {}) {
      const operation = OPERATIONS.find((candidate) => candidate.method === method)!;
      const query = operation.verb === 'GET' ? `?${new URLSearchParams(Object.entries(input).map(([name, value]) => [name, String(value)]))}` : '';
      const response = await app.request(operation.path + query, {
        method: operation.verb,
        headers: {
          'accept-language': locale,
          ...(as && { authorization: `Bearer ${await token(as)}` }),
          ...(operation.verb === 'POST' && { 'content-type': 'application/json' }),
          ...(operation.write && { 'idempotency-key': key }),
          ...headers,
        },
        ...(operation.verb === 'POST' && { body: JSON.stringify(input) }),
      });
      const body = await read(response);
      if (body === null && !operation.nullable) throw new Error(`${method} answered nothing, which the contract does not allow.`);
      return (body === null ? null : operation.output.parse(body)) as never;
    },
    async merchant(verb, path, body, { key = randomUUID() } = {}) {
      const response = await app.request(`/merchant/v1${path}`, {
        method: verb,
        headers: { authorization: `Bearer ${runtime.secrets.merchantKey}`, 'content-type': 'application/json', 'idempotency-key': key },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return (await read(response)) as never;
    },
    transact: (change) => transactAsSystem(runtime, change),
    async close() {
      await runtime.close();
      if (!options.place) await place.remove();
    },
  };
}
