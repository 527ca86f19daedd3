/** What Smile knows of a shop, and an SDK over it with the methods, objects and errors of its documentation. It speaks through `fetch`, so that tests can break the way. */
import type { Smile, SmileCustomer, SmilePointsProduct, SmileReferralSettings, SmileRewardFulfillment, SmileVipStatus, SmileVipTier } from '../sdk.ts';

export interface CustomerFact {
  token: string;
  customer: SmileCustomer;
  balance: number;
  vip: SmileVipStatus | null;
  rewards: SmileRewardFulfillment[];
}

export interface Account {
  label: { one: string; other: string } | null;
  products: SmilePointsProduct[];
  referrals: SmileReferralSettings | null;
  tiers: SmileVipTier[];
  customers: CustomerFact[];
}

const emptyAccount = (): Account => ({ label: { one: 'Coin', other: 'Coins' }, products: [], referrals: null, tiers: [], customers: [] });

/** https://dev.smile.io/js/concepts/error-object */
export class ApiError extends Error {
  status: number;
  requestId = '5b36eda6-1460-44c2-95cb-bd38755e5451';
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface SmileHost {
  /** May be replaced at any time. */
  account: Account;
  fetch: typeof fetch;
}

const answer = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refuse = (status: number, message: string): Response => answer({ error: { message } }, status);

export function openSmile(account: Account = emptyAccount()): SmileHost {
  let rewards = 0;
  const host: SmileHost = {
    account,
    async fetch(url, init) {
      const token = new Headers(init?.headers).get('authorization');
      const me = host.account.customers.find((each) => each.token === token);
      if (token && !me) return refuse(401, 'An invalid token was provided.');
      const { pathname } = new URL(String(url));
      const { products, referrals, tiers, label } = host.account;
      const personal = (body: (customer: CustomerFact) => Response): Response => (me ? body(me) : refuse(401, 'No customer is logged in.'));
      switch (pathname) {
        case '/customer': return answer(me?.customer ?? null);
        case '/points_settings': return label ? answer({ pointsLabel: label }) : refuse(404, 'There is no active points program.');
        case '/points_products': return answer(products);
        case '/referral_settings': return answer(referrals);
        case '/vip_tiers': return answer(tiers);
        case '/wallet': return personal(({ balance }) => answer({ balance }));
        case '/vip_status': return personal(({ vip }) => (vip ? answer(vip) : refuse(404, 'There is no active VIP program.')));
        case '/reward_fulfillments': return personal((customer) => answer(customer.rewards));
        case '/purchase': return personal((customer) => purchase(customer, JSON.parse(String(init?.body)) as { id: number; pointsToSpend?: number }));
        default: return refuse(404, 'Not found.');
      }
    },
  };

  function purchase(customer: CustomerFact, { id, pointsToSpend }: { id: number; pointsToSpend?: number }): Response {
    const product = host.account.products.find((each) => each.id === id);
    if (!product) return refuse(404, 'The points product could not be found.');
    const price = product.pointsPrice ?? pointsToSpend ?? 0;
    if (customer.balance < price) return refuse(422, 'The customer does not have enough points.');
    customer.balance -= price;
    const rewardFulfillment: SmileRewardFulfillment = {
      id: ++rewards, name: product.reward.name, code: `5off-${rewards}`, fulfillmentStatus: 'issued', usedAt: null, expiresAt: null, createdAt: '2026-11-22T10:00:00.000Z',
    };
    customer.rewards.push(rewardFulfillment);
    return answer({ id: 665_523_890 + rewards, pointsProductId: id, pointsSpent: price, rewardFulfillment });
  }

  return host;
}

/** Smile.js, which has one customer at a time, as a page has it once. */
export function sdkOver(fetcher: typeof fetch): Smile {
  let token: string | undefined;
  let customer: SmileCustomer | null = null;

  async function ask<T>(path: string, body?: object): Promise<T> {
    let response: Response;
    try {
      response = await fetcher(`https://api.smile.example/${path}`, { headers: token ? { authorization: token } : {}, ...(body && { method: 'POST', body: JSON.stringify(body) }) });
    } catch {
      throw new ApiError(0, 'The request could not be sent.');
    }
    const json = (await response.json().catch(() => {
      throw new ApiError(response.status, 'The answer could not be read.');
    })) as T & { error?: { message: string } };
    if (!response.ok) throw new ApiError(response.status, json?.error?.message ?? 'failed');
    return json;
  }

  return {
    async initialize({ customerToken }) {
      token = customerToken;
      customer = customerToken ? await ask<SmileCustomer>('customer') : null;
    },
    customer: {
      current: () => customer,
      logout() {
        token = undefined;
        customer = null;
      },
    },
    customerPointsWallet: { get: () => ask('wallet') },
    customerVipStatus: { get: () => ask('vip_status') },
    pointsProducts: { get: () => ask('points_products'), purchase: (id, options) => ask('purchase', { id, ...options }) },
    pointsSettings: { get: () => ask('points_settings') },
    referralSettings: { get: () => ask('referral_settings') },
    rewardFulfillments: { get: () => ask('reward_fulfillments') },
    vipTiers: { get: () => ask('vip_tiers') },
  };
}

export const product = (id: number, name: string, pointsPrice: number): SmilePointsProduct => ({
  id, exchangeType: 'fixed', pointsPrice, variablePointsStep: null, variablePointsStepRewardValue: null, variablePointsMin: null, variablePointsMax: null,
  reward: { name, description: null, imageUrl: null },
});
