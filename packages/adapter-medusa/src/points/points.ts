import type { AdapterContext, PointsAccount, PointsProgram, PointsService } from '@aftercart/contract';
import { listOf, numberOf, type Json } from '../read.ts';
import { member, stillWanted, tokenOfShopper, type StoreApi } from '../store-api.ts';
import { decimalsOf, minorUnits, nameOf } from './currency.ts';
import { pageOf } from './ledger.ts';
import type { MedusaStoreCredit } from './options.ts';

const TRANSACTIONS = ['id', 'amount', 'type', 'reference', 'note', 'created_at'].map((field) => `transactions.${field}`).join(',');

const emptyAccount = (state: PointsAccount['state']): PointsAccount => ({
  state, balance: 0, pending: 0, lifetime: 0, spent: 0, pendingBatches: [], expiringBatches: [], asOf: new Date().toISOString(),
});

/**
 * Store credit as points. It is money and no loyalty program: nothing is earned by buying, nothing pends or expires, there are no tiers and no rewards; it is spent
 * at checkout (`POST /store/carts/:id/store-credits`), so there is no `redeem` either.
 */
export function points(ask: StoreApi, { currency: code, name, signInUrl, termsUrl }: MedusaStoreCredit) {
  const currency = code.toUpperCase();
  const decimals = decimalsOf(currency);

  const accountOf = async (token: string, context: AdapterContext, fields = ''): Promise<Json | undefined> => {
    const query = new URLSearchParams({ currency_code: currency.toLowerCase(), limit: '1', fields: `id,currency_code,credits,debits,balance${fields && `,${fields}`}` });
    return listOf(member(await ask(`/store-credit-accounts?${query}`, { token }, context), 'store_credit_accounts'))[0];
  };

  return {
    async account(_, context) {
      stillWanted(context);
      const token = await context.token();
      if (!token) return emptyAccount('guest');
      const account = await accountOf(token, context);
      if (!account) return emptyAccount('candidate');
      const [balance, lifetime, spent] = ['balance', 'credits', 'debits'].map((field) => minorUnits(numberOf(account[field]), decimals)) as [number, number, number];
      return { ...emptyAccount('member'), balance, lifetime, spent };
    },

    async program(_, context) {
      stillWanted(context);
      const { locale } = context;
      const program: PointsProgram = { name: typeof name === 'function' ? name(locale) : name, terminology: nameOf(currency, locale), decimals, tiers: [], earningRules: [], rewards: [] };
      return { ...program, ...(signInUrl && { signInUrl }), ...(termsUrl && { termsUrl }) };
    },

    async history(input, context) {
      return pageOf(await accountOf(await tokenOfShopper(context), context, TRANSACTIONS), decimals, input);
    },
  } satisfies PointsService;
}
