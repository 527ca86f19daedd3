/** A real WordPress of its own, in a temporary folder, with its own MariaDB behind a socket there and PHP’s own web server in front. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms, SOURCE } from './programs.ts';

export interface RunningWordpress {
  /** Without a slash at its end. */
  url: string;
  /** Opens the way to fill it. */
  secret: string;
  /** WordPress, PHP and MariaDB, for people. */
  versions: string;
  stop(): Promise<void>;
}

/** @throws Error when a program is missing or does not start; then everything is cleaned up. */
export async function startWordpress(): Promise<RunningWordpress> {
  const programs = await ensurePrograms();
  const dir = mkdtempSync(join(tmpdir(), 'aftercart-wordpress-'));
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of children.reverse()) await end(child);
    rmSync(dir, { recursive: true, force: true });
  };
  const begin = async (command: string, args: readonly string[], isReady: string, env: NodeJS.ProcessEnv = {}) => {
    const child = spawn(command, args, { cwd: dir, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    children.push(child);
    await ready(child, isReady);
  };
  try {
    const [root, data, socket] = [join(dir, 'wordpress'), join(dir, 'data'), join(dir, 'mysql.sock')];
    const user = `--user=${userInfo().username}`;
    run(programs.makeDatabase, ['--no-defaults', `--datadir=${data}`, user, '--auth-root-authentication-method=normal', '--skip-test-db']);
    await begin(programs.mariadbd, ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, user, '--skip-networking', '--innodb-flush-log-at-trx-commit=0'], 'ready for connections');
    run(programs.php, ['-r', `(new mysqli('localhost', 'root', '', '', 0, '${socket}'))->query('create database wordpress character set utf8mb4') or exit(1);`]);

    const [port, secret] = [await freePort(), randomBytes(24).toString('hex')];
    const url = `http://127.0.0.1:${port}`;
    // Debian’s packages link to each other; the copy must not.
    cpSync(SOURCE, root, { recursive: true, dereference: true, filter: (file) => !file.endsWith('wp-config.php') });
    writeFileSync(join(root, 'wp-config.php'), configOf(url, socket, secret));
    mkdirSync(join(root, 'wp-content/mu-plugins'), { recursive: true });
    cpSync(join(import.meta.dirname, 'plugin.php'), join(root, 'wp-content/mu-plugins/questions.php'));
    run(programs.php, [join(import.meta.dirname, 'install.php'), root]);
    await begin(programs.php, ['-d', 'display_errors=stderr', '-S', `127.0.0.1:${port}`, '-t', root], 'Development Server', { PHP_CLI_SERVER_WORKERS: '4' });
    const version = run(programs.php, ['-r', `require '${root}/wp-includes/version.php'; echo "WordPress $wp_version, PHP ", PHP_VERSION, ', ';`]);
    const database = /([\d.]+)-MariaDB/.exec(run(programs.mariadbd, ['--version']))?.[1] ?? '';
    return { url, secret, versions: `${version}MariaDB ${database}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const configOf = (url: string, socket: string, secret: string) => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}');
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('AFTERCART_PROOF_SECRET', '${secret}');
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? (stderr || stdout).trim().slice(-2_000)}`);
  return stdout;
}

function ready(child: ChildProcess, sign: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      told = (told + chunk.toString()).slice(-4_000);
      if (told.includes(sign)) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${told}`)));
  });
}

/** Ends a program and those that it started, which are a group of their own. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
