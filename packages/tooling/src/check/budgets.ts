import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { elementNames, packageById } from '../repo.ts';
import type { Gate } from './gate.ts';
import { Bundle } from './bundle.ts';

const adapters = ['adapter-http', 'adapter-memory', 'adapter-static'];

export interface SizeRow {
  what: string;
  files: Iterable<string>;
  /** What the design asks for, in bytes, gzip. */
  limit: number;
  /** What is held where the limit is not reached yet; docs/decisions/0008 says why. It may be lowered, never raised. */
  held?: number;
}

interface Measured extends SizeRow {
  bytes: number;
}

/** The sizes of the static files, gzip, beside what the design allows. 1 kB is 1,000 bytes. */
export const budgets: Gate = {
  name: 'budgets',
  async check() {
    const dir = join(packageById('elements').dir, 'dist/cdn');
    if (!existsSync(join(dir, 'aftercart.js'))) return { problems: [`${dir} is not built: run \`pnpm build\`.`] };
    const bundle = await Bundle.read(dir);
    const rows = sizeRows(bundle).map((row) => ({ ...row, bytes: bundle.size(row.files) }));
    const over = rows.filter((row) => row.bytes > limitOf(row));
    return { problems: over.map((row) => `${row.what.trim()}: ${row.bytes - limitOf(row)} bytes too many.`), note: table(rows) };
  },
};

const limitOf = (row: SizeRow): number => Math.max(row.limit, row.held ?? 0);

/** The files that weigh more than they should, by what they weigh: numbers to lower. An element that is not here gets no more than its budget. */
const held: Readonly<Record<'first' | 'further' | 'single', Readonly<Record<string, number>>>> = {
  first: {},
  further: { 'faq-search': 7480 },
  single: {},
};

/** What is measured, and what it may weigh. */
export function sizeRows(bundle: Bundle): SizeRow[] {
  const elements = elementNames();
  const loader = bundle.firstLoad('aftercart.js');
  const shop = bundle.firstLoad(bundle.chunk('runtime'));
  // What a shop that is not a demo loads besides, before anything is usable.
  const http = bundle.firstLoad(bundle.chunk('adapter-http'));
  const shared = new Set([...loader, ...shop, ...http, ...bundle.common(elements.map((name) => bundle.chunk(name)))]);
  const rows: SizeRow[] = [{ what: 'loader', files: loader, limit: 1500 }];
  for (const name of elements) {
    const own = bundle.firstLoad(bundle.chunk(name));
    const faq = name === 'faq-search';
    // The first element's budget is for an ordinary one: the search engine may weigh what it may weigh below.
    rows.push({ what: `loader + shop + HTTP + ${name}`, files: [...loader, ...shop, ...http, ...own], limit: faq ? 17_000 : 14_000, held: held.first[name] ?? 0 });
    // Its engine comes when the shopper turns to the search box, and is part of its budget.
    const engine = faq ? ['faq-search.searching', 'engine'].flatMap((part) => [...bundle.firstLoad(bundle.chunk(part, bundle.chunk(name)))]) : [];
    rows.push({
      what: `  ${name}, as a further one${faq ? ', with its engine' : ''}`,
      files: [...own, ...engine].filter((file) => !shared.has(file)),
      limit: faq ? 6000 : 3000,
      held: held.further[name] ?? 0,
    });
    if (faq) rows.push(...engineRows(bundle));
    rows.push({ what: `  ${name}.js + HTTP`, files: [...bundle.firstLoad(`${name}.js`), ...http], limit: faq ? 16_000 : 13_000, held: held.single[name] ?? 0 });
  }
  rows.push({ what: 'aftercart.all.js + HTTP', files: [...bundle.firstLoad('aftercart.all.js'), ...http], limit: 28_000 });
  for (const name of adapters) {
    rows.push({ what: name, files: bundle.firstLoad(bundle.chunk(name)), limit: 10_000 });
  }
  return rows;
}

/** The search engine, and for each language its rules (1.5 kB) and synonyms (2 kB), which are in one file. */
function engineRows(bundle: Bundle): SizeRow[] {
  const engine = bundle.chunk('engine', bundle.chunk('faq-search'));
  const languages = bundle.lazyParts(engine).filter((file) => file.includes('faq-index.languages.'));
  return [
    { what: '  its engine', files: [engine], limit: 4000 },
    ...languages.map((file) => ({ what: `  its words of ${/([a-z]+)\.js$/.exec(file)?.[1]}`, files: [file], limit: 3500 })),
  ];
}

function table(rows: readonly Measured[]): string {
  return rows
    .map((row) => {
      const { what, bytes, limit } = row;
      const held = bytes > limit && bytes <= limitOf(row) ? `  held at ${limitOf(row)}` : '';
      return `  ${what.padEnd(44)}${String(bytes).padStart(7)} of ${String(limit).padStart(6)}${held}${bytes > limitOf(row) ? '  ✗' : ''}`;
    })
    .join('\n');
}
