import type { AdapterContext } from '@aftercart/contract';
import { PointsAccount, PointsProgram, Redemption, ReferralLink, ReferralProgram } from '@aftercart/contract/schemas';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { smileAdapter, type SmileOptions } from './index.ts';
import { ApiError, openSmile, product, sdkOver, type CustomerFact, type SmileHost } from './test/host.ts';

const customer = (facts: Partial<CustomerFact> = {}): CustomerFact => ({
  token: 'maria', balance: 300, vip: null, rewards: [], customer: { id: 304_169_228, state: 'member', referralUrl: 'http://i.refs.cc/9qr5Pw' },
  ...facts,
});
const contextOf = (token: string | null, given: Partial<AdapterContext> = {}): AdapterContext => ({ signal: new AbortController().signal, locale: 'en', token: async () => token, ...given });
const maria = (given?: Partial<AdapterContext>) => contextOf('maria', given);
const USD = { amount: 100, currency: 'USD' };

let host: SmileHost;
beforeEach(() => {
  host = openSmile();
  host.account.customers = [customer()];
});
const open = (options: Partial<SmileOptions> = {}) => smileAdapter({ publishableKey: 'pub_0987654321', load: async () => sdkOver(host.fetch), ...options });

describe('the account', () => {
  const ask = async (options: Partial<SmileOptions> = {}, context = maria()) => PointsAccount.parse(await open(options).points.account({}, context));

  it('has the balance, and of the rest what is certain', async () => {
    expect(await ask()).toMatchObject({ state: 'member', balance: 300, pending: 0, lifetime: 300, spent: 0, tier: null });
  });

  it.each([['candidate', 'candidate'], ['disabled', 'blocked'], ['of-tomorrow', 'candidate']])('of a customer who is %s is of a %s', async (state, expected) => {
    host.account.customers = [customer({ customer: { ...customer().customer, state } })];
    expect(await ask()).toMatchObject({ state: expected });
  });

  it('of a guest is of zeros, and Smile.js is not loaded', async () => {
    const load = vi.fn(async () => sdkOver(host.fetch));
    expect(await ask({ load }, contextOf(null))).toMatchObject({ state: 'guest', balance: 0 });
    expect(load).not.toHaveBeenCalled();
  });

  it('has the tier, counted in points or in money', async () => {
    const vip = {
      progressValue: 300.5, vipTier: { id: 1, name: 'Silver' }, nextVipTier: { id: 2, name: 'Gold' }, vipTierExpiresAt: '2026-12-31T23:59:59.999Z', deltaToNextVipTier: 199.5,
      deltaToRetainVipTier: null,
    };
    host.account.customers = [customer({ vip })];
    expect((await ask()).tier).toBeNull();
    expect((await ask({ vip: 'spend', rewardUnit: USD })).tier).toEqual({
      current: { id: '1', name: 'Silver' }, next: { id: '2', name: 'Gold' }, unit: 'spend', currency: 'USD', progress: 30_050, toNext: 19_950, toRetain: null, expiresAt: '2026-12-31T23:59:59.999Z',
    });
    expect((await ask({ vip: 'points' })).tier).toMatchObject({ unit: 'points', currency: null, progress: 301, toNext: 200 });
    host.account.customers = [customer()];
    expect((await ask({ vip: 'points' })).tier).toBeNull();
  });
});

describe('the program', () => {
  const ask = async (options: Partial<SmileOptions> = {}, context = maria()) => {
    const program = await open(options).points.program({}, context);
    return program && PointsProgram.parse(program);
  };
  const slider = {
    ...product(2, 'Order <b>discount</b>', 0), exchangeType: 'variable', pointsPrice: null, variablePointsStep: 100, variablePointsStepRewardValue: 1, variablePointsMin: 200, variablePointsMax: 1_000,
  };

  it('has the label, the tiers and the rewards, with what Maria can pay', async () => {
    host.account.products = [product(1, '$5 off coupon', 500), slider];
    host.account.tiers = [{ id: 426_715_799, name: 'Gold', milestone: 500 }];
    expect(await ask({ vip: 'points', rewardUnit: USD, signInUrl: '/account' })).toEqual({
      terminology: { one: 'Coin', other: 'Coins' }, decimals: 0, earningRules: [], joinUrl: null, signInUrl: '/account', tiers: [{ id: '426715799', name: 'Gold', threshold: 500 }],
      rewards: [
        { id: '1', kind: 'other', title: '$5 off coupon', description: null, imageUrl: null, cost: { type: 'fixed', points: 500 }, eligibility: { status: 'insufficient_points', missingPoints: 200 } },
        {
          id: '2', kind: 'other', title: 'Order <b>discount</b>', description: null, imageUrl: null, eligibility: { status: 'redeemable' },
          cost: { type: 'variable', pointsPerUnit: 100, unitValue: { amount: 100, currency: 'USD' }, min: 200, max: 1_000, step: 100 },
        },
      ],
    });
  });

  it('leaves out what it can’t price, and what is of another type', async () => {
    host.account.products = [slider, { ...product(3, 'New', 5), exchangeType: 'of-tomorrow' }, product(4, 'Mug', 100)];
    expect((await ask())!.rewards.map(({ id }) => id)).toEqual(['4']);
  });

  it('does not know what a guest or a candidate may redeem', async () => {
    host.account.products = [product(1, 'Mug', 100)];
    host.account.customers = [customer({ customer: { ...customer().customer, state: 'candidate' } })];
    for (const context of [contextOf(null), maria()]) expect((await ask({}, context))!.rewards[0]!.eligibility).toEqual({ status: 'unknown' });
  });

  it('is none where there is none', async () => {
    host.account.label = null;
    expect(await ask()).toBeNull();
  });
});

describe('redeeming', () => {
  beforeEach(() => void (host.account.products = [product(1, '$5 off coupon', 100), product(2, 'Bike', 9_000)]));
  const redeem = (adapter: ReturnType<typeof open>, input: object = {}, context = maria({ idempotencyKey: 'key-0001' })) => adapter.points.redeem!({ rewardId: '1', ...input }, context);
  const spent = () => 300 - host.account.customers[0]!.balance;

  it('gives a code', async () => {
    expect(Redemption.parse(await redeem(open()))).toEqual({
      id: '1', rewardId: '1', title: '$5 off coupon', pointsSpent: 100, fulfilment: 'issued', usage: 'untracked', code: '5off-1', expiresAt: null, revocable: false, createdAt: '2026-11-22T10:00:00.000Z',
    });
  });

  it('hands the number of points on', async () => {
    host.account.products = [{ ...product(1, 'Discount', 0), exchangeType: 'variable', pointsPrice: null, variablePointsStep: 50 }];
    expect(await redeem(open(), { points: 150 })).toMatchObject({ pointsSpent: 150 });
    expect(spent()).toBe(150);
  });

  it.each([[{ rewardId: '2' }, 'INSUFFICIENT_POINTS'], [{ rewardId: '3' }, 'INVALID_REQUEST'], [{ rewardId: 'mug' }, 'INVALID_REQUEST']])('of %o is refused as %s', async (input, code) => {
    await expect(redeem(open(), input)).rejects.toMatchObject({ code });
    expect(spent()).toBe(0);
  });

  it('can be tried again after a refusal', async () => {
    const adapter = open();
    await expect(redeem(adapter, { rewardId: '2' })).rejects.toMatchObject({ code: 'INSUFFICIENT_POINTS' });
    host.account.customers[0]!.balance = 10_000;
    expect(await redeem(adapter, { rewardId: '2' })).toMatchObject({ title: 'Bike' });
  });

  it('after a lost answer finds what was done, and claims nothing twice', async () => {
    const losing: typeof fetch = async (url, init) => {
      const answer = await host.fetch(url, init);
      if (!String(url).endsWith('/purchase')) return answer;
      throw new TypeError('Failed to fetch');
    };
    const lost = open({ load: async () => sdkOver(losing) });
    const keys = ['key-0001', 'key-0002'].map((idempotencyKey) => maria({ idempotencyKey }));
    for (const context of keys) await expect(redeem(lost, {}, context)).rejects.toMatchObject({ code: 'NETWORK', retryable: true });
    const [one, two] = [await redeem(lost, {}, keys[0]), await redeem(lost, {}, keys[1])];
    expect([one.id, two.id, one.pointsSpent]).toEqual(['1', '2', 100]);
    expect(spent()).toBe(200);
  });

  it('needs somebody', async () => {
    await expect(redeem(open(), {}, contextOf(null))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('referrals', () => {
  const reward = (name: string) => ({ name, description: null, imageUrl: null });

  it('have both offers by their names', async () => {
    host.account.referrals = { senderReward: reward('500 Coins'), receiverReward: reward('$5 off') };
    expect(ReferralProgram.parse(await open({ termsUrl: '/terms' }).referrals.program({}, contextOf(null)))).toMatchObject({
      active: true, advocateOffer: { kind: 'other', title: '500 Coins' }, friendOffer: { kind: 'other', title: '$5 off' }, termsUrl: '/terms',
    });
  });

  it.each([null, { senderReward: null, receiverReward: reward('$5 off') }])('are none without both: %o', async (settings) => {
    host.account.referrals = settings;
    expect(await open().referrals.program({}, maria())).toBeNull();
  });

  it('have Maria’s link, and its code', async () => {
    expect(ReferralLink.parse(await open().referrals.link({}, maria()))).toEqual({ code: '9qr5Pw', links: [{ channel: 'direct', url: 'http://i.refs.cc/9qr5Pw' }] });
    host.account.customers = [customer({ customer: { ...customer().customer, referralUrl: null } })];
    expect(await open().referrals.link({}, maria())).toBeNull();
    await expect(open().referrals.link({}, contextOf(null))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('Smile.js', () => {
  it('is loaded once, and signed in once for each token', async () => {
    const sdk = sdkOver(host.fetch);
    const [initialize, logout] = [vi.spyOn(sdk, 'initialize'), vi.spyOn(sdk.customer, 'logout')];
    const { points } = open({ load: async () => sdk });
    for (const context of [maria(), maria(), contextOf(null), maria()]) await points.program({}, context);
    expect(initialize.mock.calls.map(([options]) => options.customerToken)).toEqual(['maria', undefined, 'maria']);
    expect(logout).toHaveBeenCalledTimes(1);
  });

  it('that can’t be loaded is tried again at the next call', async () => {
    let broken = true;
    const { points } = open({ load: async () => (broken ? Promise.reject(new ApiError(0, 'Failed to load.')) : sdkOver(host.fetch)) });
    await expect(points.account({}, maria())).rejects.toMatchObject({ code: 'NETWORK' });
    broken = false;
    expect(await points.account({}, maria())).toMatchObject({ balance: 300 });
  });

  it.each<[unknown, string]>([
    [new ApiError(401, 'An invalid token was provided.'), 'UNAUTHENTICATED'], [new ApiError(429, 'Slow down.'), 'RATE_LIMITED'], [new ApiError(503, 'Later.'), 'UNAVAILABLE'],
    [new Error('Smile.initialize() was called wrongly.'), 'INVALID_RESPONSE'], [undefined, 'INVALID_RESPONSE'],
  ])('that fails with %s is %s', async (thrown, code) => {
    const sdk = { ...sdkOver(host.fetch), customerPointsWallet: { get: () => Promise.reject(thrown as Error) } };
    await expect(open({ load: async () => sdk }).points.account({}, maria())).rejects.toMatchObject({ name: 'AdapterError', code });
  });

  it('that never answers keeps nobody who has left', async () => {
    const sdk = { ...sdkOver(host.fetch), customerPointsWallet: { get: () => new Promise<never>(() => {}) } };
    const controller = new AbortController();
    const answer = open({ load: async () => sdk }).points.account({}, maria({ signal: controller.signal }));
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'ABORTED', retryable: false });
  });
});

it.each<[Partial<SmileOptions>, RegExp]>([
  [{ publishableKey: '' }, /publishableKey is missing/],
  [{ load: undefined as never }, /load should be a function/],
  [{ vip: 'spend' }, /vip="spend" needs rewardUnit/],
])('%o is refused by name', (wrong, message) => expect(() => open(wrong)).toThrow(message));
