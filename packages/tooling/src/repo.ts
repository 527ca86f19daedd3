import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The top folder of the repository. */
export const root: string = resolve(import.meta.dirname, '../../..');

/** The condition in our exports maps that leads to the TypeScript sources instead of the built files. */
export const sourceCondition = 'aftercart-source';

export interface ExportTarget {
  [sourceCondition]?: string;
  types?: string;
  default?: string;
}

export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  scripts?: Record<string, string>;
  exports?: Record<string, string | ExportTarget>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export interface Package {
  name: string;
  /** Folder name below `packages/`. */
  id: string;
  dir: string;
  manifest: Manifest;
}

/** Every package that has sources, dependencies first. */
export function packages(): Package[] {
  const found = new Map<string, Package>();
  for (const id of readdirSync(join(root, 'packages')).sort()) {
    const dir = join(root, 'packages', id);
    if (!existsSync(join(dir, 'package.json')) || !existsSync(join(dir, 'src'))) continue;
    const manifest = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as Manifest;
    found.set(manifest.name, { name: manifest.name, id, dir, manifest });
  }
  const sorted: Package[] = [];
  const visit = (pkg: Package): void => {
    if (sorted.includes(pkg)) return;
    for (const name of Object.keys({ ...pkg.manifest.dependencies, ...pkg.manifest.devDependencies })) {
      const dependency = found.get(name);
      if (dependency) visit(dependency);
    }
    sorted.push(pkg);
  };
  found.forEach(visit);
  return sorted;
}

export function publishedPackages(): Package[] {
  return packages().filter((pkg) => !pkg.manifest.private);
}

export function packageById(id: string): Package {
  const pkg = packages().find((candidate) => candidate.id === id);
  if (!pkg) throw new Error(`There is no package packages/${id} with sources.`);
  return pkg;
}

/** The elements that a shop can place, by tag without its prefix: those with a single file of their own. */
export function elementNames(): string[] {
  return readdirSync(join(packageById('elements').dir, 'src/loader/single')).map((file) => basename(file, '.ts')).sort();
}

/** One version for all packages: the constants that bundles and test runners put in place of their names. */
export function buildConstants(): Record<string, string> {
  const core = JSON.parse(readFileSync(join(root, 'packages/core/package.json'), 'utf8')) as Manifest;
  return { __AFTERCART_VERSION__: JSON.stringify(core.version) };
}
