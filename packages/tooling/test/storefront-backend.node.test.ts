/** What a shopper does in the storefront, found again in the backend’s database. */
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../src/browsers/open.ts';
import { settled } from '../src/browsers/settled.ts';
import { onPostgres, onSqlite, type Database, type Place } from './database.ts';
import { choose, click, clickOn, everything, says, seen, textOf, type } from './shopper.ts';
import { startStorefront, type Started } from './storefront-server.ts';
import { focusMatches, tabTo, visitor, type Visitor } from './visitor.ts';

const RUNS = [
  ['chromium', 'SQLite', onSqlite],
  ['firefox', 'SQLite', onSqlite],
  ['chromium', 'PostgreSQL', onPostgres],
] as const;

/** The parcel of NP-10241 that moves. */
const NUMBER = 'SE482915637GR';

describe.each(RUNS)('in %s, over the server on %s', { timeout: 60_000 }, (name, _, makePlace) => {
  let place: Place | undefined;
  let started: Started | undefined;
  let browser: Browser | undefined;
  let db: Database | undefined;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    place = await makePlace();
    started = await startStorefront(place.env);
    db = await place.open(started.data);
    browser = await openBrowser(name);
  }, 300_000);
  afterEach(async () => {
    for (const { leave } of visitors.splice(0)) await leave();
  });
  afterAll(async () => {
    await browser?.close();
    await db?.close();
    await started?.stop();
    await place?.remove();
  });

  /** A visitor of their own, signed in as somebody. */
  const open = async (path: string, shopper: string): Promise<Visitor> => {
    const guest = await visitor(browser!, started!.url);
    visitors.push(guest);
    await guest.page.goto(`${started!.url}${path}${path.includes('?') ? '&' : '?'}shopper=${shopper}`);
    await settled(guest.page);
    return guest;
  };
  const rows = (sql: string) => db!.rows(sql);
  const redemptions = (shopper: string) => rows(`select id, code, points_spent, fulfilment from redemptions where shopper_id = '${shopper}' order by created_at, id`);

  it('redeems with the keyboard, once however often the key is pressed', async () => {
    const { page, complaints } = await open('index.html', 'ann');
    const before = await redemptions('ann');
    await tabTo(page, '[part=badge]');
    await page.keyboard.press('Enter');
    await seen(page, 'aftercart-points-badge >>> dialog[open]');
    await tabTo(page, '[part=redeem]');
    await page.keyboard.press('Enter');
    await seen(page, 'aftercart-points-badge >>> [part=confirm-redeem]');
    await tabTo(page, '[part=confirm-redeem]');
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
    const receipt = await textOf(page, 'aftercart-points-badge >>> [part=receipt]');
    expect(await focusMatches(page, 'dialog, dialog *')).toBe(true);
    const made = (await redemptions('ann')).slice(before.length);
    expect(made).toMatchObject([{ fulfilment: 'issued', points_spent: 500 }]);
    const [{ code }] = made as [{ code: string }];
    expect(receipt + (await everything(page))).toContain(code);
    const [sums] = await rows(`select sum(delta) as total, (select balance from points_accounts where shopper_id = 'ann') as balance from points_entries where shopper_id = 'ann'`);
    expect(Number(sums!['total'])).toBe(Number(sums!['balance']));
    expect(await rows(`select delta from points_entries where redemption_id = '${String(made[0]!['id'])}'`)).toMatchObject([{ delta: expect.anything() }]);

    await page.reload();
    await settled(page);
    expect(await redemptions('ann')).toHaveLength(before.length + 1);
    await says(page, 'aftercart-points-badge', Number(sums!['balance']).toLocaleString('en'));
    expect(complaints).toEqual([]);
  });

  it('submits a review, and another tab can’t submit it again', async () => {
    const reviews = () => rows(`select rating, title, body, status, shopper_id from reviews where order_line_id = 'NP-10218:backpack'`);
    const [first, second] = [await open('product.html', 'ann'), await open('product.html', 'ann')];
    for (const [{ page }, stars] of [[first, 4], [second, 1]] as const) {
      await click(page, `aftercart-review-prompt >>> [part=star]:nth-of-type(${stars})`);
      await type(page, 'aftercart-review-prompt >>> textarea', `${stars} stars: carries well, even in rain.`);
    }
    await click(first.page, 'aftercart-review-prompt >>> [part=submit]');
    await seen(first.page, 'aftercart-review-prompt >>> [part=receipt]');
    expect(await reviews()).toMatchObject([{ rating: 4, body: '4 stars: carries well, even in rain.', status: 'pending', shopper_id: 'ann' }]);
    await click(second.page, 'aftercart-review-prompt >>> [part=submit]');
    await second.page.waitForFunction(() => {
      const root = document.querySelector('aftercart-review-prompt')!.shadowRoot!;
      return root.querySelector('[part=failure]')?.textContent?.trim() || root.querySelector('[part=receipt]');
    });
    expect(await reviews()).toMatchObject([{ rating: 4 }]);
    expect(first.complaints).toEqual([]);
  });

  it('withdraws in two steps, and shows the receipt again after a reload', async () => {
    const withdrawals = () => rows(`select order_number, name, email, shopper_id, match from withdrawals`);
    const { page, complaints } = await open('order.html', 'ann');
    await click(page, 'aftercart-returns-banner >>> [part=withdraw]');
    await type(page, 'aftercart-returns-banner >>> #name', 'Ann Papadaki');
    await type(page, 'aftercart-returns-banner >>> #email', 'ann@example.com');
    await click(page, 'aftercart-returns-banner >>> [part=form] .primary');
    expect(await textOf(page, 'aftercart-returns-banner >>> [part=declaration]')).toContain('NP-10218');
    expect(await withdrawals()).toEqual([]);
    const confirm = await seen(page, 'aftercart-returns-banner >>> [part=confirm-withdrawal]');
    await confirm.click({ count: 2 });
    await seen(page, 'aftercart-returns-banner >>> [part=receipt]');
    expect(await withdrawals()).toMatchObject([{ order_number: 'NP-10218', name: 'Ann Papadaki', email: 'ann@example.com', shopper_id: 'ann', match: 'owner' }]);
    await page.reload();
    await settled(page);
    await click(page, 'aftercart-returns-banner >>> [part=show-receipt]');
    expect(await textOf(page, 'aftercart-returns-banner >>> [part=receipt]')).toContain('NP-10218');
    expect(await withdrawals()).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('votes on an answer, once for one shopper', async () => {
    const votes = () => rows(`select helpful from faq_votes where entry_id = 'refund-time' and locale = 'en'`);
    const before = (await votes()).length;
    const { page, complaints } = await open('help.html', 'bob');
    const vote = async (answer: 'yes' | 'no') => {
      await type(page, 'aftercart-faq-search >>> [part=input]', 'when do I get my money back');
      await click(page, 'aftercart-faq-search >>> [part=results] [part=question]');
      await click(page, `aftercart-faq-search >>> [part=${answer}]`);
      await seen(page, answer === 'yes' ? 'aftercart-faq-search >>> p[part=vote]' : 'aftercart-faq-search >>> form[part=vote]');
    };
    await vote('yes');
    expect((await votes()).length).toBe(before + 1);
    await page.reload();
    await settled(page);
    await vote('no');
    expect((await votes()).length).toBe(before + 1);
    expect(complaints).toEqual([]);
  });

  it('takes a friend from the advocate’s link to a code, and gives the same code again', async () => {
    const advocate = await open('account.html', 'ann');
    const link = await (await seen(advocate.page, 'aftercart-referral-panel >>> [part=link]')).evaluate((field) => (field as HTMLInputElement).value);
    const address = new URL(link);
    expect(address.origin).toBe(new URL(started!.url).origin);
    const claim = async (): Promise<string> => {
      const guest = await visitor(browser!, started!.url);
      visitors.push(guest);
      address.searchParams.set('shopper', 'guest');
      await guest.page.goto(address.href);
      await type(guest.page, 'aftercart-referral-panel >>> #email', 'maria.k@example.com');
      await click(guest.page, 'aftercart-referral-panel >>> [part=claim-button]');
      await seen(guest.page, 'aftercart-referral-panel >>> [part=receipt]');
      const code = await (await seen(guest.page, 'aftercart-referral-panel >>> [part=code]')).evaluate((field) => (field as HTMLInputElement).value);
      expect(guest.complaints).toEqual([]);
      return code;
    };
    const code = await claim();
    expect(await claim()).toBe(code);
    const found = await rows(`select advocate_id, friend_label, status from referrals where code = '${code}'`);
    expect(found).toEqual([{ advocate_id: 'ann', friend_label: 'm•••k@e•••.com', status: 'claimed' }]);
    expect(await rows(`select pool from coupon_codes where code = '${code}' and taken_by is not null`)).toEqual([{ pool: 'friends' }]);
  });

  it('moves a parcel on in two tabs while they watch', async () => {
    const told = async () => JSON.parse(String((await rows(`select body from shipments where tracking_number = '${NUMBER}'`))[0]!['body'])) as { events: { description: string }[] };
    const before = (await told()).events.length;
    const tabs = [await open('order.html', 'ann'), await open('account.html', 'ann')];
    for (const { page } of tabs) {
      await click(page, 'aftercart-tracking-timeline >>> [part=toggle]');
      await clickOn(page, 'aftercart-tracking-timeline >>> [part=parcel]', NUMBER);
    }
    for (const { page } of tabs) {
      // A tab behind another one listens again once it is in front.
      await page.bringToFront();
      await says(page, 'aftercart-tracking-timeline', 'With the courier for delivery today');
    }
    const { events } = await told();
    expect(events.length).toBeGreaterThan(before);
    expect(events.map(({ description }) => description)).toContain('With the courier for delivery today');
    for (const { complaints } of tabs) expect(complaints).toEqual([]);
  });

  it('shows nothing of a shopper to the next one', async () => {
    const { page, complaints } = await open('account.html', 'ann');
    const link = await (await seen(page, 'aftercart-referral-panel >>> [part=link]')).evaluate((field) => (field as HTMLInputElement).value);
    const [account] = await rows(`select balance from points_accounts where shopper_id = 'ann'`);
    const secrets = [Number(account!['balance']).toLocaleString('en'), new URL(link).searchParams.get('ref')!, 'NP-10', 'Hello, Ann'];
    const all = await everything(page);
    for (const secret of secrets) expect(all).toContain(secret);
    for (const next of ['bob', 'guest']) {
      await choose(page, 'shopper', next);
      await page.waitForFunction((gone) => ![...document.querySelectorAll('*')].some((element) => element.shadowRoot?.textContent.includes(gone)), {}, secrets[0]!);
      await settled(page);
      const now = await everything(page);
      for (const secret of secrets) expect(now).not.toContain(secret);
    }
    // What a candidate or a guest may not see is refused, which the browser’s console calls an error.
    expect(complaints.filter((complaint) => !/40[13]/.test(complaint))).toEqual([]);
  });
});
