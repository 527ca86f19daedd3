import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageById, publishedPackages } from '../repo.ts';
import { buildAll } from './all.ts';

/** Builds unless the last build is newer than every source of what is built. */
export async function buildIfNeeded(): Promise<void> {
  // The last file that a build of the elements writes.
  const built = join(packageById('elements').dir, 'dist/cdn/integrity.json');
  const newest = Math.max(...publishedPackages().map(({ dir }) => newestIn(join(dir, 'src'))));
  if (!existsSync(built) || statSync(built).mtimeMs < newest) await buildAll();
}

function newestIn(dir: string): number {
  const files = readdirSync(dir, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}
