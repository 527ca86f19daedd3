/** Tells streams that a topic changed; they read what changed themselves. */
import { EventEmitter } from 'node:events';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import { listenTo } from './listener.ts';

export interface Hub {
  /** Hears of every change from now on; answers how to stop. */
  listen(topic: string, changed: () => void): () => void;
  /** Tells this process. */
  tell(topic: string): void;
  /** How many streams listen. */
  size(): number;
  /** Whether one listens to this, in this process. */
  hears(topic: string): boolean;
  close(): Promise<void>;
}

export const CHANNEL = 'aftercart_live';

interface LocalHub extends Hub {
  /** Tells everybody, when any topic may have changed unheard. */
  tellAll(): void;
}

export function createHub(): LocalHub {
  const events = new EventEmitter().setMaxListeners(0);
  let size = 0;
  return {
    listen(topic, changed) {
      size += 1;
      events.on(topic, changed);
      return () => {
        size -= 1;
        events.off(topic, changed);
      };
    },
    tell: (topic) => void events.emit(topic),
    tellAll() {
      for (const topic of events.eventNames()) events.emit(topic);
    },
    size: () => size,
    hears: (topic) => events.listenerCount(topic) > 0,
    close: async () => void events.removeAllListeners(),
  };
}

/** A hub that hears of changes written through any process on the same PostgreSQL (LISTEN / NOTIFY). */
export async function createSharedHub(pool: Pool, log: Logger): Promise<Hub> {
  const { tellAll, ...hub } = createHub();
  // What was written while nobody listened is read once somebody does.
  const listener = await listenTo({ pool, log, channel: CHANNEL, heard: hub.tell, missed: tellAll });
  return {
    ...hub,
    async close() {
      await hub.close();
      await listener.close();
    },
  };
}
