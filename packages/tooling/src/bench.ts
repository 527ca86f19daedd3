import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { memoryTable } from './bench/memory-table.ts';
import { Pages } from './bench/pages.ts';
import { sizes } from './bench/sizes.ts';
import { printSections } from './bench/table.ts';
import { clickTimes, layoutShift, networkTimes, processorTimes } from './bench/times.ts';
import { openBrowser } from './browsers/open.ts';
import { buildIfNeeded } from './build/fresh.ts';
import { serve } from './start/server.ts';
import { storefrontFiles } from './start/storefront.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { runs: { type: 'string', default: '7' }, 'no-build': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  console.log(`pnpm bench [options]

Sizes, times and memory of the built files in Chromium, beside their budgets, an empty page and a page with Lit alone.

  --runs <number>   how often each time is taken; 7 unless told
  --no-build        measure the files of the last build, even if the sources are newer
`);
  process.exit(0);
}
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs: ${values.runs} is not a number of runs.`);

if (!values['no-build']) await buildIfNeeded();
const pages = await Pages.build();
const { server, url } = await serve(storefrontFiles({ '/bench/': pages.dir }), 0);
const browser = await openBrowser('chromium');
try {
  console.log(`${await browser.version()}, medians of ${runs}`);
  // A visit that does not count: the first one of a browser is slower than all others.
  await clickTimes(browser, url, pages, 1);
  printSections([
    await sizes(pages),
    ...(await processorTimes(browser, url, pages, runs)),
    await clickTimes(browser, url, pages, runs),
    await networkTimes(browser, url, pages, runs),
    await layoutShift(browser, url, pages),
    await memoryTable(browser, url, pages),
  ]);
  console.log(`
4×: the page’s processor is four times slower than this machine’s. Script and tasks are processor time of the main thread.
±: half of the way from the smallest to the largest run. Nothing is asserted here; \`pnpm check\` asserts the sizes.`);
} finally {
  await browser.close();
  server.close();
  rmSync(pages.dir, { recursive: true, force: true });
}
