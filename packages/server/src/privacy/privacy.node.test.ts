import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkLedger } from '../points/check.ts';
import { openReferralShop, type ReferralShop } from '../referrals/test/shop.ts';
import { POLICIES } from '../returns/test/shop.ts';
import { SETTINGS } from '../reviews/test/shop.ts';
import { runProcess } from '../test/process.ts';
import { ENGINES } from '../test/stores.ts';

// Processes and databases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ERIN = 'shopper-erin-7731';
const EMAIL = 'erin.roth@mail.example';
const ADDRESS = '12 Harbour Lane, 104 31 Athens';
const TYPED = ['Erin Roth', 'The zip broke on the quay', 'ErinOnTheQuay', 'Nobody told me of the ferry', 'It is too green for a sailor', 'Sold her seat on the ferry', 'For the trouble with the ferry'];

describe.each(ENGINES)('privacy on %s', (engine) => {
  let shop: ReferralShop;
  beforeEach(async () => {
    shop = await openReferralShop(engine);
    await shop.merchant('PUT', '/reviews/settings', { body: SETTINGS });
    await shop.merchant('PUT', '/returns/policies', { body: POLICIES });
    await shop.merchant('PUT', '/faq/locales/en/entries/ferry', { question: 'Which ferry?', answer: 'The blue one.' });
    await fill();
  });
  afterEach(() => shop.close());

  const order = (changes: object) => ({
    email: EMAIL, postcode: '104 31', address: ADDRESS, country: 'GR', currency: 'EUR', total: 8_000, placedAt: '2026-11-20T10:00:00Z',
    lines: [{ productId: 'bag', name: 'Bag', quantity: 1, unitPrice: 8_000 }], ...changes,
  });

  /** Erin does everything that can be done, as somebody known and as a guest. */
  async function fill(): Promise<void> {
    const as = { as: ERIN };
    // As long as nobody knows her, Erin may be somebody’s friend.
    await shop.claim(await shop.code('ann'), EMAIL);
    await shop.merchant('PUT', `/shoppers/${ERIN}`, { email: EMAIL, address: ADDRESS, birthday: '04-30', member: true });
    await shop.merchant('POST', '/points/adjustments', { shopperId: ERIN, points: 500, reason: TYPED[6], reference: `for-${ERIN}` });
    const code = await shop.code(ERIN);
    await shop.claim(code, 'friend@mail.example');
    await shop.order('ER-1', order({ shopper: ERIN, couponCodes: [code] }), 'paid', 'delivered');
    await shop.order('ER-2', order({}), 'paid', 'delivered');
    await shop.order('AN-1', order({ shopper: 'ann', email: 'ann@mail.example', postcode: null, address: null }), 'paid', 'delivered');
    await shop.merchant('PUT', '/orders/ER-1/shipments/dhl/00340434161094042557', {});
    await shop.call('tracking.shipments', {}, as);
    await shop.call('tracking.shipments', { orderNumber: 'ER-2', proof: { email: EMAIL } });
    await shop.call('faq.vote', { entryId: 'ferry', helpful: false, comment: TYPED[3] }, as);
    for (const [number, options] of [['ER-1', as], ['ER-2', {}]] as const) {
      const { confirmation } = await shop.call('returns.withdraw', { step: 'declare', orderNumber: number, name: TYPED[0], email: EMAIL, reason: TYPED[4] }, options);
      await shop.call('returns.withdraw', { step: 'confirm', confirmation }, options);
    }
    shop.advance({ days: 4 });
    const [request] = (await shop.call('reviews.requests', {}, as)).items;
    await shop.call('reviews.submit', { requestId: request.id, rating: 2, body: TYPED[1], displayName: TYPED[2], incentivised: true }, as);
    await shop.merchant('POST', `/shoppers/${ERIN}/block`, { reason: TYPED[5] });
  }

  const erase = () => shop.merchant('DELETE', `/shoppers/${ERIN}`);
  const balances = async () => {
    const { db } = shop.runtime.store;
    return db.selectFrom('points_accounts').select((eb) => [eb.fn.sum<number>('balance').as('balance'), eb.fn.sum<number>('pending').as('pending'), eb.fn.countAll<number>().as('accounts')]).executeTakeFirst();
  };

  /** What of the person stands in which column, of whatever table there is. */
  async function traces(): Promise<string[]> {
    const { fingerprints, store: { db } } = shop.runtime;
    const person = [ERIN, EMAIL, fingerprints.email(EMAIL), fingerprints.postcode('104 31'), 'Harbour', ...TYPED];
    const { household_hash: household } = (await db.selectFrom('orders').select('household_hash').where('number', '=', 'ER-1').executeTakeFirst()) ?? {};
    if (household) person.push(household);
    const found = new Set<string>();
    for (const { name } of await db.introspection.getTables()) {
      for (const row of await db.selectFrom(name as 'orders').selectAll().execute()) {
        for (const [column, value] of Object.entries(row)) {
          for (const trace of person) if (String(value).toLowerCase().includes(trace.toLowerCase())) found.add(`${name}.${column}: ${trace}`);
        }
      }
    }
    return [...found].sort();
  }

  it('tells all that is known, by parts', async () => {
    const told = await shop.merchant('GET', `/shoppers/${ERIN}/export`);
    expect(told).toMatchObject({
      shopperId: ERIN,
      exportedAt: shop.now().toISOString(),
      points: { account: { balance: 500 } },
      orders: [{ number: 'ER-1', total: 8_000 }, { number: 'ER-2' }],
    });
    const text = JSON.stringify(told);
    for (const typed of TYPED) expect(text).toContain(typed);
    expect(text).not.toContain('AN-1');
  });

  it('leaves nothing of the person in any column of any table, and every sum right', async () => {
    const before = await traces();
    // Proof that the search finds what is there.
    for (const [index, typed] of TYPED.entries()) expect(before.some((trace) => trace.endsWith(typed)), `text ${index}`).toBe(true);
    expect(before).toContain(`points_entries.shopper_id: ${ERIN}`);
    const sums = await balances();
    await erase();
    expect(await traces()).toEqual([]);
    expect(await balances()).toEqual(sums);
    const faults: string[] = [];
    await checkLedger(shop.runtime.store, (fault) => faults.push(fault));
    expect(faults).toEqual([]);
  });

  it('keeps what the books need, and leaves others alone', async () => {
    const anns = await shop.merchant('GET', '/shoppers/ann/export');
    await erase();
    expect(await shop.merchant('GET', '/orders/ER-1')).toMatchObject({ shopper: null, known: { email: false, postcode: false, address: false }, total: 8_000, country: 'GR', couponCodes: [] });
    const after = await shop.merchant('GET', '/shoppers/ann/export');
    expect({ ...after, referrals: null }).toEqual({ ...anns, referrals: null });
  });

  it('erases twice, and whom nobody knows', async () => {
    await erase();
    await erase();
    await shop.merchant('DELETE', '/shoppers/nobody');
    expect(await traces()).toEqual([]);
    const { orders, points, withdrawals } = await shop.merchant('GET', `/shoppers/${ERIN}/export`);
    expect({ orders, points, withdrawals }).toMatchObject({ orders: [], points: { account: null, entries: [] }, withdrawals: [] });
  });

  it('does not learn of the person again from an order that is told again', async () => {
    await erase();
    await shop.merchant('PUT', '/orders/ER-1', order({ shopper: ERIN, couponCodes: ['X'], total: 9_000 }));
    await shop.merchant('POST', '/orders/ER-1/refunds', { id: 'r', amount: 1_000 });
    expect(await shop.merchant('GET', '/orders/ER-1')).toMatchObject({ shopper: null, known: { email: false }, couponCodes: [], total: 9_000, refunded: 1_000 });
    expect(await traces()).toEqual([]);
  });

  it('still tells the shop what it has to know, of nobody in particular', async () => {
    const { db } = shop.runtime.store;
    const events = () => db.selectFrom('outbox').selectAll().orderBy('id').execute();
    const of = async (who: string) => (await events()).filter(({ body }) => body.includes(who)).map(({ id }) => id);
    const before = await events();
    const [delivered, ...waiting] = await of(ERIN);
    expect(waiting.length).toBeGreaterThan(0);
    await db.updateTable('outbox').set({ delivered_at: shop.now().toISOString(), next_attempt_at: null }).where('id', '=', delivered!).execute();
    await erase();
    // Forgetting may itself be something to tell.
    expect((await events()).map(({ id }) => id).slice(0, before.length - 1)).toEqual(before.map(({ id }) => id).filter((id) => id !== delivered));
    expect(await of('"erased-')).toEqual(expect.arrayContaining(waiting));
    expect(await of(ERIN)).toEqual([]);
  });

  it('exports and erases by command', async () => {
    const { dataDir, databaseUrl } = shop.runtime.config;
    const env = { AFTERCART_PEPPER: shop.runtime.secrets.pepper };
    const run = (...args: string[]) => runProcess({ dataDir, databaseUrl, env, args });
    const { code, stdout } = await run('export', ERIN);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ shopperId: ERIN, orders: [{ number: 'ER-1' }, { number: 'ER-2' }] });
    expect(await run('erase', ERIN)).toMatchObject({ code: 0, stdout: 'Erased.\n' });
    expect(await traces()).toEqual([]);
    expect(await run('erase')).toMatchObject({ code: 1, stderr: 'erase needs one shopper: the `sub` of the shopper’s tokens.\n' });
  });
});
