/** The programs that a WordPress needs, installed where Debian’s packages can be. */
import { existsSync } from 'node:fs';
import { aptGet } from '../../../../tooling/src/apt.ts';
import { findCommand } from '../../../../tooling/src/browsers/find.ts';

export const SOURCE = '/usr/share/wordpress';
const SBIN = '/usr/sbin/mariadbd';
// None of them starts a service: the server and the database of the proof are its own.
const PACKAGES = ['wordpress', 'mariadb-server-core', 'micro-httpd', 'php-cli', 'php-mysql'];
const ADVICE = `The proof needs Debian's WordPress, MariaDB and PHP: apt-get install ${PACKAGES.join(' ')}`;

export interface Programs {
  php: string;
  mariadbd: string;
  makeDatabase: string;
}

function find(): Programs | undefined {
  const [php, makeDatabase] = ['php', 'mariadb-install-db'].map(findCommand);
  const mariadbd = findCommand('mariadbd') ?? (existsSync(SBIN) ? SBIN : undefined);
  return php && mariadbd && makeDatabase && existsSync(SOURCE) ? { php, mariadbd, makeDatabase } : undefined;
}

/** @throws Error in one line when they can’t be had. */
export async function ensurePrograms(): Promise<Programs> {
  const found = find();
  if (found) return found;
  const apt = await aptGet();
  if (apt) {
    console.log(`Installing ${PACKAGES.join(', ')} with apt-get …`);
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', ...PACKAGES);
  }
  const installed = find();
  if (!installed) throw new Error(ADVICE);
  return installed;
}
