import { basename } from 'node:path';
import MagicString from 'magic-string';
import type { Plugin, Rolldown } from 'vite';

/** The adapters that a script tag can name, by package, and the name of the file in `chunks/` that each was built to. */
export type AdapterFiles = ReadonlyMap<string, string>;

/** The files that a build of adapters wrote. */
export function adapterFiles({ output }: Rolldown.RolldownOutput): AdapterFiles {
  const entries = output.filter((file) => file.type === 'chunk').filter((chunk) => chunk.isEntry);
  return new Map(entries.map((chunk) => [`@aftercart/${chunk.name}`, basename(chunk.fileName)]));
}

const scheme = 'aftercart-chunk:';

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
      const from = chunk.fileName.startsWith('chunks/') ? './' : './chunks/';
      const changed = new MagicString(code).replaceAll(scheme, from);
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
  };
}
