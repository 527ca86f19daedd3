import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Bundle, gzip } from '../check/bundle.ts';
import { sizeRows } from '../check/budgets.ts';
import { packageById } from '../repo.ts';
import type { Pages } from './pages.ts';
import { fixed, percent, ratio, type Line } from './table.ts';

/** What is loaded, in thousands of bytes, beside a bundle of Lit and one tiny element. */
export async function sizes(pages: Pages): Promise<Line[]> {
  const bundle = await Bundle.read(join(packageById('elements').dir, 'dist/cdn'));
  const litAlone = readFileSync(join(pages.dir, 'lit-alone.js'));
  const lit = gzip(litAlone).length;
  const line = (what: string, zipped: number, brotli: number, limit?: number): Line => [
    what,
    fixed(zipped / 1000, 2),
    fixed(brotli / 1000, 2),
    limit ? fixed(limit / 1000, 1) : '',
    percent(zipped, limit),
    '',
    ratio(zipped, lit),
  ];
  return [
    ['Size, kB', 'gzip', 'brotli', 'budget', 'of budget', '', '× Lit'],
    line('Lit alone', lit, brotliCompressSync(litAlone).length),
    ...sizeRows(bundle).map(({ what, files, limit }) => line(what, bundle.size(files), bundle.size(files, brotliCompressSync), limit)),
  ];
}
