import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { packages } from '../repo.ts';

const RE_EXPORT = /^export (?:\{([^}]*)\}|(\*)) from '(\.[^']+)';/gm;
const DECLARATION = /^export (?:abstract )?(?:async )?(?:const|let|function|class) (\w+)/gm;
const IMPORT = /\b(import|export) \{([^}]*)\} from '(@aftercart\/[\w-]+)';/g;

/**
 * Lets a module import from the file that a name comes from instead of from the entry of its package. Otherwise every element
 * would seem to use all that an entry exports, and the first element of a page would bring the guards of all six.
 */
export function directImports(): Plugin {
  const entries = new Map(packages().map((pkg) => [pkg.name, join(pkg.dir, 'src/index.ts')]));
  const origins = new Map<string, Map<string, string>>();

  return {
    name: 'aftercart:direct-imports',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || id.includes('/node_modules/')) return null;
      const direct = code.replace(IMPORT, (whole, word: string, names: string, from: string) => {
        const entry = entries.get(from);
        if (!entry) return whole;
        if (!origins.has(from)) origins.set(from, originsIn(entry));
        return values(names)
          .map((name) => `${word} { ${name} } from '${origins.get(from)?.get(name.split(' as ')[0] ?? '') ?? from}';`)
          .join(' ');
      });
      return direct === code ? null : { code: direct, map: null };
    },
  };
}

/** The names in braces that are no types. */
const values = (names: string): string[] =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && !name.startsWith('type '));

/** Where each value that a file exports is declared. */
function originsIn(file: string): Map<string, string> {
  const source = readFileSync(file, 'utf8');
  const found = new Map<string, string>();
  for (const [, name = ''] of source.matchAll(DECLARATION)) found.set(name, file);
  for (const [, names = '', star, path = ''] of source.matchAll(RE_EXPORT)) {
    const target = join(dirname(file), path);
    const inTarget = originsIn(target);
    for (const name of star ? inTarget.keys() : values(names)) found.set(name, inTarget.get(name) ?? target);
  }
  return found;
}
