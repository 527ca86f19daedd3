import puppeteer, { type Browser } from 'puppeteer-core';
import { ensureBrowsers } from './ensure.ts';
import type { BrowserName } from './find.ts';
import { launchOptions } from './launch-options.ts';

/** Starts a browser of this machine, installing it where there is none. */
export async function openBrowser(name: BrowserName): Promise<Browser> {
  const file = (await ensureBrowsers([name])).get(name);
  if (!file) throw new Error(`There is no ${name} here.`);
  return puppeteer.launch(launchOptions(name, file));
}
