/** `aftercart-adapter new` */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Output } from '../command.ts';
import { Problem, said } from '../problem.ts';

/** The package’s own folder; this file is as deep in `src` as in `dist`. */
const own = join(import.meta.dirname, '../../..');
const templates = join(own, 'templates/adapter');
const SUFFIX = '.tmpl';

export async function create(name: string, dir: string | undefined, output: Output): Promise<number> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Problem(`“${name}” is no name: lower-case words with hyphens between them, such as my-platform.`);
  const folder = dir ?? name;
  const target = resolve(folder);
  if (existsSync(target) && isTaken(target)) throw new Problem(`${folder} is there already and is not empty. Give another with --dir.`);
  const fill = filler(name);
  try {
    for (const file of readdirSync(templates, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith(SUFFIX)) continue;
      // A file of this name would not be published, so its template has another.
      const to = join(target, file.slice(0, -SUFFIX.length).replace(/^gitignore$/, '.gitignore'));
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, fill(readFileSync(join(templates, file), 'utf8')));
    }
  } catch (error) {
    throw new Problem(`${folder} can’t be written: ${said(error)}.`);
  }
  output.log(`${folder} has the adapter “${name}”: its questions and answers work, the rest says what is to do.

Next:
  cd ${folder}
  npm install
  npm test        # the kit, against the small backend in fixtures/backend.js
  npm run check   # the same as a report, with what is still to do`);
  return 0;
}

function isTaken(path: string): boolean {
  try {
    return readdirSync(path).length > 0;
  } catch {
    // A file, or a folder that nobody may look into.
    return true;
  }
}

function filler(name: string): (text: string) => string {
  const { version } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as { version: string };
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return (text) => text.replaceAll('__name__', name).replaceAll('__camel__', camel).replaceAll('__version__', version);
}
