/** The merchant page, in real browsers, over the real server. */
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProcess, type RunningProcess } from '../../server/src/test/process.ts';
import { makePlace, type TestPlace } from '../../server/src/test/stores.ts';
import { signShopperToken } from '../../server/src/token/index.ts';
import { openBrowser } from '../src/browsers/open.ts';
import { browserNames } from '../src/browsers/find.ts';

const merchantKey = 'the merchant key of a shop under test';
const secret = 'the token secret of a shop under test';
const env = { AFTERCART_MERCHANT_KEY: merchantKey, AFTERCART_TOKEN_SECRET: secret };
const DAY = 86_400_000;

describe.each(browserNames)('the merchant page in %s', { timeout: 60_000 }, (name) => {
  let place: TestPlace;
  let server: RunningProcess;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    place = await makePlace('sqlite');
    server = await startProcess({ dataDir: place.dataDir, env });
    browser = await openBrowser(name);
    page = await browser.newPage();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await server.kill('SIGTERM');
    await place.remove();
  });

  const ask = async (verb: string, path: string, body?: unknown, token = merchantKey): Promise<any> => {
    const response = await fetch(server.url + path, {
      method: verb,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${verb} ${path} answered ${response.status}: ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  };
  const merchant = (verb: string, path: string, body?: unknown) => ask(verb, `/merchant/v1${path}`, body);
  const open = async (path: string) => void (await page.goto(`${server.url}/merchant/${path}`));
  const press = (selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);
  const notice = () => page.$eval('.notice', (element) => element.textContent!.trim());
  const fill = async (selector: string, text: string) => {
    await page.$eval(selector, (element) => void ((element as HTMLInputElement).value = ''));
    await page.type(selector, text);
  };
  const faults = async () => {
    // The page’s own policy forbids scripts; the test brings one along past it.
    await page.setBypassCSP(true);
    await page.reload();
    await page.evaluate(axe.source);
    const result = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> } }).axe.run());
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join()).join(' ')}`);
  };

  it('shows nothing without the key', async () => {
    for (const path of ['', 'reviews', 'faq', 'program', 'questions']) {
      const response = await page.goto(`${server.url}/merchant/${path}`);
      expect(response!.status()).toBe(401);
      expect(await page.$('input[name=key]')).not.toBe(null);
    }
    await page.type('#key', 'a wrong key');
    await press('button');
    expect(await notice()).toBe('This is not the key.');
  });

  it('lets in who has the key', async () => {
    await open('');
    await page.type('#key', merchantKey);
    await press('button');
    expect(await page.$eval('h1', (element) => element.textContent)).toBe('Overview');
    if (name === 'chromium') expect(await faults()).toEqual([]);
  });

  it('changes the program, and says where it is wrong', async () => {
    await open('program');
    const write = async (text: string) => {
      await page.$eval('#text', (element, value) => void ((element as HTMLTextAreaElement).value = value), text);
      await press('main button');
    };
    await write('{ "rewards": [');
    expect(await notice()).toContain('This is no JSON yet.');
    expect(await page.$eval('#text', (element) => (element as HTMLTextAreaElement).value)).toBe('{ "rewards": [');
    await write(JSON.stringify({ name: 'Club', rewards: [{ id: 'mug', kind: 'free_product', title: 'A mug', cost: { type: 'fixed', points: 'many' } }] }));
    expect(await notice()).toContain('/rewards/0/cost');
    await write(JSON.stringify({ name: 'Club <b>North</b>', earningRules: [], rewards: [{ id: 'mug', kind: 'free_product', title: 'A mug', cost: { type: 'fixed', points: 300 } }] }));
    expect(await notice()).toBe('Saved.');
    expect((await merchant('GET', '/points/program')).body).toMatchObject({ name: 'Club <b>North</b>', rewards: [{ id: 'mug' }] });
  });

  it('does not overwrite what somebody else has changed', async () => {
    await open('program');
    await merchant('PUT', '/points/program', { body: { name: 'Another' } });
    await press('main button');
    expect(await notice()).toContain('Somebody else');
    expect((await merchant('GET', '/points/program')).body.name).toBe('Another');
  });

  it('writes, changes and deletes an answer', async () => {
    await open('faq/en/new');
    await page.type('#question', 'Where is my parcel?');
    await page.type('#answer', 'On its way.');
    await press('main form:first-of-type button');
    expect(await notice()).toBe('Saved.');
    await press('table a');
    await fill('#answer', 'Nearly there.');
    await press('main form:first-of-type button');
    const [entry] = (await merchant('GET', '/faq/locales/en/entries')).items;
    expect(entry).toMatchObject({ question: 'Where is my parcel?', answer: 'Nearly there.' });
    if (name === 'chromium') expect(await faults()).toEqual([]);
    await open(`faq/en/${entry.id}`);
    await press('button.danger');
    expect((await merchant('GET', '/faq/locales/en/entries')).items).toEqual([]);
  });

  it('publishes and rejects what waits', async () => {
    const token = await signShopperToken({ shopper: 'ann', secret });
    const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
    await merchant('PUT', '/reviews/settings', { body: { moderation: 'before_publication', askAfterDays: 0 } });
    await merchant('PUT', '/orders/A-1', {
      shopper: 'ann', currency: 'EUR', total: 3000, placedAt: ago(9),
      lines: [{ productId: 'tent', name: 'Tent', quantity: 1, unitPrice: 2000 }, { productId: 'stove', name: 'Stove', quantity: 1, unitPrice: 1000 }],
    });
    await merchant('POST', '/orders/A-1/paid', { at: ago(9) });
    await merchant('POST', '/orders/A-1/delivered', { at: ago(5) });
    const { items } = await ask('GET', '/v1/reviews/requests', undefined, token);
    for (const { id, product } of items) {
      await ask('POST', '/v1/reviews/submit', { requestId: id, rating: product.id === 'tent' ? 1 : 5, title: `About the ${product.id}`, body: '<script>alert(1)</script>', incentivised: false }, token);
    }
    await open('reviews');
    expect(await page.$$eval('article', (articles) => articles.length)).toBe(2);
    if (name === 'chromium') expect(await faults()).toEqual([]);
    const cardOf = (title: string) => page.$$eval('article', (articles, wanted) => articles.findIndex((article) => article.textContent!.includes(wanted)) + 1, title);
    await press(`article:nth-of-type(${await cardOf('About the tent')}) form[action$=publish] button`);
    expect(await notice()).toBe('Published.');
    await page.type('article input[name=reason]', 'It is about another product.');
    await press('article form[action$=reject] button');
    expect(await page.$('article')).toBe(null);
    const after = (await ask('GET', '/v1/reviews/requests', undefined, token)).items.map(({ review }: any) => review);
    expect(after).toEqual(expect.arrayContaining([expect.objectContaining({ rating: 1, status: 'published' }), expect.objectContaining({ rating: 5, status: 'rejected', reason: 'It is about another product.' })]));
  });

  it('leads from an open question to its answer', async () => {
    await merchant('PUT', '/faq/locales/en/entries', { entries: [{ id: 'a', question: 'Returns', answer: 'Within 30 days.' }] });
    await ask('POST', '/v1/faq/search', { query: 'gift wrapping' }, await signShopperToken({ shopper: 'ann', secret }));
    await expect.poll(async () => (await merchant('GET', '/faq/questions')).items.length, { timeout: 40_000, interval: 500 }).toBe(1);
    await open('questions');
    await press('td a');
    expect(await page.$eval('#question', (element) => (element as HTMLInputElement).value)).toBe('gift wrapping');
  });

  it('refuses a form that another site sends, and ends with the session', async () => {
    const cookies = await browser.cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const foreign = await fetch(`${server.url}/merchant/program`, { method: 'POST', headers: { cookie, origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }, body: 'version=0&text={}' });
    expect(foreign.status).toBe(403);
    await open('');
    await press('header form button');
    await open('program');
    expect(await page.$('#key')).not.toBe(null);
  });
});
