/** Store credit as points: a balance in one currency, in its minor unit. */
import { currencyExponent } from '@aftercart/contract';
import type { AdapterContext, LedgerEntry, PluralForms, PointsAccount, PointsService } from '@aftercart/contract';
import { ask, everyPage, nextCursor, stopIf, type Api, type Connection } from './api/api.ts';
import { asShopper, asSomebody, type CustomerEndpoint } from './api/customer.ts';
import { inLanguage, validTag, type Localised } from './language.ts';
import { minorUnits } from './money.ts';
import { STORE_CREDIT } from './queries/store-credit.ts';

export interface StoreCreditOptions {
  /** ISO 4217 code of the account that is shown. Shopify keeps one for each currency. */
  currency: string;
  /** What the shop calls it, such as “Store credit”: it is money that the shop owes, and is best not called points. */
  name: Localised<string>;
  /** Where a guest signs in. */
  signInUrl?: string;
  /** Conditions of the store credit. */
  termsUrl?: string;
}

interface Transaction {
  /** Left out by Shopify of a credit that lapsed. */
  id?: string;
  __typename: string;
  createdAt: string;
  event: string;
  amount: { amount: string };
  origin: { order?: { name: string } | null } | null;
  expiresAt?: string | null;
  remainingAmount?: { amount: string };
  creditTransaction?: { id: string };
}

interface Account {
  balance: { amount: string; currencyCode: string };
  transactions: Connection<Transaction>;
}

const MOST_PER_PAGE = 100;

export function points(endpoint: CustomerEndpoint, { currency, name, signInUrl, termsUrl }: StoreCreditOptions): PointsService {
  const amountOf = ({ amount }: { amount: string }): number => minorUnits(amount, currency);

  async function read(api: Api, first: number, after: string | null, context: AdapterContext): Promise<Account | undefined> {
    const { customer } = await ask<{ customer: { storeCreditAccounts: Connection<Account> } }>(
      api, STORE_CREDIT, { query: `currency_code:${currency}`, first, after }, context,
    );
    return customer.storeCreditAccounts.nodes.find(({ balance }) => balance.currencyCode === currency);
  }

  return {
    async account(_, context) {
      const api = await asShopper(endpoint, context);
      if (!api) return accountOf('guest', 0, []);
      let balance: number | null = null;
      const transactions = await everyPage(async (after) => {
        const account = await read(api, MOST_PER_PAGE, after, context);
        if (account) balance = amountOf(account.balance);
        return account?.transactions;
      });
      // Who never had credit in this currency has no account, and nothing to join either.
      if (balance === null) return null;
      return accountOf('member', balance, transactions.map((each) => ({ ...each, delta: deltaOf(each, amountOf), left: each.remainingAmount ? amountOf(each.remainingAmount) : 0 })));
    },

    async program(_, { locale, signal }) {
      stopIf(signal);
      return {
        name: inLanguage(name, locale),
        terminology: currencyName(currency, validTag(locale)),
        decimals: currencyExponent(currency),
        tiers: [],
        earningRules: [],
        // It pays for orders at the checkout, by itself: nothing is redeemed before.
        rewards: [],
        signInUrl: signInUrl ?? null,
        termsUrl: termsUrl ?? null,
      };
    },

    async history({ cursor = null, limit }, context) {
      const api = await asSomebody(endpoint, context);
      const account = await read(api, Math.min(limit ?? 20, MOST_PER_PAGE), cursor, context);
      if (!account) return { items: [], nextCursor: null };
      const { transactions } = account;
      return { items: transactions.nodes.map((each) => entryOf(each, deltaOf(each, amountOf))), nextCursor: nextCursor(transactions, cursor) };
    },
  };
}

const IS_SPENT = 'StoreCreditAccountDebitTransaction';
const IS_GIVEN_BACK = 'StoreCreditAccountDebitRevertTransaction';
const IS_CREDIT = 'StoreCreditAccountCreditTransaction';
const HAS_LAPSED = 'StoreCreditAccountExpirationTransaction';

/** Signed by what the transaction is, whatever sign its amount has. */
function deltaOf({ __typename: type, amount }: Transaction, amountOf: (money: { amount: string }) => number): number {
  const size = amountOf(amount);
  return type === IS_CREDIT || type === IS_GIVEN_BACK ? Math.abs(size) : type === IS_SPENT || type === HAS_LAPSED ? -Math.abs(size) : size;
}

type Line = Transaction & { delta: number; left: number };

/** The contract’s limit. */
const MOST_BATCHES = 200;

function accountOf(state: 'guest' | 'member', balance: number, lines: readonly Line[]): PointsAccount {
  const sum = (...types: string[]): number => lines.reduce((total, { __typename, delta }) => total + (types.includes(__typename) ? delta : 0), 0);
  const asOf = new Date().toISOString();
  return {
    state,
    balance,
    pending: 0,
    lifetime: sum(IS_CREDIT),
    spent: Math.max(0, -sum(IS_SPENT, IS_GIVEN_BACK)),
    pendingBatches: [],
    expiringBatches: lines
      .flatMap(({ expiresAt, left }) => (expiresAt && left > 0 && Date.parse(expiresAt) > Date.parse(asOf) ? [{ points: left, expiresAt }] : []))
      .sort((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt))
      .slice(0, MOST_BATCHES),
    asOf,
  };
}

/** What StoreCreditSystemEvent says of a change; where it is only an adjustment, the kind of transaction says more. */
const KINDS: Readonly<Record<string, LedgerEntry['kind']>> = {
  ADJUSTMENT: 'adjustment', ORDER_CANCELLATION: 'refund', ORDER_PAYMENT: 'redemption', ORDER_REFUND: 'refund', PAYMENT_FAILURE: 'refund', PAYMENT_RETURNED: 'refund',
  TAX_FINALIZATION: 'adjustment',
};

function entryOf({ id, __typename: type, createdAt, event, origin, expiresAt, creditTransaction }: Transaction, delta: number): LedgerEntry {
  const kind = type === HAS_LAPSED ? 'expiry' : Object.hasOwn(KINDS, event) ? KINDS[event]! : 'other';
  return {
    id: id ?? `expiry-of:${creditTransaction?.id ?? createdAt}`,
    delta,
    status: 'approved',
    kind,
    // The only words that Shopify has: the number of the order.
    description: origin?.order?.name ?? null,
    createdAt,
    expiresAt: expiresAt ?? null,
  };
}

/** Numbers that have each CLDR plural category in some language. */
const SAMPLES = [0, 1, 2, 3, 5, 6, 11, 20, 100, 1_000_000, 1.5];

/** What the currency is called: “euro”, “euros”. */
function currencyName(currency: string, locale: string): PluralForms {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name', minimumFractionDigits: 0 });
  const nameFor = (n: number): string => format.formatToParts(n).find(({ type }) => type === 'currency')?.value ?? currency;
  const rules = new Intl.PluralRules(locale);
  const forms = SAMPLES.toReversed().map((n) => [rules.select(n), nameFor(n)]);
  return { other: nameFor(1_000_000), ...Object.fromEntries(forms) } as PluralForms;
}
