/** The demo storefront on three backends at once, as `pnpm start --backend composition` starts it. */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../src/browsers/open.ts';
import { settled } from '../src/browsers/settled.ts';
import { everything, says, type } from './shopper.ts';
import { startStorefront, type Started } from './storefront-server.ts';
import { visitor, type Visitor } from './visitor.ts';

describe('over a composition', { timeout: 60_000 }, () => {
  let started: Started;
  let browser: Browser;

  beforeAll(async () => {
    started = await startStorefront({}, ['--backend', 'composition']);
    browser = await openBrowser('chromium');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await started?.stop();
  });

  /** A page, and the first parts of the paths that it asks of backends. */
  const open = async (path: string): Promise<Visitor & { asked: Set<string> }> => {
    const guest = await visitor(browser, started.url);
    const asked = new Set<string>();
    guest.page.on('request', (request) => {
      const [, of] = /\/(v1\/\w+|shop-api|files)\b/.exec(new URL(request.url()).pathname) ?? [];
      if (of) asked.add(of);
    });
    await guest.page.goto(`${started.url}${path}`);
    await settled(guest.page);
    return { ...guest, asked };
  };

  it('has points from the server and parcels from Vendure, each with its own token', async () => {
    const { page, complaints, asked } = await open('account.html?shopper=ann');
    // What the server’s demo gives to Ann, and a parcel that only Vendure knows.
    await says(page, 'aftercart-points-badge', '1,713');
    await says(page, 'aftercart-referral-panel', '€10');
    await says(page, 'aftercart-tracking-timeline', 'SE482915637GR');
    expect([...asked].sort()).toEqual(['shop-api', 'v1/points', 'v1/referrals', 'v1/reviews']);
    expect(complaints).toEqual([]);
  });

  it('has questions from files', async () => {
    const { page, complaints, asked } = await open('help.html?shopper=ann&lang=el');
    await type(page, 'aftercart-faq-search >>> input', 'επιστροφη χρηματων');
    await says(page, 'aftercart-faq-search', 'Πότε');
    expect(asked).toContain('files');
    expect([...asked].filter((of) => of.startsWith('v1/faq'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows a guest nothing of anybody', async () => {
    const { page } = await open('account.html?shopper=guest');
    expect(await everything(page)).not.toMatch(/SE4829|1,713/);
  });
});
