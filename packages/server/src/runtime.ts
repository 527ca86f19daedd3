/** Everything that the server needs to run, opened in order and closed in the reverse of it. */
import type { DestinationStream } from 'pino';
import { loadSecrets } from './config/secrets.ts';
import type { Config } from './config/config.ts';
import type { Runtime } from './context.ts';
import { openStore } from './database/database.ts';
import { createLog } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { createFingerprints } from './identity/fingerprint.ts';
import { createHub, createSharedHub } from './live/hub.ts';

export interface RunningRuntime extends Runtime {
  /** Stops streams, waits for `finished`, then closes what was opened. */
  close(finished?: Promise<unknown>): Promise<void>;
}

/** @throws ConfigError when something outside the program is wrong. */
export async function openRuntime(config: Config, options: { clock?: () => Date; log?: DestinationStream | undefined } = {}): Promise<RunningRuntime> {
  const secrets = loadSecrets(config);
  const log = createLog(config.logLevel, options.log);
  const store = await openStore(config);
  const hub = store.pool ? await createSharedHub(store.pool, log) : createHub();
  const stopping = new AbortController();
  return {
    config, secrets, store, hub, log,
    metrics: createMetrics(() => hub.size()),
    fingerprints: createFingerprints(secrets.pepper),
    clock: options.clock ?? (() => new Date()),
    stopping: stopping.signal,
    async close(finished) {
      stopping.abort();
      await finished;
      await hub.close();
      await store.close();
    },
  };
}
