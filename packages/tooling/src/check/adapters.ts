import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { buildConstants, publishedPackages, sourceCondition, type Package } from '../repo.ts';
import { gzip } from './bundle.ts';
import type { Gate } from './gate.ts';

/** Bytes, gzip: what a page loads at once for one adapter. */
const LIMIT = 10_000;
/** What an adapter must not bring into the page. */
const FORBIDDEN = /\/(?:packages\/(?:core|elements)\/|node_modules\/(?:@lit|lit|lit-html|@lit-labs|lit-element|zod|nanostores)\/)/;

const isForPages = ({ id }: Package): boolean => id.startsWith('adapter-') && id !== 'adapter-kit';

/** Every adapter as a bundler of a shop would take it: not too heavy, and alone. */
export const adapters: Gate = {
  name: 'adapters',
  async check() {
    const problems: string[] = [];
    const sizes: string[] = [];
    for (const pkg of publishedPackages().filter(isForPages)) {
      const chunks = await bundled(pkg);
      const first = firstLoad(chunks);
      const bytes = first.reduce((sum, { code }) => sum + gzip(Buffer.from(code)).length, 0);
      sizes.push(`  ${pkg.id.padEnd(44)}${String(bytes).padStart(7)} of ${String(LIMIT).padStart(6)}`);
      if (bytes > LIMIT) problems.push(`${pkg.name}: ${bytes - LIMIT} bytes too many.`);
      const strangers = new Set(chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => FORBIDDEN.test(id)));
      for (const id of strangers) problems.push(`${pkg.name} brings ${id} into the page.`);
    }
    return { problems, note: sizes.join('\n') };
  },
};

async function bundled(pkg: Package): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    configFile: false,
    root: pkg.dir,
    logLevel: 'warn',
    define: buildConstants(),
    resolve: { conditions: [sourceCondition, 'module', 'browser', 'import', 'default'] },
    build: { write: false, target: 'es2022', minify: true, lib: { entry: join(pkg.dir, 'src/index.ts'), formats: ['es'], fileName: 'index' } },
  });
  const [output] = [built].flat();
  return output && 'output' in output ? output.output.filter((file) => file.type === 'chunk') : [];
}

/** The entry and all that it imports statically. */
function firstLoad(chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const seen = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of seen) for (const name of imports) for (const chunk of chunks) if (chunk.fileName === name) seen.add(chunk);
  return [...seen];
}
