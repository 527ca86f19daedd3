/** Databases for Vendure: SQLite in memory, and a fresh one of the PostgreSQL that `pnpm test` starts. */
import type { VendureConfig } from '@vendure/core';
import pg from 'pg';

export const ENGINES = ['SQLite', 'PostgreSQL'] as const;
export type Engine = (typeof ENGINES)[number];

export async function openDatabase(engine: Engine): Promise<VendureConfig['dbConnectionOptions']> {
  if (engine === 'SQLite') return { type: 'sqljs', synchronize: true, logging: false };
  const server = process.env['AFTERCART_TEST_POSTGRES'];
  if (!server) throw new Error('Run the tests with `pnpm test`, which starts PostgreSQL.');
  const name = `vendure_${process.pid}_${Date.now()}`;
  const client = new pg.Client(server);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return { type: 'postgres', url: server.replace(/\/postgres$/, `/${name}`), synchronize: true, logging: false, poolSize: 30 } as VendureConfig['dbConnectionOptions'];
}
