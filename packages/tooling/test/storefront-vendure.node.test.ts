/** The demo storefront on Vendure alone, as `pnpm start --backend vendure` starts it. */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, signIn } from '../../vendure-plugin/src/test/client.ts';
import { openBrowser } from '../src/browsers/open.ts';
import { settled } from '../src/browsers/settled.ts';
import { choose, click, everything, says, seen, textOf, type } from './shopper.ts';
import { startStorefront, type Started } from './storefront-server.ts';
import { visitor, type Visitor } from './visitor.ts';

describe('over Vendure', { timeout: 60_000 }, () => {
  let started: Started;
  let browser: Browser;

  beforeAll(async () => {
    started = await startStorefront({}, ['--backend', 'vendure']);
    browser = await openBrowser('chromium');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await started?.stop();
  });

  const open = async (path: string, shopper: string): Promise<Visitor> => {
    const guest = await visitor(browser, started.url);
    await guest.page.goto(`${started.url}${path}?shopper=${shopper}`);
    await settled(guest.page);
    return guest;
  };
  /** What Vendure says itself. */
  const asAnn = async (query: string) => clientOf(`${started.backend}/shop-api`, await signIn(started.backend, 'ann@shop.example'))(query);

  it('shows points, and redeems them for a code that Vendure made', async () => {
    const { page, complaints } = await open('account.html', 'ann');
    await says(page, 'aftercart-points-badge', '1,250');
    await click(page, 'main aftercart-points-badge >>> [part=badge]');
    await click(page, 'main aftercart-points-badge >>> [part=redeem]:not(:disabled)');
    await click(page, 'main aftercart-points-badge >>> [part=confirm-redeem]');
    await seen(page, 'main aftercart-points-badge >>> [part=receipt]');
    const { aftercartPointsHistory: history } = await asAnn('{ aftercartPointsHistory(limit: 1) { items { delta redemption { code } } } }');
    const [{ delta, redemption }] = history.items;
    expect(delta).toBeLessThan(0);
    expect(await everything(page)).toContain(redemption.code);
    await page.reload();
    await says(page, 'aftercart-points-badge', (1_250 + delta).toLocaleString('en'));
    expect(complaints).toEqual([]);
  });

  it('shows parcels and the last day of a return', async () => {
    const { page, complaints } = await open('order.html', 'ann');
    await says(page, 'aftercart-tracking-timeline', 'NP-10241');
    await says(page, 'aftercart-tracking-timeline', 'ELTA Courier');
    await says(page, 'aftercart-tracking-timeline', 'SE482915637GR');
    await says(page, 'aftercart-returns-banner', 'Return by');
    expect(complaints).toEqual([]);
  });

  it('takes a review of what has arrived', async () => {
    const { page, complaints } = await open('product.html', 'ann');
    await click(page, 'aftercart-review-prompt >>> [part=star]:nth-of-type(4)');
    await type(page, 'aftercart-review-prompt >>> textarea', 'Carries well.');
    await click(page, 'aftercart-review-prompt >>> [part=submit]');
    await seen(page, 'aftercart-review-prompt >>> [part=receipt]');
    const { aftercartReviewRequests: requests } = await asAnn('{ aftercartReviewRequests { product { name } review { rating body status } } }');
    expect(requests.find(({ review }: any) => review)).toEqual({ product: { name: 'Halden 28 Backpack' }, review: { rating: 4, body: 'Carries well.', status: 'pending' } });
    expect(complaints).toEqual([]);
  });

  it('shows nothing of a shopper to the next one, and its own words where Vendure has no such service', async () => {
    const { page } = await open('account.html', 'ann');
    await says(page, 'aftercart-tracking-timeline', 'SE482915637GR');
    for (const next of ['bob', 'guest']) {
      await choose(page, 'shopper', next);
      await page.waitForFunction(() => ![...document.querySelectorAll('*')].some((element) => element.shadowRoot?.textContent.includes('SE482915637GR')));
      await settled(page);
      expect(await everything(page)).not.toContain('NP-10241');
    }
    expect(await textOf(page, 'aftercart-referral-panel')).toBe('Give a friend €10 and get €10.');
  });
});
