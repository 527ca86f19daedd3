/** Medusa’s database, past Medusa: what it holds, and a way back to what it held before. */
import pg from 'pg';

export interface Database {
  run<Row extends object = any>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Remembers everything under a name. */
  keep(name: string): Promise<void>;
  /** Makes everything as it was. */
  restore(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function openDatabase(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url });
  // A connection that ends between two questions is no matter: the next question says so.
  client.on('error', () => {});
  await client.connect();
  const tables: string[] = (await client.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`)).rows.map(({ tablename }) => `"${tablename}"`);
  return {
    run: async (sql, values) => (await client.query(sql, values as unknown[])).rows,
    async keep(name) {
      await client.query([`CREATE SCHEMA "${name}"`, ...tables.map((table) => `CREATE TABLE "${name}".${table} AS TABLE public.${table}`)].join(';'));
    },
    async restore(name) {
      // Foreign keys are of no concern while all of it changes.
      const copies = tables.map((table) => `DELETE FROM public.${table}; INSERT INTO public.${table} SELECT * FROM "${name}".${table}`);
      await client.query(['BEGIN', 'SET LOCAL session_replication_role = replica', ...copies, 'COMMIT'].join(';'));
    },
    close: () => client.end(),
  };
}
