import MagicString from 'magic-string';
import type { Plugin } from 'vite';

// Own words for the bundler's helper, which has a `for…in` (not safe in pages that extend Object.prototype).
const helper = `const $1 = (getters) => {
  const module = {};
  Object.keys(getters).forEach((name) => Object.defineProperty(module, name, { get: getters[name], enumerable: true }));
  return module;
};`;

// Nobody reads anything from a module that exports nothing, such as those that register an element: there is no need for its namespace.
const empty = /^var (\w+) = \/\* @__PURE__ \*\/ __exportAll\(\{\}\);$/gm;
// What the table of the loader gives is awaited and nothing more.
const onlyAwaited = /(=> import\("[^"]+"\))\.then\(\(n\) => n\.\w+\)(?=,?$)/gm;
const used = /= \/\* @__PURE__ \*\/ __exportAll\(/;

const imported = /import \{ \w+ as (__exportAll) \} from "[^"]*rolldown-runtime[^"]*";/;
const declared = /var (__exportAll) = \(all, no_symbols\) => \{[\s\S]*?\n\};/;

/**
 * A lazily imported chunk that shares a module with another one needs a namespace object. The bundler's helper for that
 * would be a file of its own, and so one more request before the first element shows: put it where it is used.
 */
export function inlineNamespaceHelper(): Plugin {
  return {
    name: 'aftercart:inline-namespace-helper',
    renderChunk(code, chunk) {
      if (chunk.name === 'rolldown-runtime') return null;
      const changed = new MagicString(code);
      const isUsed = used.test(code.replace(empty, ''));
      const names = [...code.matchAll(empty)].map(([, name = '']) => name);
      for (const name of names) changed.replace(new RegExp(`(?<=^export \\{.*?)(?:, ${name} as \\w+|\\b${name} as \\w+,?)`, 'm'), '');
      if (chunk.isEntry) changed.replace(onlyAwaited, '$1');
      changed.replace(empty, '').replace(imported, isUsed ? helper : '').replace(declared, isUsed ? helper : '');
      if (code.includes('rolldown-runtime') && changed.toString().includes('rolldown-runtime')) {
        this.error(`${chunk.fileName} needs a helper of the bundler other than __exportAll.`);
      }
      if (!changed.hasChanged()) return null;
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
    generateBundle(_options, bundle) {
      for (const [file, { type, name }] of Object.entries(bundle)) {
        if (type === 'chunk' && name === 'rolldown-runtime') delete bundle[file];
      }
    },
  };
}
