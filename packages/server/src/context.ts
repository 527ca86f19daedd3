/** What the code of every operation gets: who asks, when, in which language, and the database. */
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import type { Secrets } from './config/secrets.ts';
import type { Database, Store } from './database/database.ts';
import type { Metrics } from './http/metrics.ts';
import type { Fingerprints } from './identity/fingerprint.ts';
import type { Shopper } from './identity/shopper.ts';
import type { Hub } from './live/hub.ts';

/** What lives as long as the process. */
export interface Runtime {
  config: Config;
  secrets: Secrets;
  store: Store;
  hub: Hub;
  log: Logger;
  fingerprints: Fingerprints;
  metrics: Metrics;
  /** The clock; tests turn it. */
  clock(): Date;
  /** Aborts when the process is to end: streams and timers stop. */
  stopping: AbortSignal;
}

export interface Client {
  ip: string;
  userAgent: string;
}

export interface Context {
  runtime: Runtime;
  /** In a write, its transaction. Use no other way to the database. */
  db: Database;
  /** The time of the request, the same for all that it does. */
  now: Date;
  /** BCP 47 tag of the language to answer in. */
  locale: string;
  /** Null for a guest. */
  shopper: Shopper | null;
  client: Client;
  /** Tells the streams of a topic, once the transaction is committed. */
  publish(topic: string): Promise<void>;
}

export interface ShopperContext extends Context {
  shopper: Shopper;
}
