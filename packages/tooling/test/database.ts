import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { startPostgres } from '../src/postgres/start.ts';

type Row = Record<string, unknown>;

/** The backend’s database, looked into past the backend. */
export interface Database {
  rows(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** Where a backend is to keep its data. */
export interface Place {
  /** Environment that a backend is started with to keep them there. */
  env: Record<string, string>;
  /** @param data Folder that the backend was given. */
  open(data: string): Promise<Database>;
  remove(): Promise<void>;
}

export const onSqlite = async (): Promise<Place> => ({
  env: {},
  async open(data) {
    const db = new DatabaseSync(join(data, 'aftercart.db'), { readOnly: true });
    return { rows: async (sql) => db.prepare(sql).all() as Row[], close: async () => db.close() };
  },
  remove: async () => {},
});

const INT8 = 20;

/** Points and cents fit a number, by the contract. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'))) as typeof pg.types.getTypeParser;

/** A PostgreSQL of its own. */
export async function onPostgres(): Promise<Place> {
  const { url, stop } = await startPostgres({ durable: false });
  return {
    env: { DATABASE_URL: url },
    async open() {
      const client = new pg.Client({ connectionString: url, types: { getTypeParser } });
      await client.connect();
      return { rows: async (sql) => (await client.query<Row>(sql)).rows, close: () => client.end() };
    },
    remove: stop,
  };
}
