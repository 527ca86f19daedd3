/** The storefront where its backend is elsewhere, is missing or goes away. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../src/browsers/open.ts';
import { settled } from '../src/browsers/settled.ts';
import { root } from '../src/repo.ts';
import { serve } from '../src/start/server.ts';
import { storefrontFiles } from '../src/start/storefront.ts';
import { says } from './shopper.ts';
import { startStorefront, type Started } from './storefront-server.ts';
import { visitor, type Visitor } from './visitor.ts';

describe('the storefront’s hosts', { timeout: 60_000 }, () => {
  let browser: Browser;
  let started: Started;
  /** A host of files alone. */
  let files: Awaited<ReturnType<typeof serve>>;
  let guest: Visitor | undefined;
  beforeAll(async () => {
    [browser, started, files] = await Promise.all([openBrowser('chromium'), startStorefront(), serve(storefrontFiles(), 0)]);
  }, 300_000);
  afterEach(async () => {
    await guest?.leave();
    guest = undefined;
  });
  afterAll(async () => {
    await browser.close();
    files.server.close();
    await started.stop();
  });

  it('shows the demo in the page where there is no server', async () => {
    guest = await visitor(browser, files.url);
    const { page } = guest;
    await page.goto(`${files.url}account.html`);
    await page.waitForFunction(() => document.querySelector('aftercart-shop')!.getAttribute('adapter') === 'memory');
    await page.waitForFunction(() => document.querySelector('aftercart-points-badge')!.matches(':state(ready)'));
    expect((await settled(page)).every(({ state }) => state === 'ready')).toBe(true);
    expect(await page.$eval('h1', (title) => title.innerText)).toBe('Hello, Maria');
  });

  it('says something sensible without scripts', async () => {
    guest = await visitor(browser, files.url);
    const { page } = guest;
    await page.setJavaScriptEnabled(false);
    for (const [path, words] of [['index.html', 'Free returns within 30 days.'], ['account.html', 'Join and earn points with every order'], ['help.html', 'help@northpine.example']]) {
      await page.goto(files.url + path);
      expect(await page.$eval('main', (main) => (main as HTMLElement).innerText)).toContain(words);
    }
  });

  it('talks to a backend of another origin, streams too', async () => {
    guest = await visitor(browser, files.url);
    const { page } = guest;
    await page.goto(`${files.url}plain/`);
    await page.evaluate((backend) => {
      document.body.innerHTML = `<aftercart-shop adapter="http" endpoint="${backend}" token-url="${backend}/demo/token?shopper=ann"></aftercart-shop>
        <aftercart-points-badge></aftercart-points-badge><aftercart-tracking-timeline order="NP-10241"></aftercart-tracking-timeline>`;
    }, started.backend);
    await page.waitForFunction(() => document.querySelector('aftercart-tracking-timeline')?.matches(':state(ready)'));
    expect(await settled(page)).toEqual([{ name: 'points-badge', state: 'ready' }, { name: 'tracking-timeline', state: 'ready' }]);
    await page.evaluate(() => document.querySelector('aftercart-tracking-timeline')!.shadowRoot!.querySelector<HTMLElement>('[part=toggle]')!.click());
    await says(page, 'aftercart-tracking-timeline', 'Out for delivery');
  });

  it('passes on what is for shoppers, and nothing of the merchant’s', async () => {
    const status = async (path: string) => (await fetch(started.url + path)).status;
    expect(await status('api/healthz')).toBe(200);
    expect(await status('api/v1/points/program')).toBe(200);
    for (const path of ['api/metrics', 'api/merchant/', 'api/merchant/v1/points/program', 'api/v1/../merchant/', 'api/webhooks/easypost', 'api/']) expect(await status(path)).toBe(404);
  });

  it('lets go of a stream when the page goes', async () => {
    const streams = async () => Number(/^aftercart_live_streams (\d+)$/m.exec(await (await fetch(`${started.backend}/metrics`)).text())?.[1]);
    const before = await streams();
    const { token } = (await (await fetch(`${started.url}api/demo/token?shopper=ann`)).json()) as { token: string };
    const gone = new AbortController();
    const response = await fetch(`${started.url}api/v1/tracking/subscribe`, {
      method: 'POST', signal: gone.signal, body: '{}', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'text/event-stream' },
    });
    // The first events come at once, though the stream never ends.
    const { value } = await response.body!.getReader().read();
    expect(new TextDecoder().decode(value)).not.toBe('');
    await expect.poll(streams).toBe(before + 1);
    gone.abort();
    await expect.poll(streams).toBe(before);
  });
});

describe('pnpm start', { timeout: 60_000 }, () => {
  it('says so when the backend can’t start, and ends', () => {
    const { status, stderr } = spawnSync('node', [join(root, 'packages/tooling/src/start.ts'), '--no-build', '--port', '0', '--data', '/dev/null/nowhere'], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/secrets\.json can’t be read/);
    expect(stderr).toMatch(/The backend ended with 1 before it listened/);
    expect(stderr).not.toContain('    at ');
  });
});
