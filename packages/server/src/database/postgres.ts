/** PostgreSQL through `pg`. */
import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** The oldest version that is tested. */
export const OLDEST_POSTGRES = 13;
const INT8 = 20;
const NUMERIC = 1700;

// Sums come as text, since they may not fit a number; points and cents do, by the contract.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

export function createPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    types,
    max: 16,
    connectionTimeoutMillis: 5_000,
    application_name: 'aftercart',
    // A request that was given up long ago must not hold a row.
    idle_in_transaction_session_timeout: 30_000,
  });
  // A connection that breaks fails the query that is under way, or is replaced at the next use; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export const postgresDialect = (pool: pg.Pool): PostgresDialect => new PostgresDialect({ pool });
