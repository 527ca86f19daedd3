import { minify as terser } from 'terser';
import type { Plugin } from 'vite';
import { internalNames } from './internal-names.ts';

/** Names that the bundler gives to what one chunk exports to another; an export that pages use has a longer one. */
const SHARED = /^\w{1,2}$/;
const IMPORTS = /^import \{([^}]*)\} from/gm;
const EXPORTS = /^export \{([^}]*)\}/gm;

const short = Object.fromEntries(internalNames.map((name, index) => [`$${name}`, `_${index.toString(36)}`]));
const isInternal = new RegExp(`^(${internalNames.join('|')})$`);

/**
 * Makes a chunk small, before the bundler’s own minifier writes it: terser folds more, and shortens the names of internal members and of
 * what chunks share. Both are the same in all files, so that the parts of a page that were built apart understand each other.
 *
 * @param options.internal Whether internal members get short names; not in adapters, where a name may be a field of some backend.
 */
export function minify({ internal }: { internal: boolean }): Plugin {
  return {
    name: 'aftercart:minify',
    enforce: 'post',
    async renderChunk(code) {
      const { code: smaller = '', map } = await terser(code, {
        module: true,
        toplevel: true,
        ecma: 2020,
        compress: { passes: 3 },
        mangle: { properties: internal && { regex: isInternal } },
        nameCache: { vars: { props: sharedNames(code) }, props: { props: { ...short } } },
        format: { comments: false },
        sourceMap: true,
      });
      return { code: smaller, map: map as string };
    },
  };
}

/** What a chunk takes from others and gives to them keeps one name throughout: `import{a}` instead of `import{a as b}`. */
function sharedNames(code: string): Record<string, string> {
  const names: Record<string, string> = {};
  const taken = new Set<string>();
  const keep = (local: string, shared: string): void => {
    if (!SHARED.test(shared) || taken.has(shared) || names[`$${local}`]) return;
    names[`$${local}`] = shared;
    taken.add(shared);
  };
  for (const [from = '', to = from] of specifiers(code, IMPORTS)) keep(to, from);
  for (const [from = '', to = from] of specifiers(code, EXPORTS)) keep(from, to);
  return names;
}

const specifiers = (code: string, statement: RegExp): string[][] =>
  [...code.matchAll(statement)].flatMap(([, list = '']) => list.split(',').map((part) => part.trim().split(' as ')));
