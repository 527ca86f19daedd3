import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageById } from '../repo.ts';
import type { Gate } from './gate.ts';
import { localeProblems, unusedKeys, type Strings } from './locale-rules.ts';

const languages = ['el', 'ru', 'zh', 'es', 'de', 'fr', 'ar'];

/**
 * English strings are in `src/<element>/*.strings.ts` and, for all elements, in `src/base/`; every shipped language says
 * the same in `src/locales/<language>.ts`, by element.
 */
export const locales: Gate = {
  name: 'locales',
  async check() {
    const src = join(packageById('elements').dir, 'src');
    const english = await englishStrings(src);
    // Codes of the contract are looked up by their own name.
    const codes = (sourceText(join(packageById('contract').dir, 'src/schemas')).match(/'\w+'/g) ?? []).join(' ');
    const problems = Object.entries(english).flatMap(([kind, strings]) => {
      const sources = sourceText(join(src, kind === 'base' ? '' : kind));
      return unusedKeys(strings, `${sources} ${codes}`).map((key) => `${kind}: nothing uses the string '${key}'.`);
    });
    for (const language of languages) {
      const file = join(src, 'locales', `${language}.ts`);
      const missing = !existsSync(file);
      const found = missing ? [] : localeProblems(language, english, await read(file));
      problems.push(...(missing ? [`locales/${language}.ts is missing.`] : found.map((problem) => `locales/${language}.ts: ${problem}`)));
    }
    const count = Object.values(english).reduce((total, strings) => total + Object.keys(strings).length, 0);
    return { problems, note: `${count} strings × ${languages.length}` };
  },
};

/** By folder: an element's badge and its lazily loaded panel have a file of strings each. */
async function englishStrings(src: string): Promise<Record<string, Strings>> {
  const english: Record<string, Strings> = {};
  for (const file of globSync('*/*.strings.ts', { cwd: src }).sort()) {
    const kind = basename(dirname(file));
    english[kind] = { ...english[kind], ...(await read(join(src, file))) };
  }
  return english;
}

/** All objects that a module exports, as one. */
async function read(file: string): Promise<Strings> {
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  return Object.assign({}, ...Object.values(module).filter((value) => typeof value === 'object')) as Strings;
}

function sourceText(dir: string): string {
  return globSync('**/*.ts', { cwd: dir })
    .filter((file) => !/(^|\/)locales\/|\.strings\.ts$|\.test\.ts$/.test(file))
    .map((file) => readFileSync(join(dir, file), 'utf8'))
    .join('\n');
}
