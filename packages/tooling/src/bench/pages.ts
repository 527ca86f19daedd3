import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { elementNames } from '../repo.ts';
import { demoTag } from '../start/demo-tag.ts';

/** One page of the benchmark. */
interface PageOptions {
  /** Module that is measured. */
  script?: string;
  body: string;
  /** Modules that the page asks for early. */
  preload?: readonly string[];
}

/** The tag of an element that is waited for. */
export const tag = (name: string): string => demoTag(name, 'data-bench');

const shop = (latency: number): string => `<aftercart-shop adapter="memory" latency="${latency}"></aftercart-shop>`;

/** One element whose first answers, by `service.method`, are in the page, as a shop's own server can put them there. */
export const seeded = (seed: Readonly<Record<string, unknown>>): string =>
  `<aftercart-shop adapter="http" endpoint="/api"><script type="application/json">${JSON.stringify({ seed }).replaceAll('<', '\\u003c')}</script></aftercart-shop>${tag('points-badge')}`;

export const one = (latency = 0): string => shop(latency) + tag('points-badge');
export const all = (latency = 0): string => shop(latency) + elementTags();
export const elementTags = (): string => elementNames().map((name) => `${tag(name)}<p>What follows it</p>`).join('');

/** The folder of the pages, served at `/bench/`. */
export class Pages {
  readonly dir: string = mkdtempSync(join(tmpdir(), 'aftercart-bench-'));

  static async build(): Promise<Pages> {
    const pages = new Pages();
    const source = join(import.meta.dirname, 'page');
    await build({
      configFile: false,
      logLevel: 'warn',
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: { conditions: ['module', 'browser', 'production'] },
      build: {
        outDir: pages.dir,
        emptyOutDir: false,
        target: 'es2022',
        reportCompressedSize: false,
        lib: { entry: Object.fromEntries(['mark', 'record', 'lit-alone'].map((name) => [name, join(source, `${name}.ts`)])), formats: ['es'] },
        rolldownOptions: { output: { entryFileNames: '[name].js', minify: true } },
      },
    });
    return pages;
  }

  /** Writes a page and answers its path. The mark is evaluated right before the script, after both were fetched. */
  add(name: string, { script, body, preload = [] }: PageOptions): string {
    const hints = preload.map((file) => `<link rel="modulepreload" href="${file}">`).join('\n');
    const imports = ['/bench/mark.js', ...(script ? [script] : [])].map((file) => `import '${file}';`).join(' ');
    const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/aftercart/aftercart.css">
<script>performance.mark('bench:tag')</script>
${hints}
<script type="module">${imports}</script>
</head><body><p>What comes before</p>${body}<p>What comes after</p></body></html>`;
    this.write(`${name}.html`, html);
    return `bench/${name}.html`;
  }

  write(file: string, content: string): void {
    writeFileSync(join(this.dir, file), content);
  }
}
