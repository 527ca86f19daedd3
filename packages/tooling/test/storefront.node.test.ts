import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../src/browsers/find.ts';
import { openBrowser } from '../src/browsers/open.ts';
import { elementStates, settled, withPictures } from '../src/browsers/settled.ts';
import { storefrontPages } from '../src/screenshots/pages.ts';
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

  it.each([...storefrontPages, 'plain/'])('%s: every element is ready, and nothing is amiss', async (path) => {
    const { page, complaints } = await open(`${path}?latency=0`);
    const states = await settled(page);
    expect(states.length).toBeGreaterThan(0);
    // A page may ask for what only the shopper knows, such as an order number.
    expect(states.filter(({ state }) => !['ready', 'guest'].includes(state))).toEqual([]);
    await withPictures(page);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['guest', 'guest'],
    ['failing', 'error'],
    ['offline', 'error'],
    ['empty', 'empty'],
    ['blocked', 'ready'],
    ['negative', 'ready'],
    ['new-member', 'ready'],
  ])('scenario %s: the points are %s, and nothing is thrown', async (scenario, state) => {
    const { page, complaints } = await open(`account.html?latency=0&scenario=${scenario}`);
    await settled(page, 30_000);
    expect(await stateOf('points-badge')).toBe(state);
    expect(complaints.filter((complaint) => !complaint.startsWith('console'))).toEqual([]);
  });

  describe('the demo’s switches', () => {
    it('speak Arabic from right to left, elements too', async () => {
      const { page } = await open('account.html?latency=0');
      await settled(page);
      await choose('lang', 'ar');
      await page.waitForFunction(() => {
        const bases = [...document.querySelectorAll('aftercart-points-badge, aftercart-referral-panel')].map((element) => element.shadowRoot!.querySelector('[part=base]'));
        return bases.length > 1 && bases.every((base) => base?.getAttribute('lang') === 'ar' && base.getAttribute('dir') === 'rtl');
      });
      expect(await page.$eval('html', ({ lang, dir }) => `${lang} ${dir}`)).toBe('ar rtl');
      await settled(page);
    });

    it('change the theme', async () => {
      const { page } = await open('account.html?latency=0');
      await settled(page);
      const radius = (): Promise<string> => page.$eval('aftercart-referral-panel', (element) => {
        const { borderRadius, color, fontFamily, borderColor } = getComputedStyle(element.shadowRoot!.querySelector('button')!);
        return [borderRadius, color, fontFamily, borderColor].join();
      });
      const before = await radius();
      await choose('theme', 'pop');
      await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.endsWith('/themes/pop.css')));
      expect(await radius()).not.toBe(before);
    });

    it('change the scenario', async () => {
      const { page } = await open('account.html?latency=0');
      await settled(page);
      expect(await stateOf('points-badge')).toBe('ready');
      await choose('scenario', 'guest');
      await page.waitForFunction(() => document.querySelector('aftercart-points-badge')!.matches(':state(guest)'));
      await choose('scenario', 'member');
      await page.waitForFunction(() => document.querySelector('aftercart-points-badge')!.matches(':state(ready)'));
    });

    it('change the latency', async () => {
      const { page } = await open('account.html?latency=0');
      await settled(page);
      const start = Date.now();
      await choose('latency', '1500');
      await page.waitForFunction(() => document.querySelector('aftercart-points-badge')!.matches(':state(loading)'));
      await settled(page);
      expect(Date.now() - start).toBeGreaterThan(1400);
    });

    const choose = async (label: string, value: string): Promise<void> => {
      await guest!.page.evaluate(
        (label, value) => {
          const selects = [...document.querySelectorAll<HTMLSelectElement>('.demo select')];
          const select = selects.find(({ options }) => [...options].some((option) => option.value === value));
          if (!select) throw new Error(`The demo has no ${value} for ${label}.`);
          select.value = value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        },
        label,
        value,
      );
    };
  });

  it('redeems a reward with the keyboard alone', async () => {
    const { page, complaints } = await open('index.html?latency=0');
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
      await page.goto(`${started.url}${path}?latency=1500&scenario=slow`);
      await settled(page);
      expect(await shifts(page)).toEqual([]);
    },
  );
});
