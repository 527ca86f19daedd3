import MagicString from 'magic-string';
import type { Plugin } from 'vite';

// Nobody reads anything from a module that exports nothing, such as those that register an element: there is no need for its namespace.
const empty = /^var (\w+) = \/\* @__PURE__ \*\/ __exportAll\(\{\}\);$/gm;
// What the table of the loader gives is awaited and nothing more.
const onlyAwaited = /(=> import\("[^"]+"\))\.then\(\(n\) => n\.\w+\)(?=,?$)/gm;
const namespace = /\/\* @__PURE__ \*\/ __exportAll\(\{([^}]*)\}\)/g;
const member = /([\w$]+): \(\) => ([\w$]+)/g;

const imported = /import \{ \w+ as __exportAll \} from "[^"]*rolldown-runtime[^"]*";/;
const declared = /var __exportAll = \(all, no_symbols\) => \{[\s\S]*?\n\};/;

/**
 * A lazily imported chunk that shares a module with another one needs a namespace object. The bundler's helper for that would be a file of
 * its own, and so one more request before the first element shows; a few getters need no helper.
 */
export function namespaces(): Plugin {
  return {
    name: 'aftercart:namespaces',
    renderChunk(code, chunk) {
      if (chunk.name === 'rolldown-runtime') return null;
      const changed = new MagicString(code);
      const names = [...code.matchAll(empty)].map(([, name = '']) => name);
      for (const name of names) changed.replace(new RegExp(`(?<=^export \\{.*?)(?:, ${name} as \\w+|\\b${name} as \\w+,?)`, 'm'), '');
      if (chunk.isEntry) changed.replace(onlyAwaited, '$1');
      changed.replace(empty, '').replace(namespace, (_, members: string) => `{${members.replace(member, 'get $1() { return $2; }')}}`);
      changed.replace(imported, '').replace(declared, '');
      if (/rolldown-runtime|__exportAll/.test(changed.toString())) this.error(`${chunk.fileName} needs a helper of the bundler.`);
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
