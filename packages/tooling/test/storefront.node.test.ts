import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../src/browsers/find.ts';
import { openBrowser } from '../src/browsers/open.ts';
import { elementStates, settled, withPictures } from '../src/browsers/settled.ts';
import { storefrontPages } from '../src/screenshots/pages.ts';
import { choose } from './shopper.ts';
import { startStorefront, type Started } from './storefront-server.ts';
import { focusMatches, shifts, tabTo, visitor, watchShifts, type Visitor } from './visitor.ts';

let started: Started;
beforeAll(async () => {
  started = await startStorefront();
}, 300_000);
afterAll(() => started.stop());

describe.each(browserNames)('the storefront in %s', { timeout: 40_000 }, (name) => {
  let browser: Browser;
  let guest: Visitor | undefined;
  beforeAll(async () => {
    browser = await openBrowser(name);
  }, 300_000);
  afterAll(() => browser.close());
  afterEach(() => guest?.leave());

  const open = async (path: string, width?: number): Promise<Visitor> => {
    guest = await visitor(browser, started.url, width);
    await guest.page.goto(started.url + path);
    return guest;
  };
  const stateOf = async (element: string): Promise<string | undefined> =>
    (await elementStates(guest!.page)).find((each) => each.name === element)?.state;

  it.each(['server', 'page'].flatMap((backend) => [...storefrontPages, 'plain/'].map((path) => [backend, path] as const)))(
    'backend %s, %s: every element is ready, and nothing is amiss',
    async (backend, path) => {
      const { page, complaints } = await open(`${path}?backend=${backend}&latency=0`);
      const states = await settled(page);
      expect(states.length).toBeGreaterThan(0);
      // A page may ask for what only the shopper knows, such as an order number.
      expect(states.filter(({ state }) => !['ready', 'guest'].includes(state))).toEqual([]);
      await withPictures(page);
      expect(complaints).toEqual([]);
    },
  );

  it.each([
    ['guest', 'guest'],
    ['failing', 'error'],
    ['offline', 'error'],
    ['empty', 'empty'],
    ['blocked', 'ready'],
    ['negative', 'ready'],
    ['new-member', 'ready'],
  ])('scenario %s: the points are %s, and nothing is thrown', async (scenario, state) => {
    const { page, complaints } = await open(`account.html?backend=page&latency=0&scenario=${scenario}`);
    await settled(page, 30_000);
    expect(await stateOf('points-badge')).toBe(state);
    expect(complaints.filter((complaint) => !complaint.startsWith('console'))).toEqual([]);
  });

  describe('the demo’s switches', () => {
    it('speak Arabic from right to left, elements too', async () => {
      const { page } = await open('account.html?backend=page&latency=0');
      await settled(page);
      await choose(page, 'lang', 'ar');
      await page.waitForFunction(() => {
        const bases = [...document.querySelectorAll('aftercart-points-badge, aftercart-referral-panel')].map((element) => element.shadowRoot!.querySelector('[part=base]'));
        return bases.length > 1 && bases.every((base) => base?.getAttribute('lang') === 'ar' && base.getAttribute('dir') === 'rtl');
      });
      expect(await page.$eval('html', ({ lang, dir }) => `${lang} ${dir}`)).toBe('ar rtl');
      await settled(page);
    });

    it('change the shopper', async () => {
      const { page } = await open('account.html');
      await settled(page);
      expect(await page.$eval('h1', (title) => title.innerText)).toBe('Hello, Ann');
      await choose(page, 'shopper', 'guest');
      await page.waitForFunction(() => document.querySelector('aftercart-points-badge')!.matches(':state(guest)'));
      expect(await page.$eval('h1', (title) => title.innerText)).toBe('Your account');
    });

    it('change the backend', async () => {
      const { page } = await open('account.html');
      await settled(page);
      const balance = (): Promise<string> => page.$eval('aftercart-points-badge', (element) => element.shadowRoot!.querySelector('[part=balance]')!.textContent);
      const before = await balance();
      await choose(page, 'backend', 'page');
      await page.waitForFunction((before) => !document.querySelector('aftercart-points-badge')!.shadowRoot!.textContent.includes(before), {}, before);
      await settled(page);
      expect(await stateOf('points-badge')).toBe('ready');
      expect(await page.$eval('h1', (title) => title.innerText)).toBe('Hello, Maria');
    });

    it('change the theme', async () => {
      const { page } = await open('account.html?backend=page&latency=0');
      await settled(page);
      const radius = (): Promise<string> => page.$eval('aftercart-referral-panel', (element) => {
        const { borderRadius, color, fontFamily, borderColor } = getComputedStyle(element.shadowRoot!.querySelector('button')!);
        return [borderRadius, color, fontFamily, borderColor].join();
      });
      const before = await radius();
      await choose(page, 'theme', 'pop');
      await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.endsWith('/themes/pop.css')));
      expect(await radius()).not.toBe(before);
    });

    it('change the scenario', async () => {
      const { page } = await open('account.html?backend=page&latency=0');
      await settled(page);
      expect(await stateOf('points-badge')).toBe('ready');
      await choose(page, 'scenario', 'guest');
      await page.waitForFunction(() => document.querySelector('aftercart-points-badge')!.matches(':state(guest)'));
      await choose(page, 'scenario', 'member');
      await page.waitForFunction(() => document.querySelector('aftercart-points-badge')!.matches(':state(ready)'));
    });

    it('change the latency', async () => {
      const { page } = await open('account.html?backend=page&latency=0');
      await settled(page);
      const start = Date.now();
      await choose(page, 'latency', '1500');
      await page.waitForFunction(() => document.querySelector('aftercart-points-badge')!.matches(':state(loading)'));
      await settled(page);
      expect(Date.now() - start).toBeGreaterThan(1400);
    });
  });

  it('redeems a reward with the keyboard alone', async () => {
    const { page, complaints } = await open('index.html?backend=page&latency=0');
    await settled(page);
    await tabTo(page, '[part=badge]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('aftercart-points-badge >>> dialog[open]');
    expect(await focusMatches(page, 'dialog, dialog *')).toBe(true);
    await tabTo(page, '[part=redeem]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('aftercart-points-badge >>> [part=confirm-redeem]');
    await tabTo(page, '[part=confirm-redeem]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('aftercart-points-badge >>> [part=receipt]');
    expect(await focusMatches(page, 'dialog, dialog *')).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('aftercart-points-badge')!.shadowRoot!.querySelector('dialog[open]'));
    expect(await focusMatches(page, '[part=badge]')).toBe(true);
    expect(complaints).toEqual([]);
  });

  // Only Chromium counts layout shifts.
  it.runIf(name === 'chromium').for(storefrontPages.flatMap((path) => [390, 1280].map((width) => [path, width] as const)))(
    '%s at %i px: a slow backend moves nothing',
    async ([path, width]) => {
      guest = await visitor(browser, started.url, width);
      const { page } = guest;
      await watchShifts(page);
      await page.goto(`${started.url}${path}?backend=page&latency=1500&scenario=slow`);
      await settled(page);
      expect(await shifts(page)).toEqual([]);
    },
  );

  it.runIf(name === 'chromium').each(storefrontPages)('%s: the server moves nothing either, on a phone', async (path) => {
    guest = await visitor(browser, started.url, 390);
    const { page } = guest;
    await watchShifts(page);
    await page.goto(started.url + path);
    await settled(page);
    expect(await shifts(page)).toEqual([]);
  });

  it.runIf(name === 'chromium').each(storefrontPages)('%s: every language over the server', async (path) => {
    const { page } = await open('index.html');
    const languages = await page.$eval('.demo select', (select) => [...(select as HTMLSelectElement).options].map(({ value }) => value));
    expect(languages).toHaveLength(8);
    for (const language of languages) {
      await guest!.leave();
      const { page, complaints } = await open(`${path}?lang=${language}`);
      const states = await settled(page);
      expect(states.filter(({ state }) => !['ready', 'guest'].includes(state))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(complaints).toEqual([]);
    }
  });
});
