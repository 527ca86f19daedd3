import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { publishedPackages, root, type Package } from '../repo.ts';
import { run } from '../run.ts';
import type { Gate } from './gate.ts';

/** Each package as it would be published: every entry resolves, its types too. */
export const exports: Gate = {
  name: 'exports',
  async check() {
    const problems: string[] = [];
    for (const pkg of publishedPackages()) problems.push(...(await packed(pkg)));
    return { problems };
  },
};

async function packed(pkg: Package): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'aftercart-pack-'));
  try {
    const { code, output } = await run('pnpm', ['pack', '--pack-destination', dir], { cwd: pkg.dir });
    const [file] = readdirSync(dir);
    if (code !== 0 || !file) return [`${pkg.name} can't be packed:\n${output}`];
    return [...(await publintProblems(pkg, join(dir, file))), ...(await typesProblems(pkg, join(dir, file)))];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function publintProblems(pkg: Package, tarball: string): Promise<string[]> {
  const bytes = new Uint8Array(readFileSync(tarball)).buffer;
  const { messages, pkg: manifest } = await publint({ pack: { tarball: bytes }, strict: true });
  return messages.map((message) => `${pkg.name}: ${formatMessage(message, manifest, { color: false }) ?? message.code}`);
}

async function typesProblems(pkg: Package, tarball: string): Promise<string[]> {
  // Entries that are not code have no types.
  const plain = Object.keys(pkg.manifest.exports ?? {}).filter((entry) => /\.(css|json)$/.test(entry));
  const args = [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color'];
  const { code, output } = await run(join(root, 'packages/tooling/node_modules/.bin/attw'), [
    ...args,
    ...(plain.length > 0 ? ['--exclude-entrypoints', ...plain.map((entry) => entry.replace('./', ''))] : []),
  ]);
  return code === 0 ? [] : [`${pkg.name}: ${output.trim()}`];
}
