import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { aptGet } from '../apt.ts';
import { run } from '../run.ts';
import { findBrowser, isExecutable, type BrowserName } from './find.ts';

const debianPackage: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
// Screenshots of the shipped languages are boxes without them.
const fonts = ['fonts-noto-core', 'fonts-noto-cjk'];

/** Finds every wanted browser, installing what is missing. Those that could not be had are absent from the answer. */
export async function ensureBrowsers(names: readonly BrowserName[]): Promise<Map<BrowserName, string>> {
  const found = new Map<BrowserName, string>();
  for (const name of names) {
    const file = findBrowser(name) ?? (await installWithApt(name)) ?? (await installWithPlaywright(name));
    if (file) found.set(name, file);
    else console.error(`No ${name} found and none could be installed: ${advice(name)}`);
  }
  return found;
}

function advice(name: BrowserName): string {
  return name === 'chromium'
    ? 'install Chrome or Chromium, or set CHROME_PATH to its program.'
    : 'install Firefox, or set FIREFOX_PATH to its program.';
}

async function installWithApt(name: BrowserName): Promise<string | undefined> {
  const apt = await aptGet();
  if (!apt) return undefined;
  console.log(`Installing ${debianPackage[name]} with apt-get …`);
  await apt('update');
  const installed = await apt('install', '-y', '--no-install-recommends', debianPackage[name]);
  if (installed.code !== 0) {
    console.error(installed.output.trim().split('\n').slice(-3).join('\n'));
    return undefined;
  }
  await apt('install', '-y', '--no-install-recommends', ...fonts);
  return findBrowser(name);
}

/** Last resort. Playwright's own Firefox does not speak WebDriver BiDi to Puppeteer, so this is for Chromium only. */
async function installWithPlaywright(name: BrowserName): Promise<string | undefined> {
  if (name !== 'chromium') return undefined;
  const earlier = playwrightChromium();
  if (earlier) return earlier;
  console.log('Installing Chromium with Playwright …');
  const installed = await run('npx', ['-y', 'playwright', 'install', 'chromium']);
  if (installed.code !== 0) return undefined;
  return playwrightChromium();
}

function playwrightChromium(): string | undefined {
  const caches = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  const programs = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  for (const cache of caches) {
    if (!cache || !existsSync(cache)) continue;
    for (const folder of readdirSync(cache).filter((entry) => entry.startsWith('chromium-'))) {
      const program = programs.map((path) => join(cache, folder, path)).find(isExecutable);
      if (program) return program;
    }
  }
  return undefined;
}
