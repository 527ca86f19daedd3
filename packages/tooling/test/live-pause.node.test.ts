/** Live updates of the HTTP adapter in real browsers: a page that nobody looks at holds no connection, and misses nothing. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { build, type Rolldown } from 'vite';
import { browserNames } from '../src/browsers/find.ts';
import { openBrowser } from '../src/browsers/open.ts';
import { packageById, sourceCondition } from '../src/repo.ts';

const page = `<!doctype html><html lang="en"><title>Shop</title><script type="module">
  import { httpAdapter } from '/adapter.js';
  Object.assign(globalThis, { got: [], lost: [], controller: new AbortController() });
  const context = { signal: controller.signal, locale: 'en', token: async () => 's3cret' };
  const { points } = httpAdapter({ endpoint: 'api' });
  const listen = async () => {
    for await (const { balance } of points.subscribe({}, context)) got.push(balance);
    globalThis.ended = true;
  };
  listen().catch((error) => lost.push(error.code));
</script></html>`;

interface State {
  got: number[];
  lost: string[];
  ended?: boolean;
  controller: AbortController;
}

const files = new Map<string, string>();
/** Streams that are open, and what each began with. */
const open = new Set<ServerResponse>();
const asked: { last: string | undefined; url: string; authorization: string | undefined }[] = [];
let balance = 0;
const tell = (response: ServerResponse, value: number) => response.write(`id: ${value}\r\ndata: {"balance":${value}}\r\n\r\n`);
const earn = () => {
  balance += 1;
  for (const response of open) tell(response, balance);
};

const server: Server = createServer((request, response) => {
  const url = request.url!;
  if (url.replace(/\?.*/, '') === '/') return void response.setHeader('content-type', 'text/html').end(page);
  if (files.has(url)) return void response.setHeader('content-type', 'text/javascript').end(files.get(url));
  if (url !== '/api/v1/points/subscribe') return void response.writeHead(404).end();
  const last = request.headers['last-event-id'] as string | undefined;
  asked.push({ last, url, authorization: request.headers.authorization });
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  // States, not differences: who has missed several hears of the last.
  if (balance > Number(last ?? 0)) tell(response, balance);
  else response.write(': hello\n\n');
  open.add(response);
  response.on('close', () => open.delete(response));
});

beforeAll(async () => {
  const built = await build({
    configFile: false,
    root: packageById('adapter-http').dir,
    logLevel: 'warn',
    resolve: { conditions: [sourceCondition, 'module', 'browser'] },
    build: { write: false, lib: { entry: { adapter: join(packageById('adapter-http').dir, 'src/index.ts') }, formats: ['es'] } },
  });
  const { output } = [built].flat()[0] as Rolldown.RolldownOutput;
  for (const file of output) if (file.type === 'chunk') files.set(`/${file.fileName}`, file.code);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe.each(browserNames)('a page that is left and come back to, in %s', { timeout: 60_000 }, (name) => {
  let browser: Browser;
  let tab: Page;
  beforeAll(async () => {
    browser = await openBrowser(name);
  }, 300_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    balance = 0;
    asked.splice(0);
    tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return () => tab.close();
  });

  const state = () => tab.evaluate(() => {
    const { got, lost, ended = false } = globalThis as unknown as State;
    return { got, lost, ended };
  });
  const connections = (count: number) => vi.waitFor(() => expect(open.size).toBe(count), { timeout: 20_000 });
  const hears = (got: number[]) => vi.waitFor(async () => expect((await state()).got).toEqual(got), { timeout: 20_000 });
  const visibility = (wanted: string) => vi.waitFor(async () => expect(await tab.evaluate(() => document.visibilityState)).toBe(wanted), { timeout: 20_000 });

  it('closes its connection, and goes on after the last event', async () => {
    await connections(1);
    earn();
    await hears([1]);
    for (const round of [1, 2]) {
      const other = await browser.newPage();
      await other.bringToFront();
      await visibility('hidden');
      await connections(0);
      earn();
      earn();
      await other.close();
      await tab.bringToFront();
      await connections(1);
      await hears(round === 1 ? [1, 3] : [1, 3, 5]);
    }
    expect(asked.map(({ last }) => last)).toEqual([undefined, '1', '3']);
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer s3cret']));
    expect(await state()).toMatchObject({ lost: [], ended: false });
  });

  it('stays closed when the signal aborts meanwhile', async () => {
    await connections(1);
    const other = await browser.newPage();
    await other.bringToFront();
    await connections(0);
    await tab.evaluate(() => (globalThis as unknown as State).controller.abort());
    await vi.waitFor(async () => expect(await state()).toEqual({ got: [], lost: [], ended: true }), { timeout: 20_000 });
    await other.close();
    await tab.bringToFront();
    await visibility('visible');
    expect(asked).toHaveLength(1);
  });

  it('leaves no connection behind for “back”, where a few would use up all that the host may have', async () => {
    const { port } = server.address() as AddressInfo;
    for (let visit = 0; visit < 12; visit++) {
      await connections(1);
      await tab.goto(`http://127.0.0.1:${port}/?${visit}`);
    }
    await connections(1);
    await tab.goBack();
    await connections(1);
    earn();
    await vi.waitFor(async () => expect((await state()).got).toContain(1), { timeout: 20_000 });
  });
});
