import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';

/** The built static files: what each loads at once, and what that weighs. */
export class Bundle {
  readonly #dir: string;
  readonly #files: string[];

  private constructor(dir: string) {
    this.#dir = dir;
    this.#files = globSync('chunks/**/*.js', { cwd: dir });
  }

  static async read(dir: string): Promise<Bundle> {
    await init;
    return new Bundle(dir);
  }

  /** The file of this name that another loads lazily, the loader when none is given; or an adapter, which all bundles share. */
  chunk(name: string, from = 'aftercart.js'): string {
    const files = name.startsWith('adapter-') ? this.#files : this.#imports(from, 'lazy');
    const file = files.find((candidate) => posix.basename(candidate) === `${name}.js`);
    if (!file) throw new Error(`There is no chunk ${name}.`);
    return file;
  }

  /** What a file loads lazily. */
  lazyParts(file: string): string[] {
    return this.#imports(file, 'lazy');
  }

  /** A file and all that it imports statically. */
  firstLoad(file: string): Set<string> {
    const seen = new Set<string>();
    const queue = [file];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...this.#imports(next, 'static'));
    }
    return seen;
  }

  /** What all of these load. */
  common(files: readonly string[]): string[] {
    const [first = new Set<string>(), ...others] = files.map((file) => this.firstLoad(file));
    return [...first].filter((file) => others.every((other) => other.has(file)));
  }

  size(files: Iterable<string>, compress: (content: Buffer) => Buffer = gzip): number {
    let bytes = 0;
    for (const file of new Set(files)) bytes += compress(readFileSync(join(this.#dir, file))).length;
    return bytes;
  }

  #imports(file: string, kind: 'static' | 'lazy'): string[] {
    const code = readFileSync(join(this.#dir, file), 'utf8');
    const [imports] = parse(code);
    return imports
      .filter(({ d }) => (kind === 'static' ? d === -1 : d >= 0))
      .map(({ s, e }) => code.slice(s, e).replace(/["'`]/g, ''))
      .filter((to) => to.startsWith('.'))
      .map((to) => posix.join(dirname(file), to));
  }
}

export const gzip = (content: Buffer): Buffer => gzipSync(content, { level: 9 });
