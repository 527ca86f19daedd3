/** The two engines: a database for the server, and a way to run SQL on it behind the server’s back. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../postgres/start.ts';

export const engines = ['sqlite', 'postgresql'] as const;
export type Engine = (typeof engines)[number];

/** What the engines write differently. */
interface Dialect {
  /** A relation `g` with a column `n` from 0 up to, and without, a number. */
  series(count: number): string;
  /** A number in hexadecimal, 12 digits long. */
  hex(number: string): string;
  /** Names and definitions of the indices that are taken away while rows are loaded, and made again. */
  indices(tables: readonly string[]): string;
  /** What a database does by itself some time after so much was written. */
  settle: readonly string[];
}

export interface Place {
  env: Readonly<Record<string, string>>;
  dialect: Dialect;
  /** Runs a query and answers its rows, a cell for each column; or several statements, which answer nothing. */
  sql(statements: string): Promise<string[][]>;
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

const sqlite: Dialect = {
  series: (count) => `(with recursive g(n) as (select 0 union all select n + 1 from g where n < ${count - 1}) select n from g) as g`,
  hex: (number) => `printf('%012x', ${number})`,
  // None: SQLite makes an index with pages that are full, and nearly every insert after it would split some, as happens in no shop that grew.
  indices: () => 'select 1 where false',
  settle: ['analyze'],
};

const postgresql: Dialect = {
  series: (count) => `generate_series(0, ${count - 1}) as g(n)`,
  hex: (number) => `lpad(to_hex(${number}), 12, '0')`,
  indices: (tables) =>
    `select indexname, indexdef from pg_indexes where tablename in (${quoted(tables)}) and indexname not in (select conname from pg_constraint)`,
  settle: ['vacuum analyze', 'checkpoint'],
};

export const sqlitePlace = (dataDir: string): Place => ({
  env: {},
  dialect: sqlite,
  async sql(statements) {
    const db = new DatabaseSync(join(dataDir, 'aftercart.db'));
    try {
      // What is loaded can be loaded again: nothing waits for the disk until the server opens the file.
      db.exec('pragma synchronous = off; pragma cache_size = -6000000; pragma temp_store = memory;');
      if (!/^\s*select/i.test(statements)) return (db.exec(statements), []);
      return db.prepare(statements).all().map((row) => Object.values(row).map(String));
    } finally {
      db.close();
    }
  },
});

/** A PostgreSQL whose commits wait for the disk, as a merchant’s does. */
export async function openPostgres(): Promise<{ place(name: string): Promise<Place>; stop(): Promise<void> }> {
  const { url, stop } = await startPostgres({ durable: true });
  const run = async (databaseUrl: string, statements: string): Promise<string[][]> => {
    // Indices of a large table are made in memory.
    const client = new pg.Client({ connectionString: databaseUrl, options: '-c maintenance_work_mem=1GB' });
    await client.connect();
    try {
      const { rows } = await client.query<string[]>({ text: statements, rowMode: 'array' });
      return rows;
    } finally {
      await client.end();
    }
  };
  return {
    async place(name) {
      await run(url, `create database ${name};`);
      const databaseUrl = url.replace(/\/postgres$/, `/${name}`);
      return { env: { DATABASE_URL: databaseUrl }, dialect: postgresql, sql: (statements) => run(databaseUrl, statements) };
    },
    stop,
  };
}
