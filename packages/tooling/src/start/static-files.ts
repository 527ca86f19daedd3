import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const compressible = /^(text|application\/json|image\/svg)/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

/** Answers for files below folders, each mounted at a path that ends in a slash; the longest path that fits wins. */
export class StaticFiles {
  readonly #mounts: [path: string, dir: string][];
  readonly #compressed = new Map<string, Promise<Buffer>>();
  readonly #changePage: (html: string) => string;

  /** @param changePage What becomes of each page before it is sent. */
  constructor(mounts: Readonly<Record<string, string>>, changePage = (html: string) => html) {
    this.#changePage = changePage;
    this.#mounts = Object.entries(mounts).sort(([a], [b]) => b.length - a.length);
  }

  async answer(path: string, request: { encodings: string; etag: string }): Promise<Answer> {
    const found = await this.#find(path);
    if (!found) return { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Not found\n' };
    if ('redirect' in found) return { status: 308, headers: { location: found.redirect }, body: '' };
    const read = await readFile(found.file);
    const content = extname(found.file) === '.html' ? Buffer.from(this.#changePage(read.toString())) : read;
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    const type = types[extname(found.file)] ?? 'application/octet-stream';
    const headers: Record<string, string> = {
      'content-type': type,
      // Script tags with `integrity` or `type=module` from another origin need this.
      'access-control-allow-origin': '*',
      'cache-control': found.file.includes(`${sep}chunks${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      etag,
    };
    if (request.etag === etag) return { status: 304, headers, body: '' };
    const encoding = compressible.test(type) ? ['br', 'gzip'].find((name) => request.encodings.includes(name)) : undefined;
    if (!encoding) return { status: 200, headers, body: content };
    return { status: 200, headers: { ...headers, 'content-encoding': encoding }, body: await this.#compress(content, etag, encoding) };
  }

  #compress(content: Buffer, etag: string, encoding: string): Promise<Buffer> {
    const key = `${encoding} ${etag}`;
    const done =
      this.#compressed.get(key) ??
      (encoding === 'br' ? brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : zip(content, { level: 9 }));
    this.#compressed.set(key, done);
    return done;
  }

  async #find(path: string): Promise<{ file: string } | { redirect: string } | undefined> {
    const mount = this.#mounts.find(([at]) => path.startsWith(at) || `${path}/` === at);
    if (!mount || path.includes('\0')) return undefined;
    const [at, dir] = mount;
    if (`${path}/` === at) return { redirect: at };
    const file = join(dir, path.slice(at.length));
    try {
      // Neither `..` nor a link leads out of the folder.
      const [real, base] = await Promise.all([realpath(file), realpath(dir)]);
      if (real !== base && !real.startsWith(base + sep)) return undefined;
      if (!(await stat(real)).isDirectory()) return { file: real };
      if (!path.endsWith('/')) return { redirect: `${path}/` };
      return (await stat(join(real, 'index.html')).catch(() => undefined)) ? { file: join(real, 'index.html') } : undefined;
    } catch {
      return undefined;
    }
  }
}
