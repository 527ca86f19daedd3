import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `integrity.json`: the hash of every script and style sheet of a folder, for `<script integrity>` and the loader's chunks. */
export function writeIntegrity(dir: string): void {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(js|css)$/.test(file))
    .sort();
  const hashes = files.map((file) => {
    const hash = createHash('sha384').update(readFileSync(join(dir, file))).digest('base64');
    return [file, `sha384-${hash}`];
  });
  writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}
