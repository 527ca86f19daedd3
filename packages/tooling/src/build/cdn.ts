import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { buildConstants, packageById, sourceCondition, type Package } from '../repo.ts';
import { adapterFiles, builtAdapters, type AdapterFiles } from './adapters.ts';
import { loaderChunks } from './chunks.ts';
import { directImports } from './direct-imports.ts';
import { writeIntegrity } from './integrity.ts';
import { licenses } from './licenses.ts';
import { minifyTemplates } from './minify-templates.ts';
import { inlineNamespaceHelper } from './namespace-helper.ts';

type Output = Rolldown.OutputOptions;

/** What is loaded at once stays together, also where a lazy part uses it, too. */
const oneFile: Output = { codeSplitting: { groups: [{ name: 'first-load', tags: ['$initial'] }] } };

/**
 * The static files for script tags, `dist/cdn/`: the adapters, the loader with its chunks, all elements in one file, and
 * one file per element.
 */
export async function buildCdn(pkg: Package): Promise<void> {
  const source = join(pkg.dir, 'src/loader');
  const outDir = join(pkg.dir, 'dist/cdn');
  rmSync(outDir, { recursive: true, force: true });

  const adapters = await bundleAdapters(pkg, outDir);
  const bundle = (name: string, file: string, output?: Output): Promise<unknown> =>
    build(config(pkg, outDir, { [name]: file }, { entryFileNames: '[name].js', ...output }, [builtAdapters(adapters)]));
  await bundle('aftercart', join(source, 'loader.ts'), { codeSplitting: { groups: [loaderChunks()] } });
  await bundle('aftercart.all', join(source, 'all.ts'), oneFile);
  for (const file of readdirSync(join(source, 'single')).sort()) {
    await bundle(basename(file, '.ts'), join(source, 'single', file), oneFile);
  }

  const themes = join(pkg.dir, 'src/themes');
  if (existsSync(themes)) {
    cpSync(themes, join(outDir, 'themes'), { recursive: true, filter: (file) => !file.endsWith('.ts') });
  }
  // `aftercart.css` keeps the room of elements whose code is not there yet.
  for (const sheet of readdirSync(source).filter((file) => file.endsWith('.css'))) cpSync(join(source, sheet), join(outDir, sheet));
  writeIntegrity(outDir);
}

/** Each by itself: two adapters are hardly ever on one page, and what they share is small. */
async function bundleAdapters(pkg: Package, outDir: string): Promise<AdapterFiles> {
  const files = new Map<string, string>();
  for (const name of Object.keys(pkg.manifest.devDependencies ?? {})) {
    const [, id] = /^@aftercart\/(adapter-.+)$/.exec(name) ?? [];
    if (!id) continue;
    const entry = join(packageById(id).dir, 'src/index.ts');
    const built = await build(config(pkg, outDir, { [id]: entry }, { entryFileNames: 'chunks/[name]-[hash].js' }, []));
    const [output] = [built].flat();
    if (output && 'output' in output) for (const [from, to] of adapterFiles(output)) files.set(from, to);
  }
  return files;
}

function config(pkg: Package, outDir: string, entry: Record<string, string>, output: Output, plugins: Plugin[]): InlineConfig {
  return {
    configFile: false,
    root: pkg.dir,
    logLevel: 'warn',
    // A page has no `process`; the bundler leaves it in, as it is told to build a library.
    define: { ...buildConstants(), 'process.env.NODE_ENV': '"production"' },
    // Sources of our own packages, production builds of others.
    resolve: { conditions: [sourceCondition, 'module', 'browser', 'production'] },
    plugins: [...plugins, directImports(), minifyTemplates(), inlineNamespaceHelper(), licenses(outDir)],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      reportCompressedSize: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        // A facade chunk before each entry would be one more request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
          comments: false,
          postBanner: (chunk) => (chunk.isEntry ? `/* Aftercart ${pkg.manifest.version}, MIT; third-party.txt */` : ''),
          chunkFileNames: (chunk) => `chunks/${chunkName(chunk)}-[hash].js`,
          ...output,
        },
      },
    },
  };
}

/** `points-badge.panel`, `points-badge.el`, `adapter-memory`: names that tell a network panel's reader what was loaded. */
function chunkName({ name, facadeModuleId }: { name: string; facadeModuleId?: string | null }): string {
  const [, pkg, path] = /packages\/([^/]+)\/src\/(.+)\.ts$/.exec(facadeModuleId ?? '') ?? [];
  if (!pkg || !path) return name;
  if (pkg !== 'elements') return path === 'index' ? pkg : `${pkg}.${path.replaceAll('/', '.')}`;
  const [folder = '', ...rest] = path.split('/').filter((part) => part !== 'locales' && part !== 'define');
  return [folder, ...rest.filter((part) => part !== folder)].join('.');
}
