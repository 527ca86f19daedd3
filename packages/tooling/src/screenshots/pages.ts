import { globSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { settled, withPictures } from '../browsers/settled.ts';
import { root } from '../repo.ts';

const widths = { phone: 390, desktop: 1280 };
const looks = { light: 'scheme=light', dark: 'scheme=dark', arabic: 'scheme=light&lang=ar', german: 'scheme=light&lang=de' };

/** The pages of the storefront, by file name. */
export const storefrontPages: readonly string[] = globSync('examples/storefront/*.html', { cwd: root }).map((file) => basename(file)).sort();

/** Every page of the storefront on phone and desktop, in each look, and a page that shows all of them. */
export async function shootPages(browser: Browser, url: string, out: string): Promise<void> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const rows: string[] = [];
  for (const file of storefrontPages) {
    const figures: string[] = [];
    for (const [device, width] of Object.entries(widths)) {
      for (const [look, query] of Object.entries(looks)) {
        const image = `${basename(file, '.html')}-${device}-${look}.png`;
        await page.setViewport({ width, height: 900, deviceScaleFactor: 1 });
        await page.goto(`${url}${file}?shopper=ann&${query}`);
        await settled(page);
        await withPictures(page);
        await page.screenshot({ path: join(out, image), fullPage: true });
        figures.push(`<figure class="${device}"><img src="${image}" alt=""><figcaption>${device} ${look}</figcaption></figure>`);
      }
    }
    rows.push(`<h2>${file}</h2><div>${figures.join('')}</div>`);
  }
  const sheet = join(out, 'index.html');
  writeFileSync(sheet, contactSheet(rows));
  await page.setViewport({ width: 2400, height: 1000 });
  await page.goto(`file://${sheet}`);
  await page.screenshot({ path: join(out, 'contact-sheet.png'), fullPage: true });
  await context.close();
}

function contactSheet(rows: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><title>Storefront</title><style>
body { margin: 20px; background: #888; font: 14px system-ui; }
div { display: flex; gap: 12px; align-items: start; overflow-x: auto; }
figure { margin: 0; flex: 1 1 0; }
figure.desktop { flex: 2 2 0; }
figure img { inline-size: 100%; }
</style>${rows.join('\n')}`;
}
