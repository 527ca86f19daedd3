import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../generate.ts';
import { analyze } from '../manifest/analyze.ts';
import { writeEditorData } from '../manifest/editors.ts';
import { publishedPackages, type Package } from '../repo.ts';
import { buildCdn } from './cdn.ts';
import { buildLibrary } from './library.ts';

/** Builds every package that is published, dependencies first. */
export async function buildAll(): Promise<void> {
  const all = publishedPackages();
  for (const pkg of all) rmSync(join(pkg.dir, 'dist'), { recursive: true, force: true });
  if (!(await generate({ force: true }))) throw new Error('Sources could not be generated.');
  for (const pkg of all) {
    await buildLibrary(pkg);
    if (pkg.id === 'elements') await buildElementsExtras(pkg);
    console.log(`built ${pkg.name}`);
  }
}

async function buildElementsExtras(pkg: Package): Promise<void> {
  // The loader is for the static files only.
  rmSync(join(pkg.dir, 'dist/loader'), { recursive: true, force: true });
  const themes = join(pkg.dir, 'src/themes');
  if (existsSync(themes)) {
    cpSync(themes, join(pkg.dir, 'dist/themes'), { recursive: true, filter: (file) => !file.endsWith('.ts') });
  }
  writeEditorData(pkg, await analyze(pkg));
  await buildCdn(pkg);
}
