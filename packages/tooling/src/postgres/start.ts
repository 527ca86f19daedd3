import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePostgres } from './find.ts';

export interface RunningPostgres {
  /** Of its first database; replace the path for another. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, on a free port of the loopback address.
 *
 * @param durable Whether a commit waits for the disk. Tests need not; benchmarks must.
 */
export async function startPostgres({ durable }: { durable: boolean }): Promise<RunningPostgres> {
  const bin = await ensurePostgres();
  const dir = mkdtempSync(join(tmpdir(), 'aftercart-postgres-'));
  const as = unprivileged();
  if (as.uid !== undefined) {
    chmodSync(dir, 0o700);
    chownSync(dir, as.uid, as.gid!);
  }
  const data = join(dir, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'aftercart', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], { ...as, cwd: dir });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr?.toString() || made.error?.message}`);
  const port = await freePort();
  const settings = [`listen_addresses=127.0.0.1`, `unix_socket_directories=`, `max_connections=300`, ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])];
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], { ...as, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] });
  await ready(server);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return {
    url: `postgres://aftercart@127.0.0.1:${port}/postgres`,
    async stop() {
      // Fast shutdown: connections that are still open are ended.
      server.kill('SIGINT');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): Pick<SpawnOptions, 'uid' | 'gid'> {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name]).stdout.toString().trim() || NaN));
    if (uid && gid) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user `postgres` or `nobody` to run it as.');
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    server.stderr!.on('data', (chunk: Buffer) => {
      told = (told + chunk.toString()).slice(-4000);
      if (told.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${told}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
