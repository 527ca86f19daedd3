/** Limits by client: counted in PostgreSQL where there is one, since several processes serve the same clients. */
import { AdapterError } from '@aftercart/contract';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Store } from '../database/database.ts';

export interface Limit {
  /** Names the limit among the others. */
  name: string;
  /** How often… */
  points: number;
  /** …in how many seconds. */
  duration: number;
}

export interface Consume {
  /** Counts one for a client. @throws AdapterError RATE_LIMITED with the seconds to wait. */
  (key: string): Promise<void>;
  /** Takes one back, for what turned out to be no guess. */
  giveBack(key: string): Promise<void>;
}

/** A limit that every process counts for itself: no round trip, for requests in general. */
export const limitHere = ({ name, points, duration }: Limit): Consume => consumer(new RateLimiterMemory({ keyPrefix: name, points, duration }));

/** A limit that all processes count together: for what guessing must not get at. */
export function limitTogether({ pool }: Pick<Store, 'pool'>, limit: Limit): Consume {
  if (!pool) return limitHere(limit);
  const { name, points, duration } = limit;
  const options = { keyPrefix: name, points, duration, storeClient: pool, storeType: 'pool', tableName: 'rate_limits', tableCreated: true };
  // While the database is away, each process counts for itself.
  return consumer(new RateLimiterPostgres({ ...options, insuranceLimiter: new RateLimiterMemory({ points, duration }) }));
}

const consumer = (limiter: RateLimiterAbstract): Consume => {
  const consume = async (key: string): Promise<void> => {
    try {
      await limiter.consume(key);
    } catch (rejected) {
      if (!(rejected instanceof RateLimiterRes)) throw rejected;
      throw new AdapterError('RATE_LIMITED', 'Too many requests from this client.', { retryAfter: Math.ceil(rejected.msBeforeNext / 1000) });
    }
  };
  return Object.assign(consume, { giveBack: async (key: string) => void (await limiter.reward(key)) });
};
