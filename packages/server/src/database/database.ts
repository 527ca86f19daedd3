/** Opening a database of either engine, with its tables up to date. */
import { join } from 'node:path';
import { Kysely, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Pool } from 'pg';
import { ConfigError } from '../config/config-error.ts';
import { migrations } from './migrations.ts';
import { createPool, OLDEST_POSTGRES, postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgresql';

/** The database, or a transaction on it. Code that gets one uses no other: on SQLite, waiting for a second would be for ever. */
export type Database = Kysely<Tables> | Transaction<Tables>;

export interface Store {
  engine: Engine;
  db: Kysely<Tables>;
  /** The pool below, for what Kysely has no words for. */
  pool: Pool | undefined;
  /** Where it is, without a password. */
  place: string;
  close(): Promise<void>;
}

/** @throws ConfigError when it can’t be reached, is too old, or can’t be brought up to date. */
export async function openStore(options: { databaseUrl?: string | undefined; dataDir: string }): Promise<Store> {
  const store = options.databaseUrl ? await openPostgres(options.databaseUrl) : openSqlite(join(options.dataDir, 'aftercart.db'));
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close().catch(() => {});
    throw error;
  }
}

function openSqlite(file: string): Store {
  try {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(file) });
    return { engine: 'sqlite', db, pool: undefined, place: file, close: () => db.destroy() };
  } catch (error) {
    throw new ConfigError(`The database ${file} can’t be opened (${(error as Error).message}): choose another folder with --data, or mend its rights.`);
  }
}

async function openPostgres(databaseUrl: string): Promise<Store> {
  const url = URL.parse(databaseUrl);
  const place = url ? `${url.host}${url.pathname}` : 'DATABASE_URL';
  const pool = createPool(databaseUrl);
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) });
  const close = () => db.destroy();
  let version: number;
  try {
    const answer = await pool.query<{ server_version_num: string }>('show server_version_num');
    version = Math.floor(Number(answer.rows[0]!.server_version_num) / 10_000);
  } catch (error) {
    await pool.end().catch(() => {});
    // A failed connection to a name with several addresses has its reasons inside.
    const reason = (error as Error).message || ((error as AggregateError).errors?.[0] as Error | undefined)?.message;
    throw new ConfigError(`PostgreSQL at ${place} can’t be reached (${reason}): is it running, and is DATABASE_URL right?`);
  }
  if (version < OLDEST_POSTGRES) {
    await pool.end();
    throw new ConfigError(`PostgreSQL at ${place} is version ${version}: ${OLDEST_POSTGRES} or newer is needed.`);
  }
  return { engine: 'postgresql', db, pool, place, close };
}

async function migrate({ db, engine, place }: Store): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations(engine)) } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  const reason = error instanceof Error ? error.message : JSON.stringify(error);
  if (/corrupted migrations|previously executed migration/.test(reason)) {
    throw new ConfigError(`The database ${place} was made by a newer version of this server: update the server.`);
  }
  throw new ConfigError(`The tables of ${place} can’t be brought up to date (${reason}).`);
}

/** Whether the database answers. */
export const ping = async (db: Database): Promise<void> => void (await sql`select 1`.execute(db));
