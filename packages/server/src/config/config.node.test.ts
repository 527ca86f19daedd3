import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../database/database.ts';
import { runProcess, startProcess, type ProcessOptions } from '../test/process.ts';
import { ENGINES, makePlace } from '../test/stores.ts';

// Processes and databases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('what is wrong outside of the program', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'aftercart-config-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  /** Runs it to its end: it must fail, with nothing but one line that says what is wrong. */
  async function complaint(options: Partial<ProcessOptions>): Promise<string> {
    const { code, stdout, stderr } = await runProcess({ dataDir: join(dir, 'data'), args: ['--port', '0'], ...options });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^[^\n]+\n$/);
    return stderr.trim();
  }

  it.each([
    [['--port', 'http'], '--port http is not a port: give a number from 0 to 65535.'],
    [['--prot', '1'], "Unknown option '--prot'. See --help."],
    [['server'], 'There is no command server. See --help.'],
    [['--host', '203.0.113.7', '--port', '0'], '203.0.113.7 is no address of this machine: choose another with --host.'],
  ])('says so: %j', async (args, expected) => {
    expect(await complaint({ args })).toBe(expected);
  });

  it('says that the port is taken', async () => {
    const taken = await listen(createServer());
    expect(await complaint({ args: ['--port', String(taken.port)] })).toBe(`Port ${taken.port} is taken: choose another with --port, or 0 for a free one.`);
    taken.close();
  });

  it('says that the data folder can’t be written', async () => {
    const file = join(dir, 'a-file');
    writeFileSync(file, '');
    expect(await complaint({ dataDir: join(file, 'data') })).toMatch(/^.*secrets\.json can’t be (read|written) .*(--data|right)/);
    // Where nobody may write, not even root.
    if (process.platform === 'linux') expect(await complaint({ dataDir: '/sys/aftercart' })).toMatch(/can’t be written .*choose another folder with --data\.$/);
  });

  it.each([
    ['no JSON', '{"tokenSecret": '],
    ['without a secret', '{"tokenSecret": "x"}'],
    ['empty', ''],
  ])('says that secrets.json is damaged: %s', async (_, text) => {
    const dataDir = mkdtempSync(join(dir, 'damaged-'));
    writeFileSync(join(dataDir, 'secrets.json'), text);
    expect(await complaint({ dataDir })).toBe(
      `${join(dataDir, 'secrets.json')} is damaged: restore it, or delete it to make new secrets (tokens and e-mail hashes made with the old ones become void).`,
    );
  });

  it('says that the database file is none', async () => {
    const dataDir = mkdtempSync(join(dir, 'no-database-'));
    writeFileSync(join(dataDir, 'aftercart.db'), 'This is a letter to a friend, and no database. '.repeat(100));
    expect(await complaint({ dataDir })).toMatch(/aftercart\.db can’t be opened \(.*not a database.*--data/);
  });

  it('says that PostgreSQL can’t be reached, without the password', async () => {
    const said = await complaint({ databaseUrl: 'postgres://aftercart:hunter22@127.0.0.1:1/shop' });
    expect(said).toMatch(/^PostgreSQL at 127\.0\.0\.1:1\/shop can’t be reached \(.*ECONNREFUSED.*\): is it running, and is DATABASE_URL right\?$/);
    expect(said).not.toContain('hunter22');
  });

  it('says that PostgreSQL refuses the user or the database', async () => {
    const url = process.env['AFTERCART_TEST_POSTGRES']!;
    expect(await complaint({ databaseUrl: url.replace(/\/postgres$/, '/no_such_database') })).toMatch(/^PostgreSQL at .* can’t be reached \(database "no_such_database" does not exist\)/);
  });

  it('says that PostgreSQL is too old', async () => {
    const old = await listen(createServer(speakAsPostgres('9.6.24', '90624')));
    expect(await complaint({ databaseUrl: `postgres://aftercart@127.0.0.1:${old.port}/shop` })).toBe(`PostgreSQL at 127.0.0.1:${old.port}/shop is version 9: 13 or newer is needed.`);
    old.close();
  });

  it.each(ENGINES)('says that the database is of a newer version, on %s', async (engine) => {
    const place = await makePlace(engine);
    const store = await openStore(place);
    await store.db.insertInto('kysely_migration' as 'topics').values({ name: '999-of-the-future', timestamp: new Date().toISOString() } as never).execute();
    await store.close();
    expect(await complaint(place)).toMatch(/^The database .* was made by a newer version of this server: update the server\.$/);
    await place.remove();
  });
});

describe.each(ENGINES)('the process on %s', (engine) => {
  it.each(['SIGTERM', 'SIGINT'] as const)('finishes what is under way on %s', async (signal) => {
    const place = await makePlace(engine);
    const server = await startProcess({ ...place, env: { AFTERCART_MERCHANT_KEY: 'k'.repeat(40) } });
    const order = JSON.stringify({ currency: 'EUR', total: 1, placedAt: '2026-11-20T10:00:00Z', lines: [{ productId: 'a', name: 'A', quantity: 1, unitPrice: 1 }] });
    // Half of a request is there when the signal comes, the rest after it.
    const open = request(`${server.url}/merchant/v1/orders/LATE`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${'k'.repeat(40)}`, 'content-type': 'application/json', 'content-length': order.length, expect: '100-continue' },
    });
    const answered = new Promise<number>((resolve, reject) => {
      open.on('response', (response) => {
        response.resume().on('end', () => resolve(response.statusCode!));
      });
      open.on('error', reject);
    });
    const begun = new Promise((resolve) => open.once('continue', resolve));
    open.flushHeaders();
    await begun;
    open.write(order.slice(0, 20));
    const ended = server.kill(signal);
    await refused(server.url);
    open.end(order.slice(20));
    expect(await answered).toBe(200);
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
    const store = await openStore(place);
    expect(await store.db.selectFrom('orders').select('number').execute()).toEqual([{ number: 'LATE' }]);
    await store.close();
    await place.remove();
  });
});

/** Waits until nobody listens there any more. */
async function refused(url: string): Promise<void> {
  for (;;) {
    const gone = await fetch(`${url}/healthz`).then(
      () => false,
      () => true,
    );
    if (gone) return;
  }
}

async function listen(server: Server): Promise<{ port: number; close(): void }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}

/** As much of PostgreSQL’s protocol as it takes to be asked for one’s version: https://www.postgresql.org/docs/current/protocol-message-formats.html */
function speakAsPostgres(version: string, number: string): (socket: Socket) => void {
  const message = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const int16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);
  const int32 = (value: number) => Buffer.concat([int16(0), int16(value)]);
  const text = (value: string) => Buffer.from(`${value}\0`);
  const ready = message('Z', Buffer.from('I'));
  const name = 'server_version_num';
  const answer = Buffer.concat([
    message('T', int16(1), text(name), int32(0), int16(0), int32(25), int16(-1), int32(0), int16(0)),
    message('D', int16(1), int32(number.length), Buffer.from(number)),
    message('C', text('SHOW')),
    ready,
  ]);
  return (socket) => {
    let started = false;
    socket.on('data', (bytes) => {
      if (!started) socket.write(Buffer.concat([message('R', int32(0)), message('S', text('server_version'), text(version)), ready]));
      else if (bytes[0] === 'Q'.charCodeAt(0)) socket.write(answer);
      else socket.end();
      started = true;
    });
    socket.on('error', () => {});
  };
}
