import { isAbsolute, join } from 'node:path';
import { build } from 'vite';
import { buildConstants, sourceCondition, type Package } from '../repo.ts';
import { run } from '../run.ts';

/** `dist/`: one ES module per source module, so that bundlers of shops shake and split as they like, and the types. */
export async function buildLibrary(pkg: Package): Promise<void> {
  await build({
    configFile: false,
    root: pkg.dir,
    logLevel: 'warn',
    define: buildConstants(),
    build: {
      target: 'es2022',
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      lib: { entry: entries(pkg), formats: ['es'] },
      rolldownOptions: {
        // Everything that is not a file of this package is one of its dependencies.
        external: (id) => !id.startsWith('.') && !isAbsolute(id),
        output: { preserveModules: true, preserveModulesRoot: join(pkg.dir, 'src'), entryFileNames: '[name].js' },
      },
    },
  });
  await emitTypes(pkg);
}

/** The exports map is the one list of entry points. */
function entries(pkg: Package): string[] {
  return Object.values(pkg.manifest.exports ?? {}).flatMap((target) => {
    const source = typeof target === 'string' ? undefined : target[sourceCondition];
    return source ? [join(pkg.dir, source)] : [];
  });
}

async function emitTypes(pkg: Package): Promise<void> {
  const { code, output } = await run(
    'tsc',
    // The packages it imports were built before: their declarations are read, not their sources.
    ['--project', pkg.dir, '--customConditions', 'null', '--noEmit', 'false', '--declaration', '--emitDeclarationOnly']
      .concat('--outDir', join(pkg.dir, 'dist')),
  );
  if (code !== 0) throw new Error(`${pkg.name}: types failed\n${output}`);
}
