import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sourceDir, templateFiles } from './new-element/files.ts';
import { registrations } from './new-element/register.ts';
import { root } from './repo.ts';

const [name = ''] = process.argv.slice(2).filter((arg) => arg !== '--');

const problem = problemWith(name);
if (problem) {
  console.error(problem);
  process.exit(1);
}
// All of it is made before any of it is written.
const files = new Map([...templateFiles(name), ...registrations(root, name)]);
for (const [path, content] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
// The tables of its page and its names in the record of the public API.
const { manifest } = await import('./check/manifest.ts');
await manifest.check({ write: true });

console.log(`<aftercart-${name}> is in ${sourceDir}/${name}, with a page in docs/elements, and registered.

Next: make it what it should be, from ${name}.ts on, then
  pnpm test --only web --browser chromium --files '${sourceDir}/${name}/*.test.ts'
  pnpm check --write`);

function problemWith(name: string): string | undefined {
  if (!name || name.startsWith('--')) return 'pnpm new:element <name>: give the tag without its prefix, such as gift-note.';
  if (name.startsWith('aftercart')) return `${name}: leave the prefix out; the tag will be aftercart-<name>.`;
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name)) return `${name}: a name is lower-case words with hyphens between them, such as gift-note.`;
  if (existsSync(join(root, sourceDir, name))) return `${name}: ${sourceDir}/${name} exists already.`;
  return undefined;
}
