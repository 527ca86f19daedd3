import { globSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Private custom properties; those with a number for a name are as short as can be. */
const PRIVATE = /--_[a-z][\w-]*/g;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Gives private custom properties (`--_surface`) a letter each. Files that are loaded into one page agree on it: the letters follow from all
 * sources of the package.
 */
export function shortProperties(source: string): Plugin {
  const files = globSync('**/*.ts', { cwd: source }).sort();
  const names = new Set(files.flatMap((file) => readFileSync(`${source}/${file}`, 'utf8').match(PRIVATE) ?? []));
  const short = new Map([...names].sort().map((name, index) => [name, `--_${LETTERS[index]}`]));
  if (short.size > LETTERS.length) throw new Error(`${short.size} private custom properties are more than there are letters.`);
  return {
    name: 'aftercart:short-properties',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(source)) return null;
      const shorter = code.replaceAll(PRIVATE, (name) => short.get(name) ?? name);
      return shorter === code ? null : { code: shorter, map: null };
    },
  };
}
