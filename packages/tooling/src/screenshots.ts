import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browsers/open.ts';
import { buildIfNeeded } from './build/fresh.ts';
import { root } from './repo.ts';
import { shootElements } from './screenshots/elements.ts';
import { shootPages } from './screenshots/pages.ts';
import { startBackend } from './start/backend.ts';
import { serverApi } from './start/api.ts';
import { serve } from './start/server.ts';
import { storefrontFiles } from './start/storefront.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    out: { type: 'string' },
    only: { type: 'string' },
    'no-build': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(`pnpm screenshots [options]

Shoots each element for the documentation (docs/images), and every page of the storefront, for people to look at.

  --only <what>   elements or pages
  --out <folder>  where the pages go; a temporary folder unless told
  --no-build      shoot the last build, even if the sources are newer
`);
  process.exit(0);
}
if (values.only !== undefined && !['elements', 'pages'].includes(values.only)) throw new Error(`--only: ${values.only} is neither elements nor pages.`);

if (!values['no-build']) await buildIfNeeded();
const data = mkdtempSync(join(tmpdir(), 'aftercart-backend-'));
// Pictures ask more in a minute than a shopper.
const backend = await startBackend({ data, env: { AFTERCART_RATE_LIMIT: '1000000' } });
const { server, url } = await serve(storefrontFiles(), 0, serverApi(backend.url));
const browser = await openBrowser('chromium');
try {
  if (values.only !== 'pages') {
    const images = join(root, 'docs/images');
    mkdirSync(images, { recursive: true });
    await shootElements(browser, url, images);
    console.log(`The elements are in ${images}`);
  }
  if (values.only !== 'elements') {
    const out = values.out ? resolve(values.out) : mkdtempSync(join(tmpdir(), 'aftercart-screenshots-'));
    mkdirSync(out, { recursive: true });
    await shootPages(browser, url, out);
    console.log(`The pages are in ${join(out, 'index.html')}`);
  }
} finally {
  await browser.close();
  server.close();
  await backend.stop();
  rmSync(data, { recursive: true, force: true });
}
