import { LedgerPage, PointsAccount, PointsProgram } from '@aftercart/contract/schemas';
import { describe, expect, it } from 'vitest';
import { adapterOf, openNorthpine, type Northpine } from './test/northpine.ts';
import type { AccountFact, TransactionFact } from './test/shop.ts';

const pointsOf = (shop: Northpine, currency = 'EUR') => adapterOf(shop, { pointsFromStoreCredit: { currency, name: 'Store credit', signInUrl: '/account' } }).points!;
const shopWith = (...accounts: AccountFact[]) => openNorthpine({ accounts });

const at = (day: number): string => `2026-10-${String(day).padStart(2, '0')}T10:00:00Z`;
const move = (type: TransactionFact['type'], day: number, amount: string, event: string, more: Partial<TransactionFact> = {}): TransactionFact => ({
  type, id: `gid://shopify/StoreCreditAccountTransaction/${day}`, amount, createdAt: at(day), event, ...more,
});
const LEDGER: AccountFact = {
  currency: 'EUR', balance: '12.5',
  transactions: [
    move('Credit', 1, '20.0', 'ADJUSTMENT', { remaining: '2.5', expiresAt: '2099-03-01T00:00:00Z' }),
    move('Credit', 2, '10.0', 'ORDER_REFUND', { remaining: '10.0', expiresAt: '2099-01-01T00:00:00Z', order: '#1001' }),
    move('Credit', 3, '5.0', 'ADJUSTMENT', { remaining: '5.0', expiresAt: '2026-10-04T00:00:00Z' }),
    move('Expiration', 4, '-5.0', 'ADJUSTMENT'),
    move('Debit', 5, '-22.5', 'ORDER_PAYMENT', { order: '#1002' }),
    move('DebitRevert', 6, '5.0', 'PAYMENT_RETURNED'),
  ],
};

describe('the account', () => {
  const ask = async (shop: Northpine, context = shop.maria, currency?: string) => {
    const answer = await pointsOf(shop, currency).account({}, context);
    return answer && PointsAccount.parse(answer);
  };

  it('adds up what Shopify booked', async () => {
    expect(await ask(shopWith(LEDGER))).toMatchObject({
      state: 'member', balance: 1_250, pending: 0, lifetime: 3_500, spent: 1_750, pendingBatches: [],
      expiringBatches: [{ points: 1_000, expiresAt: '2099-01-01T00:00:00Z' }, { points: 250, expiresAt: '2099-03-01T00:00:00Z' }],
    });
  });

  it('goes by the kind of a transaction and not by its sign', async () => {
    const signless = LEDGER.transactions.map((each) => ({ ...each, amount: each.amount.replace('-', '') }));
    expect(await ask(shopWith({ ...LEDGER, transactions: signless }))).toMatchObject({ lifetime: 3_500, spent: 1_750 });
  });

  it('is that of the currency, in its minor unit', async () => {
    const account = (currency: string, balance: string): AccountFact => ({ currency, balance, transactions: [] });
    const shop = shopWith(account('JPY', '1200.0'), account('KWD', '1.5'), account('IQD', '2.125'), account('EUR', '0.01'), account('HUF', '500.0'), account('USD', '-3.5'));
    for (const [currency, balance] of Object.entries({ JPY: 1_200, KWD: 1_500, IQD: 2_125, EUR: 1, HUF: 50_000, USD: -350 })) {
      expect(await ask(shop, shop.maria, currency)).toMatchObject({ balance });
    }
  });

  it('is none for who never had credit in this currency', async () => {
    const shop = shopWith(LEDGER);
    expect(await ask(shop, shop.maria, 'SEK')).toBeNull();
    expect(await ask(shop, { ...shop.guest, token: async () => 'shcat_nikos' })).toBeNull();
  });

  it('of a guest is of zeros, and nobody is asked', async () => {
    const shop = shopWith(LEDGER);
    expect(await ask(shop, shop.guest)).toMatchObject({ state: 'guest', balance: 0, lifetime: 0, spent: 0 });
    expect(shop.host.asked).toEqual([]);
  });

  it('reads every page', async () => {
    const transactions = Array.from({ length: 230 }, (_, index) => ({ ...move('Credit', 1, '0.01', 'ADJUSTMENT'), id: `t${index}` }));
    expect(await ask(shopWith({ currency: 'EUR', balance: '2.3', transactions }))).toMatchObject({ balance: 230, lifetime: 230 });
  });
});

describe('the history', () => {
  const ask = async (shop: Northpine, input: object = {}) => LedgerPage.parse(await pointsOf(shop).history!(input, shop.maria));

  it('is newest first, in Shopify’s words as far as it has any', async () => {
    const { items, nextCursor } = await ask(shopWith(LEDGER));
    expect(items.map(({ delta, kind, description }) => [delta, kind, description])).toEqual([
      [500, 'refund', null], [-2_250, 'redemption', '#1002'], [-500, 'expiry', null], [500, 'adjustment', null], [1_000, 'refund', '#1001'], [2_000, 'adjustment', null],
    ]);
    expect(items.map(({ status }) => status)).toEqual(items.map(() => 'approved'));
    expect(items.map(({ id }) => id)).toContain('expiry-of:gid://shopify/StoreCreditAccountTransaction/4');
    expect(nextCursor).toBeNull();
  });

  it('goes on where a page ended', async () => {
    const shop = shopWith(LEDGER);
    const deltas: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await ask(shop, { limit: 4, cursor });
      deltas.push(...page.items.map(({ delta }) => delta));
      cursor = page.nextCursor;
    } while (cursor);
    expect(deltas).toEqual([500, -2_250, -500, 500, 1_000, 2_000]);
  });

  it('refuses a cursor that is none', async () => {
    await expect(ask(shopWith(LEDGER), { cursor: 'made up' })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('is empty without an account, and a guest has to sign in', async () => {
    const shop = shopWith();
    expect(await ask(shop)).toEqual({ items: [], nextCursor: null });
    await expect(pointsOf(shop).history!({}, shop.guest)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('the program', () => {
  const ask = async (locale: string, currency = 'EUR') => PointsProgram.parse(await pointsOf(openNorthpine(), currency).program({}, { ...openNorthpine().guest, locale }));

  it('says that it is money, and promises nothing that Shopify does not give', async () => {
    expect(await ask('en')).toEqual({
      name: 'Store credit', terminology: { one: 'euro', other: 'euros' }, decimals: 2, tiers: [], earningRules: [], rewards: [], signInUrl: '/account', termsUrl: null,
    });
  });

  it.each([
    ['en', 'USD', { one: 'US dollar', other: 'US dollars' }], ['de', 'EUR', { one: 'Euro', other: 'Euro' }], ['ru', 'RUB', { one: 'российский рубль', few: 'российских рубля', many: 'российских рублей' }],
  ])('in %s calls %s by its name', async (locale, currency, forms) => expect((await ask(locale, currency)).terminology).toMatchObject(forms));

  it.each([['JPY', 0], ['KWD', 3], ['EUR', 2]])('has the decimals of %s: %i', async (currency, decimals) => expect((await ask('en', currency)).decimals).toBe(decimals));
});

it('needs the Customer Account API, and a currency', () => {
  const shop = openNorthpine();
  expect(() => adapterOf(shop, { customerApi: '', pointsFromStoreCredit: { currency: 'EUR', name: 'Credit' } })).toThrow(/needs customerApi/);
  expect(() => pointsOf(shop, 'euro')).toThrow(/currency="euro" is no ISO 4217 code/);
});
