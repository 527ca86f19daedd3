/** Everything that is measured in a page. */
import { rmSync } from 'node:fs';
import { openBrowser } from '../browsers/open.ts';
import { buildIfNeeded } from '../build/fresh.ts';
import { serve } from '../start/server.ts';
import { storefrontFiles } from '../start/storefront.ts';
import { recordAnswers } from './canned.ts';
import { memoryTable } from './memory-table.ts';
import { Pages } from './pages.ts';
import { sizes } from './sizes.ts';
import { printSections } from './table.ts';
import { clickTimes, layoutShift, networkTimes, processorTimes } from './times.ts';

export async function benchPage({ runs, build }: { runs: number; build: boolean }): Promise<void> {
  if (build) await buildIfNeeded();
  const pages = await Pages.build();
  const { server, url } = await serve(storefrontFiles({ '/bench/': pages.dir }), 0);
  const browser = await openBrowser('chromium');
  try {
    console.log(`${await browser.version()}, medians of ${runs}`);
    // A visit that does not count: the first one of a browser is slower than all others.
    await clickTimes(browser, url, pages, 1);
    const answers = await recordAnswers(browser, url, pages);
    printSections([
      await sizes(pages),
      ...(await processorTimes(browser, url, pages, runs, answers)),
      await clickTimes(browser, url, pages, runs),
      await networkTimes(browser, url, pages, runs, answers),
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
}
