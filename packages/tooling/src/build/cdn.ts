import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { buildConstants, packageById, sourceCondition, type Package } from '../repo.ts';
import { adapterFiles, builtAdapters, type AdapterFiles } from './adapters.ts';
import { laterChunk, loaderChunks, loadersLaterChunk } from './chunks.ts';
import { directImports } from './direct-imports.ts';
import { writeIntegrity } from './integrity.ts';
import { licenses } from './licenses.ts';
import { minify } from './minify.ts';
import { minifyTemplates } from './minify-templates.ts';
import { inlineNamespaceHelper } from './namespace-helper.ts';
import { shortProperties } from './short-properties.ts';

type Output = Rolldown.OutputOptions;

/** What is loaded at once stays together, also where a lazy part uses it, too. */
const oneFile = (): Output => ({ codeSplitting: { groups: [{ name: 'first-load', tags: ['$initial'] }, laterChunk()] } });

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
    build(config(pkg, outDir, { [name]: file }, { entryFileNames: '[name].js', ...output }, [builtAdapters(adapters), shortProperties(join(pkg.dir, 'src')), minify({ internal: true })]));
  await bundle('aftercart', join(source, 'loader.ts'), { codeSplitting: { groups: [loaderChunks(), loadersLaterChunk()] } });
  await bundle('aftercart.all', join(source, 'all.ts'), oneFile());
  for (const file of readdirSync(join(source, 'single')).sort()) {
    await bundle(basename(file, '.ts'), join(source, 'single', file), oneFile());
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
    const built = await build(config(pkg, outDir, { [id]: entry }, { entryFileNames: 'chunks/[name]-[hash:7].js' }, [minify({ internal: false })]));
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
      // Beside the files, but not named in them: the name alone is 35 bytes in each file that a page loads.
      sourcemap: 'hidden',
      reportCompressedSize: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        // A facade chunk before each entry would be one more request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          // Names are short already, and the same across files.
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
          comments: false,
          postBanner: (chunk) => (chunk.isEntry && !chunk.fileName.startsWith('chunks/') ? `/* Aftercart ${pkg.manifest.version}, MIT; third-party.txt */` : ''),
          chunkFileNames: (chunk) => `chunks/${chunkName(chunk)}-${isLanguage(chunk) ? languages(pkg) : '[hash:7]'}.js`,
          ...output,
        },
      },
    },
  };
}

const isLanguage = ({ facadeModuleId }: { facadeModuleId?: string | null }): boolean => /\/elements\/src\/locales\/\w+\.ts$/.test(facadeModuleId ?? '');

/** One hash for all languages, of their sources: every page names the files of all of them, and no two hashes compress. */
function languages(pkg: Package): string {
  const hash = createHash('sha256');
  for (const file of globSync('**/locales/*.ts', { cwd: join(pkg.dir, 'src') }).sort()) hash.update(readFileSync(join(pkg.dir, 'src', file)));
  return hash.digest('base64url').slice(0, 7);
}

/** `points-badge.panel`, `points-badge.el`, `adapter-memory`: names that tell a network panel's reader what was loaded. */
function chunkName({ name, facadeModuleId }: { name: string; facadeModuleId?: string | null }): string {
  const [, pkg, path] = /packages\/([^/]+)\/src\/(.+)\.ts$/.exec(facadeModuleId ?? '') ?? [];
  if (!pkg || !path) return name;
  if (pkg === 'core') return basename(path);
  if (pkg !== 'elements') return path === 'index' ? pkg : `${pkg}.${path.replaceAll('/', '.')}`;
  const [folder = '', ...rest] = path.split('/').filter((part) => part !== 'locales' && part !== 'define');
  return [folder, ...rest.filter((part) => part !== folder)].join('.');
}
