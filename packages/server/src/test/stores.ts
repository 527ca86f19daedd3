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
    copyFileSync(template, join(dataDir, FILE));
    return { dataDir, databaseUrl: undefined, remove: async () => removeDir(dataDir) };
  }
  const name = freshName('test');
  await administer(`create database ${name} template ${template}`);
  return {
    dataDir,
    databaseUrl: urlOf(name),
    async remove() {
      removeDir(dataDir);
      await administer(`drop database ${name} with (force)`);
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(serverUrl());
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
