import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aptGet } from '../apt.ts';
import { findCommand } from '../browsers/find.ts';

const debian = '/usr/lib/postgresql';
const advice = 'PostgreSQL is needed for the tests and none could be installed: install it (`apt-get install postgresql`, `brew install postgresql`) so that `initdb` can be found.';

/** The folder of PostgreSQL’s programs: that of `initdb` on the PATH, or Debian’s newest, installed when there is none. */
export async function ensurePostgres(): Promise<string> {
  const found = find();
  if (found) return found;
  const apt = await aptGet();
  if (apt) {
    console.log('Installing postgresql with apt-get …');
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', 'postgresql');
  }
  const installed = find();
  if (!installed) throw new Error(advice);
  return installed;
}

function find(): string | undefined {
  const command = findCommand('initdb');
  if (command) return dirname(command);
  if (!existsSync(debian)) return undefined;
  const versions = readdirSync(debian).filter((version) => existsSync(join(debian, version, 'bin/initdb')));
  const [newest] = versions.sort((a, b) => Number(b) - Number(a));
  return newest && join(debian, newest, 'bin');
}
