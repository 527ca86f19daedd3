import { parseArgs } from 'node:util';
import { benchPage } from './bench/page-tables.ts';
import { benchServer } from './bench/server-tables.ts';
import { engines } from './bench/server/engines.ts';

const parts = ['page', 'server'] as const;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    only: { type: 'string', default: parts.join(',') },
    runs: { type: 'string', default: '7' },
    'no-build': { type: 'boolean', default: false },
    engine: { type: 'string', default: engines.join(',') },
    shoppers: { type: 'string', default: '100000' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(`pnpm bench [options]

page: sizes, times and memory of the built files in Chromium, beside their budgets, an empty page and a page with Lit alone.
server: requests in a second and memory of the server’s process on SQLite and on PostgreSQL, beside the same at 1 % of the size.

  --only <parts>       some of ${parts.join(',')}
  --runs <number>      page: how often each time is taken; 7 unless told
  --no-build           page: measure the files of the last build, even if the sources are newer
  --engine <names>     server: some of ${engines.join(',')}
  --shoppers <number>  server: shoppers of the shop, with 50 ledger entries each; 100000 unless told. 2000 make a quick run
`);
  process.exit(0);
}

function whole(option: 'runs' | 'shoppers', least: number): number {
  const number = Number(values[option]);
  if (!Number.isInteger(number) || number < least) throw new Error(`--${option}: ${values[option]} is no whole number from ${least} on.`);
  return number;
}

function some<T extends string>(option: 'only' | 'engine', all: readonly T[]): T[] {
  const wanted = values[option].split(',');
  const unknown = wanted.filter((name) => !all.some((known) => known === name));
  if (unknown.length > 0) throw new Error(`--${option}: ${unknown.join(', ')} is not one of ${all.join(', ')}.`);
  return all.filter((name) => wanted.includes(name));
}

const [only, runs, shoppers, engine] = [some('only', parts), whole('runs', 1), whole('shoppers', 1_000), some('engine', engines)];
if (only.includes('page')) await benchPage({ runs, build: !values['no-build'] });
if (only.includes('server')) await benchServer({ engines: engine, shoppers });
