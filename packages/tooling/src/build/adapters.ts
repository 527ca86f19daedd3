import MagicString from 'magic-string';
import type { Plugin, Rolldown } from 'vite';
import { importPath } from './file-names.ts';

/** The adapters that a script tag can name, by package, and the file that each was built to. */
export type AdapterFiles = ReadonlyMap<string, string>;

/** The files that a build of adapters wrote. */
export function adapterFiles({ output }: Rolldown.RolldownOutput): AdapterFiles {
  const entries = output.filter((file) => file.type === 'chunk').filter((chunk) => chunk.isEntry);
  return new Map(entries.map((chunk) => [`@aftercart/${chunk.name}`, chunk.fileName]));
}

const scheme = 'aftercart-chunk:';
const named = /aftercart-chunk:([\w./-]+)/g;

/**
 * Points lazy imports of adapters at those files. An adapter shares no module with the elements (errors are recognised by
 * brand), so all bundles use one copy of it, and none of them is loaded a second time for its sake.
 */
export function builtAdapters(files: AdapterFiles): Plugin {
  return {
    name: 'aftercart:built-adapters',
    enforce: 'pre',
    resolveId(id) {
      const file = files.get(id);
      return file ? { id: scheme + file, external: true } : null;
    },
    renderChunk(code, chunk) {
      if (!code.includes(scheme)) return null;
      const changed = new MagicString(code).replace(named, (_, file: string) => importPath(chunk.fileName, file));
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
  };
}
