/** One connection to PostgreSQL that listens, and is replaced when it breaks. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Pool, PoolClient } from 'pg';

export interface Listener {
  close(): Promise<void>;
}

export interface ListenerOptions {
  pool: Pool;
  log: Logger;
  channel: string;
  heard(payload: string): void;
  /** Listening again after a while in which anything may have been said. */
  missed(): void;
}

/** Milliseconds until the next try, so that a database that throws us out is not stormed. */
const RETRY_AFTER = 1_000;
/**
 * Milliseconds between two questions whether the connection is still there, and for which an answer is awaited. A firewall that forgets a
 * silent connection tells neither side; load balancers do so after some minutes.
 */
const PROBE_EVERY = 30_000;

/** @throws what the first connection fails with; later ones are tried again for ever. */
export async function listenTo({ pool, log, channel, heard, missed }: ListenerOptions): Promise<Listener> {
  const closing = new AbortController();
  const { signal } = closing;

  const connect = async (): Promise<Connection> => {
    const connection = watch(await pool.connect());
    try {
      connection.client.on('notification', (message) => {
        if (message.channel === channel && message.payload) heard(message.payload);
      });
      await connection.client.query(`listen ${channel}`);
      return connection;
    } catch (error) {
      connection.release();
      throw error;
    }
  };

  const keep = async (first: Connection): Promise<void> => {
    for (let connection: Connection | undefined = first; !signal.aborted; connection = undefined) {
      try {
        if (!connection) {
          connection = await connect();
          missed();
        }
        await connection.lost(signal);
      } catch (error) {
        log.warn({ err: error }, 'live updates wait for the database');
      } finally {
        connection?.release();
      }
      await wait(RETRY_AFTER, undefined, { signal }).catch(() => {});
    }
  };

  const kept = keep(await connect());
  return {
    async close() {
      closing.abort();
      await kept;
    },
  };
}

interface Connection {
  client: PoolClient;
  /** Resolves when the signal aborts, rejects when the connection is lost. */
  lost(signal: AbortSignal): Promise<void>;
  release(): void;
}

function watch(client: PoolClient): Connection {
  // Heard from the start: an error that nobody listens for ends the process.
  const broken = new Promise<never>((_, reject) => {
    client.on('error', reject);
    client.once('end', () => reject(new Error('The connection ended.')));
  });
  broken.catch(() => {});
  return {
    client,
    async lost(signal) {
      while (!signal.aborted) {
        await Promise.race([broken, wait(PROBE_EVERY, undefined, { signal, ref: false }).catch(() => {})]);
        if (!signal.aborted) await Promise.race([broken, client.query('select 1'), late(signal)]);
      }
    },
    // It has listened: nobody else shall get it.
    release: () => client.release(true),
  };
}

async function late(signal: AbortSignal): Promise<void> {
  await wait(PROBE_EVERY, undefined, { signal, ref: false }).catch(() => {});
  if (!signal.aborted) throw new Error(`The database did not answer within ${PROBE_EVERY / 1000} seconds.`);
}
