import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { settled } from '../browsers/settled.ts';
import { elementNames } from '../repo.ts';
import { demoTag } from '../start/demo-tag.ts';

const WIDTH = 640;
const MARGIN = 20;

/** One picture for each element, alone on a page of the storefront, and one of the open points panel. */
export async function shootElements(browser: Browser, url: string, out: string): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: WIDTH, height: 1200, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
  for (const name of elementNames()) {
    const element = await alone(page, url, demoTag(name));
    await shoot(page, element, join(out, `${name}.png`));
    if (name === 'points-badge') await shootPanel(page, element, join(out, 'points-panel.png'));
  }
  await page.close();
}

/** Keeps the shop of the storefront's page, and puts one element in the place of everything else. */
async function alone(page: Page, url: string, html: string): Promise<ElementHandle> {
  await page.goto(`${url}index.html?backend=page&latency=0&scheme=light`);
  await page.evaluate(
    (html, margin) => {
      const shop = document.querySelector('aftercart-shop')!;
      // No traces of earlier visits, and links of a shop instead of this machine's address.
      shop.removeAttribute('persist');
      const json = shop.querySelector('script')!;
      const options = JSON.parse(json.textContent ?? '') as { links: Record<string, string> };
      json.textContent = JSON.stringify({ links: { ...options.links, shop: 'https://northpine.example/' } });
      const box = document.createElement('div');
      box.style.padding = `${margin}px`;
      box.innerHTML = html;
      document.body.replaceChildren(shop, box);
    },
    html,
    MARGIN,
  );
  await settled(page);
  const element = await page.$('body > div > *');
  if (!element) throw new Error(`${html} is not in the page.`);
  return element;
}

async function shoot(page: Page, element: ElementHandle, path: string): Promise<void> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`There is nothing to see for ${path}.`);
  const clip = { x: box.x - MARGIN, y: box.y - MARGIN, width: box.width + 2 * MARGIN, height: box.height + 2 * MARGIN };
  await page.screenshot({ path, clip });
}

async function shootPanel(page: Page, element: ElementHandle, path: string): Promise<void> {
  await element.click();
  const dialog = await page.waitForSelector('aftercart-points-badge >>> dialog[open]');
  await settled(page);
  await dialog!.screenshot({ path });
}
