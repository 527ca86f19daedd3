import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sourceCondition, type Manifest } from '../repo.ts';
import { sourceDir, spellings, type Files } from './files.ts';

/** The files that list all elements, with this one in them. Nothing is written here, so that a surprise leaves no half. */
export function registrations(root: string, name: string): Files {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const { camel, pascal } = spellings(name);
  const files: Files = new Map();
  const edit = (path: string, change: (text: string) => string): void => void files.set(path, change(read(path)));

  edit('packages/elements/package.json', (text) => withExports(text, name));
  edit(`${sourceDir}/index.ts`, (text) => `${text}export { ${pascal}Element } from './${name}/${name}.ts';\n`);
  edit(`${sourceDir}/define.ts`, (text) => `${text}import './${name}/define.ts';\n`);
  edit(`${sourceDir}/loader/loader.ts`, (text) =>
    before(text, "  shop: () => import('./shop.ts'),\n", `  '${name}': () => import('../${name}/define.ts'),\n`, 'loader.ts'),
  );
  for (const path of globSync(`${sourceDir}/locales/*.ts`, { cwd: root }).sort()) {
    const language = basename(path, '.ts');
    edit(path, (text) => {
      const imported = before(text, '\nexport default {\n', `import ${camel} from '../${name}/locales/${language}.ts';\n`, path);
      return before(imported, '} satisfies Locale;', `  '${name}': ${camel},\n`, path);
    });
  }
  return files;
}

/** In front of a place that must be there exactly once. */
function before(text: string, place: string, added: string, file: string): string {
  const parts = text.split(place);
  const [head, tail] = parts;
  if (parts.length !== 2 || head === undefined || tail === undefined) throw new Error(`${file} has not one ${JSON.stringify(place.trim())}.`);
  return head + added + place + tail;
}

/** After the last element's entries. */
function withExports(text: string, name: string): string {
  const manifest = JSON.parse(text) as Manifest;
  const entry = (file: string): [string, Record<string, string>] => [
    `./${file === name ? name : `${name}/${file}`}`,
    { [sourceCondition]: `./src/${name}/${file}.ts`, types: `./dist/${name}/${file}.d.ts`, default: `./dist/${name}/${file}.js` },
  ];
  const entries = Object.entries(manifest.exports ?? {});
  const at = entries.findLastIndex(([path]) => path.endsWith('/define')) + 1;
  manifest.exports = Object.fromEntries([...entries.slice(0, at), entry(name), entry('define'), ...entries.slice(at)]);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
