/** What happens when the database can’t. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { databaseTrouble, toUnavailable } from './failure.ts';

let server: TestServer;
afterEach(() => server.close());

const remember = (id: string) =>
  server.transact(({ db, now }) => (server.advance({ seconds: 1 }), db.insertInto('documents').values({ kind: id, body: JSON.stringify('x'.repeat(20_000)), version: 1, updated_at: now.toISOString() }).execute()));
const kept = async () => (await server.runtime.store.db.selectFrom('documents').select('kind').orderBy('updated_at').execute()).map(({ kind }) => kind);

describe('on SQLite', () => {
  it('a full disk is told clearly and loses nothing', async () => {
    server = await openTestServer('sqlite');
    await remember('before');
    const { db } = server.runtime.store;
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    // As large as it is, and no page larger: the same error as a disk gives.
    await sql.raw(`pragma max_page_count = ${rows[0]!.page_count}`).execute(db);
    const failure = await remember('too much').then(() => undefined, (error: unknown) => error);
    expect(databaseTrouble(failure)).toBe('the disk is full');
    expect(toUnavailable(failure)).toMatchObject({ code: 'UNAVAILABLE', retryable: true, message: 'Nothing was changed: the disk is full.' });
    expect(await kept()).toEqual(['before']);
    await sql`pragma max_page_count = 1000000`.execute(db);
    await remember('after');
    expect(await kept()).toEqual(['before', 'after']);
  });

  it('a file that another process holds is told clearly and loses nothing', { timeout: 20_000 }, async () => {
    server = await openTestServer('sqlite');
    await remember('before');
    const other = new DatabaseSync(join(server.runtime.config.dataDir, 'aftercart.db'));
    other.exec('begin immediate');
    const failure = await remember('meanwhile').then(() => undefined, (error: unknown) => error);
    expect(toUnavailable(failure)).toMatchObject({ code: 'UNAVAILABLE', message: 'Nothing was changed: the database is locked by another process.' });
    other.exec('rollback');
    other.close();
    await remember('after');
    expect(await kept()).toEqual(['before', 'after']);
  });
});

describe('on PostgreSQL', () => {
  it('a connection that is cut is told clearly, and the next one works', async () => {
    server = await openTestServer('postgresql');
    await remember('before');
    const failure = await server
      .transact(async ({ db, now }) => {
        await db.insertInto('documents').values({ kind: 'half', body: '1', version: 1, updated_at: now.toISOString() }).execute();
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
        const admin = new pg.Client(server.runtime.config.databaseUrl);
        await admin.connect();
        await admin.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
        await admin.end();
        await sql`select 1`.execute(db);
      })
      .then(() => undefined, (error: unknown) => error);
    expect(toUnavailable(failure)).toMatchObject({ code: 'UNAVAILABLE' });
    await remember('after');
    expect(await kept()).toEqual(['before', 'after']);
  });

  it('two transactions in each other’s way both go through in the end', { timeout: 30_000 }, async () => {
    server = await openTestServer('postgresql');
    for (const kind of ['a', 'b']) await remember(kind);
    const touch = (first: string, second: string) =>
      server.transact(async ({ db }) => {
        for (const kind of [first, second]) {
          await db.updateTable('documents').set((eb) => ({ version: eb('version', '+', 1) })).where('kind', '=', kind).execute();
        }
      });
    await Promise.all(Array.from({ length: 6 }, (_, i) => (i % 2 ? touch('a', 'b') : touch('b', 'a'))));
    const rows = await server.runtime.store.db.selectFrom('documents').select('version').execute();
    expect(rows.map(({ version }) => version)).toEqual([7, 7]);
  });
});
