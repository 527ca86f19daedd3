import { readFileSync, readdirSync, writeFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const bundled = new Map<string, string>();

/** Collects the licences of the third-party code in the bundles, whose comments are stripped, in `third-party.txt`. */
export function licenses(outDir: string): Plugin {
  return {
    name: 'aftercart:licenses',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of file.moduleIds) remember(id);
      }
    },
    writeBundle() {
      const texts = [...bundled].sort(([a], [b]) => a.localeCompare(b)).map(([name, text]) => `${name}\n\n${text}`);
      mkdirSync(outDir, { recursive: true });
      writeFileSync(join(outDir, 'third-party.txt'), `${texts.join('\n\n----\n\n')}\n`);
    },
  };
}

function remember(moduleId: string): void {
  const at = moduleId.lastIndexOf('/node_modules/');
  if (at < 0) return;
  let dir = dirname(moduleId);
  while (!existsSync(join(dir, 'package.json')) || !named(dir)) {
    if (dir.length <= at) return;
    dir = dirname(dir);
  }
  const { name, license } = named(dir) ?? {};
  const file = readdirSync(dir).find((entry) => /^licen[cs]e/i.test(entry));
  bundled.set(`${name} (${license})`, file ? readFileSync(join(dir, file), 'utf8').trim() : '');
}

function named(dir: string): { name: string; license: string } | undefined {
  const manifest = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { name?: string; license?: string };
  return manifest.name ? { name: manifest.name, license: manifest.license ?? 'unknown' } : undefined;
}
