import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packages, type Package } from './repo.ts';
import { run } from './run.ts';

/**
 * Runs the `generate` script of every package that has one (sources made from other sources), where the result is older
 * than what it is made from or missing.
 */
export async function generate(options: { force?: boolean } = {}): Promise<boolean> {
  for (const pkg of packages()) {
    const script = pkg.manifest.scripts?.['generate'];
    if (!script || (!options.force && isFresh(pkg))) continue;
    const [command = 'node', ...args] = script.split(' ');
    const { code, output } = await run(command, args, { cwd: pkg.dir });
    if (code !== 0) {
      console.error(`${pkg.name}: generate failed\n${output}`);
      return false;
    }
  }
  return true;
}

function isFresh(pkg: Package): boolean {
  const generated = times(join(pkg.dir, 'src/generated'));
  const sources = [...times(join(pkg.dir, 'src'), 'generated'), ...times(join(pkg.dir, 'scripts'))];
  return generated.length > 0 && Math.max(...sources) < Math.min(...generated);
}

function times(dir: string, without?: string): number[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !(without && entry.parentPath.includes(join(dir, without))))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
}
