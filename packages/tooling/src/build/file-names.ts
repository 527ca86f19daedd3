/** How the static files beside the entries are called: `chunks/<hash>/points-badge.points-panel.js`. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { packages, root } from '../repo.ts';

/**
 * The folder of all chunks of one release, named by a hash of everything that they are made of. One hash serves for all: files name each other, so that
 * a change in what all share would change every name anyway, and two hashes do not compress.
 */
export function chunkFolder(): string {
  const hash = createHash('sha256');
  for (const { dir } of packages()) for (const file of sources(join(dir, 'src'))) hash.update(readFileSync(file));
  hash.update(readFileSync(join(root, 'pnpm-lock.yaml')));
  return `chunks/${hash.digest('base64url').replace(/\W|_/g, '').slice(0, 7)}`;
}

const sources = (dir: string): string[] =>
  globSync('**/*.{ts,css,json}', { cwd: dir })
    .filter((file) => !/\.test\.ts$|(^|\/)test\//.test(file))
    .sort()
    .map((file) => join(dir, file));

interface Chunk {
  name: string;
  facadeModuleId?: string | null;
}

/**
 * The file of a chunk. Words of a language are the same in all bundles and lie beside the adapters; what a bundle has for itself
 * lies in a folder of its own, but for the loader’s.
 */
export function chunkFile(folder: string, bundle: string, chunk: Chunk): string {
  const own = bundle === 'aftercart' || isLanguage(chunk) ? folder : `${folder}/${bundle.replace(/^aftercart\./, '')}`;
  return `${own}/${chunkName(chunk)}.js`;
}

/** How one file names another that it imports. */
export function importPath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

const isLanguage = ({ facadeModuleId }: Chunk): boolean => /\/elements\/src\/locales\/\w+\.ts$/.test(facadeModuleId ?? '');

/** `points-badge.panel`, `points-badge.el`, `adapter-memory`: names that tell a network panel’s reader what was loaded. */
function chunkName({ name, facadeModuleId }: Chunk): string {
  const [, pkg, path] = /packages\/([^/]+)\/src\/(.+)\.ts$/.exec(facadeModuleId ?? '') ?? [];
  if (!pkg || !path) return name;
  if (pkg === 'core') return basename(path);
  if (pkg !== 'elements') return path === 'index' ? pkg : `${pkg}.${path.replaceAll('/', '.')}`;
  const [folder = '', ...rest] = path.split('/').filter((part) => part !== 'locales' && part !== 'define');
  return [folder, ...rest.filter((part) => part !== folder)].join('.');
}
