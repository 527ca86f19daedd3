import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** New content by path, from the top of the repository. */
export type Files = Map<string, string>;

const templates = join(import.meta.dirname, '../../templates/element');
export const sourceDir = 'packages/elements/src';

/** What the templates of an element become. */
export function templateFiles(name: string): Files {
  const own = `${sourceDir}/${name}`;
  const places: Readonly<Record<string, string>> = {
    'docs.md': `docs/elements/aftercart-${name}.md`,
    'define.ts': `${own}/define.ts`,
    'element.ts': `${own}/${name}.ts`,
    'single.ts': `${sourceDir}/loader/single/${name}.ts`,
  };
  const files: Files = new Map();
  for (const template of globSync('**/*.tmpl', { cwd: templates }).sort()) {
    const file = template.replaceAll('\\', '/').replace(/\.tmpl$/, '');
    const place = places[file] ?? (file.startsWith('locales/') ? `${own}/${file}` : `${own}/${name}.${basename(file)}`);
    files.set(place, fill(readFileSync(join(templates, template), 'utf8'), name));
  }
  return files;
}

/** `gift-note` in the ways that a source writes it. */
export function spellings(name: string): { camel: string; pascal: string } {
  const pascal = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { pascal, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1) };
}

function fill(text: string, name: string): string {
  const { camel, pascal } = spellings(name);
  return text.replaceAll('__name__', name).replaceAll('__camel__', camel).replaceAll('__Class__', pascal);
}
