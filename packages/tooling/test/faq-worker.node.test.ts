/** A help page with many answers, whose scripts come from another host: who searches, and what is left without a connection. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../src/browsers/find.ts';
import { openBrowser } from '../src/browsers/open.ts';
import { packageById } from '../src/repo.ts';
import { StaticFiles } from '../src/start/static-files.ts';

const files = new StaticFiles({ '/': `${packageById('elements').dir}/dist/cdn` });
/** Files that were asked for. */
const asked: string[] = [];
let policy = '';
let cdn = '';

const page = () => `<!doctype html><html lang="en"><title>Help</title>
  <script>var uncaught = []; addEventListener('error', (e) => uncaught.push(e.message)); addEventListener('unhandledrejection', (e) => uncaught.push(String(e.reason)));
    var workers = []; const Real = Worker; Worker = class extends Real { constructor(url, options) { super(url, options); workers.push(String(url)); } };</script>
  <aftercart-faq-search></aftercart-faq-search>
  <script type="module">
    import { defineShop } from '${cdn}aftercart.js';
    const items = Array.from({ length: 700 }, (_, i) => ({ id: 'n' + i, question: 'Where is part ' + i + '?', answer: 'In the box.', format: 'text' }));
    items.push({ id: 'walnut', question: 'What is walnut oil for?', answer: '<p>For <b>wood</b>.</p>', format: 'html' });
    defineShop({ adapter: { id: 'mine', faq: { entries: async () => ({ items }) } } });
  </script>`;

const host = createServer((request, response) => {
  const path = (request.url ?? '/').replace(/\?.*$/, '');
  asked.push(path);
  files.answer(path, { encodings: '', etag: '' }).then(
    ({ status, headers, body }) => response.writeHead(status, { ...headers, 'access-control-allow-origin': '*' }).end(body),
    () => response.end(),
  );
});
const shop = createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  if (policy) response.setHeader('content-security-policy', policy);
  response.end(page());
});
const listen = (server: Server) => new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

describe.each(browserNames)('many answers, in %s', { timeout: 90_000 }, (name) => {
  let browser: Browser;
  let shopPort = 0;
  beforeAll(async () => {
    cdn = `http://127.0.0.1:${await listen(host)}/`;
    shopPort = await listen(shop);
    browser = await openBrowser(name);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    for (const server of [host, shop]) {
      server.closeAllConnections();
      server.close();
    }
  });
  afterEach(() => asked.splice(0));

  const visit = async () => {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.goto(`http://127.0.0.1:${shopPort}/`);
    const finds = async (query: string, question: string) => {
      await tab.waitForFunction(() => document.querySelector('aftercart-faq-search')!.matches(':state(ready)'), { timeout: 40_000 });
      await tab.evaluate(async (typed) => document.querySelector('aftercart-faq-search')!.search(typed), query);
      const shown = (wanted: string) => document.querySelector('aftercart-faq-search')!.shadowRoot!.querySelector('[part=results] summary')?.textContent?.trim() === wanted;
      await tab.waitForFunction(shown, { timeout: 40_000 }, question);
    };
    const said = () => tab.evaluate('({ uncaught, workers })') as Promise<{ uncaught: string[]; workers: string[] }>;
    return { tab, finds, said, close: () => context.close() };
  };

  it('are searched by a worker, though its file is on another host', async () => {
    policy = '';
    const { finds, said, close } = await visit();
    await finds('walnt', 'What is walnut oil for?');
    const { uncaught, workers } = await said();
    expect(workers).toEqual([expect.stringMatching(/^blob:/)]);
    // The page and the worker: the rules of the language are asked for by the worker alone, as it searches.
    expect(asked.some((path) => path.includes('faq-index.languages.en'))).toBe(true);
    expect(uncaught).toEqual([]);
    await close();
  });

  it('are searched in the page under a policy that allows no worker', async () => {
    policy = `default-src 'none'; script-src ${cdn} 'unsafe-inline'; connect-src 'self'; style-src 'none'`;
    const { finds, said, close } = await visit();
    await finds('walnt', 'What is walnut oil for?');
    expect((await said()).uncaught).toEqual([]);
    await close();
  });

  it('are searched and read without a connection, once the shopper has turned to them', async () => {
    policy = '';
    const { tab, finds, close } = await visit();
    await finds('part 7', 'Where is part 7?');
    await tab.waitForNetworkIdle();
    host.closeAllConnections();
    const port = (host.address() as AddressInfo).port;
    await new Promise((done) => host.close(done));
    try {
      await finds('walnuts', 'What is walnut oil for?');
      await tab.evaluate(() => document.querySelector('aftercart-faq-search')!.shadowRoot!.querySelector('summary')!.click());
      const read = () => document.querySelector('aftercart-faq-search')!.shadowRoot!.querySelector('[part=text]')?.textContent?.includes('For wood.');
      await tab.waitForFunction(read, { timeout: 20_000 });
    } finally {
      await new Promise<void>((done) => host.listen(port, '127.0.0.1', done));
    }
    await close();
  });
});
