import type { ReturnPolicy as Policy } from '@aftercart/contract';
import { ReturnDeadline, ReturnPolicy } from '@aftercart/contract/schemas';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { adapterOf, fulfillment, openNorthpine, order, type Northpine } from './test/northpine.ts';
import type { OrderFact } from './test/shop.ts';

const home: Policy = {
  id: 'home', applicableCountry: ['GR'], returnPolicyCategory: 'MerchantReturnFiniteReturnWindow', merchantReturnDays: 30, windowStart: 'delivery', outcomes: [{ refundType: 'FullRefund' }],
  customerRemorseReturnFees: { type: 'FreeReturn' }, itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: ['ReturnByMail'], exclusions: [],
};
const policies: Policy[] = [
  home,
  { ...home, id: 'summit', validForMemberTier: ['summit'], merchantReturnDays: 60 },
  { ...home, id: 'america', applicableCountry: ['US'], merchantReturnDays: 14, windowStart: 'order', merchantReturnLink: 'https://us.example/returns' },
];
const returnsOf = (shop: Northpine, more: object = {}) => adapterOf(shop, { returns: { policies, timeZone: 'Europe/Athens', ...more } }).returns!;

describe('the policy', () => {
  const ask = async (input: object, more: object = {}, link: string | null = 'https://northpine.example/policies/refund-policy') => {
    const shop = openNorthpine();
    shop.host.shop.refundPolicyUrl = link;
    const answer = await returnsOf(shop, more).policy(input, shop.guest);
    return { policy: answer && ReturnPolicy.parse(answer), asked: shop.host.asked };
  };

  it.each([[{ country: 'GR' }, 'home'], [{ country: 'GR', tier: 'summit' }, 'summit'], [{ country: 'US', tier: 'summit' }, 'america'], [{}, 'home']])('for %o is %s', async (input, id) => {
    expect((await ask(input)).policy!.id).toBe(id);
  });

  it('is that of the shop’s page, whose address Shopify knows', async () => {
    const { policy, asked } = await ask({ country: 'GR' });
    expect(policy!.merchantReturnLink).toBe('https://northpine.example/policies/refund-policy');
    expect(asked[0]!.headers.get('x-shopify-storefront-access-token')).toBe('public-token');
    expect(asked[0]!.headers.has('authorization')).toBe(false);
  });

  it('has no link where the shop has no page, and keeps the one that it has', async () => {
    expect((await ask({ country: 'GR' }, {}, null)).policy!.merchantReturnLink).toBeNull();
    expect((await ask({ country: 'US' })).policy!.merchantReturnLink).toBe('https://us.example/returns');
  });

  it('of a country without one is none', async () => {
    const { policy, asked } = await ask({ country: 'AQ' });
    expect([policy, asked]).toEqual([null, []]);
  });

  it('may speak the page’s language', async () => {
    const shop = openNorthpine();
    const { policy } = returnsOf(shop, { policies: (locale: string) => [{ ...home, conditions: `Words in ${locale}` }] });
    expect(await policy({}, { ...shop.guest, locale: 'el' })).toMatchObject({ conditions: 'Words in el' });
    expect(shop.host.asked[0]!.variables['language']).toBe('EL');
  });
});

describe('the last day', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T10:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  const ask = async (facts: Partial<OrderFact>, more: object = {}) => {
    const shop = openNorthpine({ orders: [order(facts)] });
    const answer = await returnsOf(shop, more).deadline!({ orderNumber: '1001' }, shop.maria);
    return answer && ReturnDeadline.parse(answer);
  };
  const arrived = (at: string) => [fulfillment({ events: [{ id: 'e', status: 'DELIVERED', happenedAt: at }] })];
  const late = [{ name: 'Boots', quantity: 1, refused: 'RETURN_WINDOW_EXPIRED' }];

  it('is counted from receipt, in the shop’s time zone', async () => {
    expect(await ask({ fulfillments: arrived('2026-11-04T22:30:00Z') })).toEqual({
      orderNumber: '#1001', deliveredOn: '2026-11-05', goodwillUntil: '2026-12-05', statutoryUntil: null, exceptions: [], withdrawable: false, timeZone: 'Europe/Athens',
    });
  });

  it('is counted from the last parcel', async () => {
    const fulfillments = [...arrived('2026-11-04T10:00:00Z'), fulfillment({ id: 'f2', createdAt: '2026-11-09T08:00:00Z', events: [{ id: 'e2', status: 'PICKED_UP', happenedAt: '2026-11-10T10:00:00Z' }] })];
    expect(await ask({ fulfillments })).toMatchObject({ deliveredOn: '2026-11-10', goodwillUntil: '2026-12-10' });
  });

  it('is counted from dispatch or order where the policy says so', async () => {
    const from = (windowStart: Policy['windowStart']) => ({ policies: [{ ...home, windowStart }] });
    expect(await ask({}, from('fulfilment'))).toMatchObject({ goodwillUntil: '2026-12-02' });
    expect(await ask({}, from('order'))).toMatchObject({ goodwillUntil: '2026-12-01' });
  });

  it('is never before that of the season', async () => {
    const seasonalOverrides = [{ name: 'Christmas', startDate: '2026-11-01', endDate: '2026-12-24', returnBy: '2027-01-31' }];
    expect(await ask({}, { policies: [{ ...home, seasonalOverrides }] })).toMatchObject({ goodwillUntil: '2027-01-31' });
  });

  it.each<[string, Partial<OrderFact>]>([
    ['while a part is not sent', { fulfillmentStatus: 'PARTIALLY_FULFILLED' }],
    ['while a parcel is on its way', { fulfillments: [fulfillment(), fulfillment({ id: 'f2', events: [] })] }],
    ['for a country without a policy', { country: 'FR' }],
  ])('is not known %s', async (_, facts) => expect(await ask(facts)).toMatchObject({ goodwillUntil: null }));

  it('of an order of which nothing has to arrive is not known', async () => {
    expect(await ask({ fulfillments: [fulfillment({ requiresShipping: false, events: [] })] })).toMatchObject({ deliveredOn: null, goodwillUntil: null });
  });

  it('leaves out what was cancelled', async () => {
    expect(await ask({ fulfillments: [fulfillment({ status: 'CANCELLED', events: [] }), ...arrived('2026-11-04T10:00:00Z')] })).toMatchObject({ deliveredOn: '2026-11-04' });
  });

  it('has passed when Shopify says so, too', async () => {
    expect(await ask({ fulfillments: arrived('2026-10-01T10:00:00Z'), lines: late })).toMatchObject({ goodwillUntil: '2026-10-31', exceptions: [] });
  });

  it('is not told where Shopify contradicts it', async () => {
    expect(await ask({ lines: late })).toMatchObject({ goodwillUntil: null, exceptions: [{ label: 'Boots', until: null, reason: 'other' }] });
    expect(await ask({ fulfillments: arrived('2026-10-01T10:00:00Z') })).toMatchObject({ goodwillUntil: null, exceptions: [] });
  });

  it('has exceptions for what is never taken back, and none for what is on its way or back already', async () => {
    const lines = [
      { name: 'Boots', quantity: 1 }, { name: 'Sale <b>socks</b>', quantity: 1, refused: 'FINAL_SALE' }, { name: 'Voucher', quantity: 1, refused: 'OTHER' },
      { name: 'Mug', quantity: 1, refused: 'UNFULFILLED' }, { name: 'Lamp', quantity: 1, refused: 'RETURNED' },
    ];
    expect(await ask({ lines })).toMatchObject({ goodwillUntil: '2026-12-05', exceptions: [{ label: 'Sale <b>socks</b>', until: null, reason: 'final_sale' }, { label: 'Voucher', until: null, reason: 'other' }] });
    expect(await ask({ lines: lines.slice(1, 2) })).toMatchObject({ goodwillUntil: null, exceptions: [{ reason: 'final_sale' }] });
  });

  it('is null for an order of somebody else, and asks a guest to sign in', async () => {
    expect(await ask({ customer: 'nikos' })).toBeNull();
    const shop = openNorthpine({ orders: [order()] });
    await expect(returnsOf(shop).deadline!({ orderNumber: '1001' }, shop.guest)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

it('nothing withdraws: a return that is asked for is no withdrawal from the contract', () => {
  expect(returnsOf(openNorthpine())).not.toHaveProperty('withdraw');
});
