/** PostgreSQL on a disk that is really full: a small one of its own, which only root may mount. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { databaseTrouble, toUnavailable } from './failure.ts';

let disk: string;
let isMounted = false;
let server: TestServer | undefined;

beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'aftercart-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { stdio: 'ignore' });
    isMounted = true;
  } catch {
    isMounted = false;
  }
});
afterEach(async () => {
  await server?.close();
  if (isMounted) execFileSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

it('a full disk is told clearly and loses nothing', { timeout: 60_000 }, async (test) => {
  if (!isMounted) test.skip('This machine does not let a test mount a disk.');
  server = await openTestServer('postgresql');
  const { transact, runtime } = server;
  const admin = new pg.Client(runtime.config.databaseUrl);
  await admin.connect();
  const space = `small_${randomBytes(4).toString('hex')}`;
  try {
    const { rows } = await admin.query<{ data_directory: string }>('show data_directory');
    const { uid, gid } = statSync(rows[0]!.data_directory);
    chownSync(disk, uid, gid);
    await admin.query(`create tablespace ${space} location '${disk}'`);
    await admin.query(`alter table documents set tablespace ${space}`);

    let written = 0;
    const write = () => transact(async ({ db, now }) => {
      // Two rows, of which the first may still fit. Not compressible, so that they take the room that they seem to.
      for (const half of ['a', 'b']) {
        await db.insertInto('documents').values({ kind: `${written}${half}`, body: JSON.stringify(randomBytes(100_000).toString('base64')), version: 1, updated_at: now.toISOString() }).execute();
      }
      written++;
    });
    // Whatever else is on the disk: the shop comes to its end with 1 MB to go.
    writeFileSync(join(disk, 'something-else'), Buffer.alloc(1_000_000));
    const full = async (): Promise<unknown> => write().then(full, (error: unknown) => error);
    const failure = await full();
    expect(written).toBeGreaterThan(0);
    expect(databaseTrouble(failure)).toBe('the disk is full');
    expect(toUnavailable(failure)).toMatchObject({ code: 'UNAVAILABLE', retryable: true, message: 'Nothing was changed: the disk is full.' });

    const kept = async () => (await runtime.store.db.selectFrom('documents').select('kind').execute()).map(({ kind }) => kind).sort();
    const acknowledged = Array.from({ length: written }, (_, i) => [`${i}a`, `${i}b`]).flat().sort();
    expect(await kept()).toEqual(acknowledged);
    unlinkSync(join(disk, 'something-else'));
    await admin.query('vacuum documents');
    await write();
    expect(await kept()).toEqual([...acknowledged, `${written - 1}a`, `${written - 1}b`].sort());
  } finally {
    await admin.query('alter table documents set tablespace pg_default').catch(() => {});
    await admin.query(`drop tablespace if exists ${space}`).catch(() => {});
    await admin.end();
  }
});
