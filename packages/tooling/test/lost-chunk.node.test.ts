/** A host that loses files: what the loader makes of it, in real browsers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../src/browsers/open.ts';
import { browserNames } from '../src/browsers/find.ts';
import { StaticFiles } from '../src/start/static-files.ts';
import { packageById } from '../src/repo.ts';

const files = new StaticFiles({ '/': `${packageById('elements').dir}/dist/cdn` });
const page = `<!doctype html><html lang="en"><title>Shop</title><aftercart-shop adapter="memory" latency="0"></aftercart-shop>
  <script>var uncaught = []; addEventListener('error', (e) => uncaught.push(e.message)); addEventListener('unhandledrejection', (e) => uncaught.push(String(e.reason)));</script>
  <aftercart-points-badge>Slotted words</aftercart-points-badge><script type="module" src="/aftercart.js"></script>`;

/** What the host loses, and how often it still will. */
let lost: RegExp;
let left = 0;
const asked: string[] = [];
const server: Server = createServer((request, response) => {
  const path = (request.url ?? '/').replace(/\?.*$/, '');
  if (path === '/') return void response.setHeader('content-type', 'text/html').end(page);
  asked.push(request.url!);
  if (lost.test(path) && left-- > 0) return void response.writeHead(500).end('<h1>Internal Server Error</h1>');
  files.answer(path, { encodings: '', etag: '' }).then(({ status, headers, body }) => response.writeHead(status, headers).end(body), () => response.end());
});
beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
afterAll(() => server.close());

describe.each(browserNames)('a file that is lost, in %s', { timeout: 60_000 }, (name) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(name);
  }, 300_000);
  afterAll(() => browser.close());
  afterEach(() => asked.splice(0));

  const visit = async () => {
    // A context of its own has a cache of its own.
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    const lines: string[] = [];
    tab.on('console', (message) => lines.push(message.text()));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const becomes = (state: string) =>
      tab.waitForFunction((wanted) => document.querySelector('aftercart-points-badge')!.matches(`:state(${wanted})`), { timeout: 40_000 }, state);
    const uncaught = () => tab.evaluate(() => (globalThis as unknown as { uncaught: string[] }).uncaught);
    return { close: () => context.close(), lines, uncaught, becomes };
  };

  /** The console's lines take a way of their own to this process: a state may be seen before the line that tells why. */
  const tells = (lines: string[], code: string) =>
    vi.waitFor(() => expect(lines.filter((line) => line.includes(code))).not.toHaveLength(0), { timeout: 10_000 });

  it.each([
    ['of an element', /\/chunks\/\w+\/points-badge\./],
    ['that all elements share', /\/chunks\/\w+\/runtime\./],
  ])('%s: the loader says so and comes back with the single file', async (_, pattern) => {
    lost = pattern;
    left = Infinity;
    const { close, lines, uncaught, becomes } = await visit();
    await becomes('ready');
    await tells(lines, 'CHUNK_FAILED');
    expect(asked.some((url) => url.includes('?r='))).toBe(true);
    expect(await uncaught()).toEqual([]);
    await close();
  });

  it('with what can wait for the first paint: the element works without it', async () => {
    lost = /\/chunks\/\w+\/later\./;
    left = Infinity;
    const { close, lines, uncaught, becomes } = await visit();
    await becomes('ready');
    await tells(lines, 'CHUNK_FAILED');
    expect(lines.filter((line) => line.includes('CHUNK_FAILED'))).toHaveLength(1);
    expect(await uncaught()).toEqual([]);
    await close();
  });

  it('with an adapter in it: the slotted words show, and the page is unharmed', async () => {
    lost = /\/chunks\/\w+\/adapter-memory\./;
    left = Infinity;
    const { close, lines, uncaught, becomes } = await visit();
    await becomes('unsupported');
    await tells(lines, 'NO_ADAPTER');
    expect(lines.filter((line) => line.includes('NO_ADAPTER'))).toHaveLength(1);
    expect(await uncaught()).toEqual([]);
    await close();
  });
});
