import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { buildConstants, elementNames, packageById, sourceCondition, type Package } from '../repo.ts';
import { adapterFiles, builtAdapters, type AdapterFiles } from './adapters.ts';
import { laterChunk, loaderChunks, loadersLaterChunk } from './chunks.ts';
import { directImports } from './direct-imports.ts';
import { chunkFile, chunkFolder } from './file-names.ts';
import { writeIntegrity } from './integrity.ts';
import { licenses } from './licenses.ts';
import { minify } from './minify.ts';
import { minifyTemplates } from './minify-templates.ts';
import { namespaces } from './namespaces.ts';
import { shortProperties } from './short-properties.ts';

type Output = Rolldown.OutputOptions;

/**
 * Tells V8 that nearly every function of a file runs as soon as the file is there, so that it compiles them together and off the main
 * thread, not each when it is first called (https://v8.dev/blog/explicit-compile-hints). Other engines read a comment.
 */
const COMPILE_NOW = '//# allFunctionsCalledOnLoad';
const loadedAtOnce = new Set(['runtime', 'aftercart.all', ...elementNames()]);

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

  const folder = chunkFolder();
  const adapters = await bundleAdapters(pkg, outDir, folder);
  const bundle = (name: string, file: string, output?: Output): Promise<unknown> =>
    build(
      config(
        pkg,
        outDir,
        { [name]: file },
        { entryFileNames: '[name].js', chunkFileNames: (chunk) => chunkFile(folder, name, chunk), ...output },
        [builtAdapters(adapters), shortProperties(join(pkg.dir, 'src')), minify({ internal: true })],
      ),
    );
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
async function bundleAdapters(pkg: Package, outDir: string, folder: string): Promise<AdapterFiles> {
  const files = new Map<string, string>();
  for (const name of Object.keys(pkg.manifest.devDependencies ?? {})) {
    const [, id] = /^@aftercart\/(adapter-.+)$/.exec(name) ?? [];
    if (!id) continue;
    const entry = join(packageById(id).dir, 'src/index.ts');
    const names: Output = { entryFileNames: `${folder}/[name].js`, chunkFileNames: (chunk) => chunkFile(folder, 'aftercart', chunk) };
    const built = await build(config(pkg, outDir, { [id]: entry }, names, [minify({ internal: false })]));
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
    plugins: [...plugins, directImports(), minifyTemplates(), namespaces(), licenses(outDir)],
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
          postBanner: ({ name, isEntry, fileName }) => {
            const isFile = isEntry && !fileName.startsWith('chunks/');
            const hints = loadedAtOnce.has(name) ? [COMPILE_NOW] : [];
            return [...hints, ...(isFile ? [`/* Aftercart ${pkg.manifest.version}, MIT; third-party.txt */`] : [])].join('\n');
          },
          ...output,
        },
      },
    },
  };
}
