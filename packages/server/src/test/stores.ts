/** A fresh database of either engine for a test. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore, type Engine } from '../database/database.ts';

/** Everything that stores is proven on both. */
export const ENGINES: readonly Engine[] = ['sqlite', 'postgresql'];

export interface TestPlace {
  dataDir: string;
  databaseUrl: string | undefined;
  /** As it was at first, for whoever needs many fresh ones: making one of PostgreSQL takes long. Nobody may be connected. */
  empty(): Promise<void>;
  remove(): Promise<void>;
}

const FILE = 'aftercart.db';
let made = 0;

const makeDir = () => mkdtempSync(join(tmpdir(), 'aftercart-server-'));
const removeDir = (dir: string) => rmSync(dir, { recursive: true, force: true });
const freshName = (kind: string) => `${kind}_${process.pid}_${Date.now()}_${made++}`;

function serverUrl(): string {
  const url = process.env['AFTERCART_TEST_POSTGRES'];
  if (!url) throw new Error('Run the tests with `pnpm test`, which starts PostgreSQL.');
  return url;
}
const urlOf = (name: string) => serverUrl().replace(/\/postgres$/, `/${name}`);

/** With all its tables and nothing in them, made once: copying it is ten times faster than making the tables again. */
const templates: Partial<Record<Engine, Promise<string>>> = {};
const templateOf = (engine: Engine) => (templates[engine] ??= engine === 'sqlite' ? makeFile() : makeDatabase());

async function makeFile(): Promise<string> {
  const dir = makeDir();
  process.once('exit', () => removeDir(dir));
  await (await openStore({ dataDir: dir })).close();
  return join(dir, FILE);
}

async function makeDatabase(): Promise<string> {
  const name = freshName('template');
  await administer(`create database ${name}`);
  await (await openStore({ dataDir: '', databaseUrl: urlOf(name) })).close();
  return name;
}

export async function makePlace(engine: Engine): Promise<TestPlace> {
  const template = await templateOf(engine);
  const dataDir = makeDir();
  if (engine === 'sqlite') {
    const copy = () => {
      for (const journal of ['-wal', '-shm']) rmSync(join(dataDir, FILE + journal), { force: true });
      copyFileSync(template, join(dataDir, FILE));
    };
    copy();
    return { dataDir, databaseUrl: undefined, empty: async () => copy(), remove: async () => removeDir(dataDir) };
  }
  const name = freshName('test');
  await administer(`create database ${name} template ${template}`);
  return {
    dataDir,
    databaseUrl: urlOf(name),
    empty: () => administer(DELETE_ALL, urlOf(name)),
    async remove() {
      removeDir(dataDir);
      await administer(`drop database ${name} with (force)`);
    },
  };
}

/** Without the triggers that keep a ledger from being changed. Truncating would write new files. */
const DELETE_ALL = `do $$
  declare name text;
  begin
    set local session_replication_role = replica;
    for name in select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
      execute 'delete from ' || name;
    end loop;
  end
$$`;

async function administer(statement: string, url = serverUrl()): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
