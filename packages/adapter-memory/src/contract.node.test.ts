import * as guards from '@aftercart/contract';
import { capabilities, isAdapterError, METHODS, type Issue } from '@aftercart/contract';
import * as schemas from '@aftercart/contract/schemas';
import { describe, expect, test } from 'vitest';
import { SCENARIOS } from './options.ts';
import { context, shop } from './test/shop.ts';
import { LOCALES } from './words.ts';

type Shape = 'PointsAccount' | 'PointsProgram' | 'LedgerPage' | 'PointsEstimate' | 'Redemption' | 'ReferralProgram' | 'ReferralLink' | 'ReferralPage'
  | 'ReferralClaim' | 'ReviewRequests' | 'Review' | 'ReturnPolicy' | 'ReturnDeadline' | 'WithdrawalResult' | 'FaqEntries' | 'FaqHits' | 'VoteReceipt'
  | 'ContactInfo' | 'Shipments' | 'Shipment';
type Call = [name: string, shape: Shape, run: (adapter: ReturnType<typeof shop>, locale: string) => Promise<unknown>];

const review = { rating: 4, title: 'Good', body: 'Fine', displayName: 'M.', aspects: [{ id: 'fit', rating: 5 }] };

/** Every method, with the inputs that lead to different answers. */
const CALLS: Call[] = [
  ['points.account', 'PointsAccount', (a, locale) => a.points.account({}, context({ locale }))],
  ['points.program', 'PointsProgram', (a, locale) => a.points.program({}, context({ locale }))],
  ['points.history', 'LedgerPage', (a, locale) => a.points.history({ limit: 100 }, context({ locale }))],
  ['points.estimate', 'PointsEstimate', (a, locale) => a.points.estimate({ lines: [{ productId: 'backpack', quantity: 2 }] }, context({ locale }))],
  ['points.redeem', 'Redemption', (a, locale) => a.points.redeem({ rewardId: 'five-off' }, context({ locale }))],
  ['points.redeem', 'Redemption', (a, locale) => a.points.redeem({ rewardId: 'flexible', points: 200 }, context({ locale }))],
  ['points.revoke', 'Redemption', (a, locale) => a.points.revoke({ redemptionId: 'rd-demo-4' }, context({ locale }))],
  ['points.enrol', 'PointsAccount', (a, locale) => a.points.enrol({}, context({ locale }))],
  ['referrals.program', 'ReferralProgram', (a, locale) => a.referrals.program({}, context({ locale }))],
  ['referrals.link', 'ReferralLink', (a, locale) => a.referrals.link({}, context({ locale }))],
  ['referrals.claim', 'ReferralClaim', (a, locale) => a.referrals.claim({ code: 'MARIA7K2', email: 'friend@example.org' }, context({ locale }))],
  ['referrals.claim', 'ReferralClaim', (a, locale) => a.referrals.claim({ code: 'MARIA7K2', email: 'pending@example.org' }, context({ locale }))],
  ['referrals.list', 'ReferralPage', (a, locale) => a.referrals.list({ limit: 200 }, context({ locale }))],
  ['reviews.submit', 'Review', (a, locale) => a.reviews.submit({ requestId: 'NP-10218-backpack', incentivised: true, ...review }, context({ locale }))],
  ['reviews.edit', 'Review', (a, locale) => a.reviews.edit({ reviewId: 'rv-NP-10197-headlamp', ...review, body: 'advert' }, context({ locale }))],
  ['reviews.withdraw', 'Review', (a, locale) => a.reviews.withdraw({ reviewId: 'rv-NP-10218-enamel-mug' }, context({ locale }))],
  ['reviews.requests', 'ReviewRequests', (a, locale) => a.reviews.requests({}, context({ locale }))],
  ...['GR', 'DE', 'FR', 'ES', 'IT', 'GB', 'RU', 'CN', 'EG', 'US', 'JP', undefined].map(
    (country): Call => ['returns.policy', 'ReturnPolicy', (a, locale) => a.returns.policy({ country }, context({ locale }))],
  ),
  ['returns.policy', 'ReturnPolicy', (a, locale) => a.returns.policy({ country: 'GR', productId: 'gift-card' }, context({ locale }))],
  ['returns.policy', 'ReturnPolicy', (a, locale) => a.returns.policy({ country: 'DE', tier: 'summit', date: '2027-01-10' }, context({ locale }))],
  ['returns.withdraw', 'WithdrawalResult', (a, locale) =>
    a.returns.withdraw({ step: 'declare', orderNumber: 'np-10236', name: 'Maria', email: 'm@example.com' }, context({ locale }))],
  ['returns.withdraw', 'WithdrawalResult', async (a, locale) => {
    const first = await a.returns.withdraw({ step: 'declare', orderNumber: 'NP-10241', name: 'Maria', email: 'm@example.com', items: ['Lyng 2 Tent'] }, context({ locale }));
    return first.step === 'confirm' ? a.returns.withdraw({ step: 'confirm', confirmation: first.confirmation }, context({ locale })) : first;
  }],
  ...['NP-10241', 'NP-10236', 'NP-10218', 'NP-10197', 'NP-10142', 'NP-0'].map(
    (orderNumber): Call => ['returns.deadline', 'ReturnDeadline', (a, locale) => a.returns.deadline({ orderNumber }, context({ locale }))],
  ),
  ['faq.entries', 'FaqEntries', (a, locale) => a.faq.entries({}, context({ locale }))],
  ['faq.search', 'FaqHits', (a, locale) => a.faq.search({ query: 'PayPal' }, context({ locale }))],
  ['faq.vote', 'VoteReceipt', (a, locale) => a.faq.vote({ entryId: 'size', helpful: true }, context({ locale }))],
  ['faq.contact', 'ContactInfo', (a, locale) => a.faq.contact({}, context({ locale }))],
  ['tracking.shipments', 'Shipments', (a, locale) => a.tracking.shipments({}, context({ locale }))],
  ['tracking.shipments', 'Shipments', (a, locale) =>
    a.tracking.shipments({ orderNumber: 'NP-10241', proof: { email: 'Maria@Example.com', postcode: '105 58' } }, context({ locale }))],
  ['points.subscribe', 'PointsAccount', async (a, locale) => {
    const controller = new AbortController();
    const stream = a.points.subscribe({}, context({ locale, signal: controller.signal }));
    const told = stream.next();
    told.catch(() => {});
    await a.points.enrol({}, context({ locale }));
    // Where it is refused nothing has changed, so nothing would ever be told.
    await a.points.redeem({ rewardId: 'five-off' }, context({ locale })).catch(() => controller.abort());
    const { value } = await told;
    controller.abort();
    return value ?? null;
  }],
  ['tracking.subscribe', 'Shipment', async (a, locale) => {
    const controller = new AbortController();
    for await (const shipment of a.tracking.subscribe({ orderNumber: 'NP-10236', proof: { postcode: '10558' } }, context({ locale, signal: controller.signal }))) {
      controller.abort();
      return shipment;
    }
    return null;
  }],
];

function check(shape: Shape, answer: unknown, where: string) {
  if (answer === null) return;
  const issues: Issue[] = [];
  const guard = (guards as unknown as Record<string, guards.Guard<unknown>>)[`guard${shape}`]!;
  const seen = guard(answer, issues);
  expect(issues, where).toEqual([]);
  // What the guard drops, such as a misspelt field, is in the answer but not in what it lets through.
  expect(JSON.parse(JSON.stringify(seen)), where).toEqual(JSON.parse(JSON.stringify(answer)));
  // oxlint-disable-next-line import/namespace -- `shape` is the name of a schema by its type
  const schema = schemas[shape];
  expect(schema.safeParse(answer).error, where).toBeUndefined();
}

const EXPECTED: Record<string, RegExp> = {
  member: /^$/,
  slow: /^$/,
  guest: /^UNAUTHENTICATED$/,
  candidate: /^(CUSTOMER_NOT_ENROLLED|INVALID_REQUEST)$/,
  'new-member': /^(INSUFFICIENT_POINTS|INVALID_REQUEST)$/,
  negative: /^(INSUFFICIENT_POINTS|INVALID_REQUEST)$/,
  blocked: /^CUSTOMER_BLOCKED$/,
  empty: /^(CUSTOMER_NOT_ENROLLED|NOT_ELIGIBLE|INVALID_REQUEST)$/,
  failing: /^UNAVAILABLE$/,
  offline: /^OFFLINE$/,
};

describe.each(SCENARIOS)('scenario %s', (scenario) => {
  test.each([...LOCALES])('every answer in %s passes zod and the guards', async (locale) => {
    const adapter = shop({ scenario, liveInterval: 1 });
    for (const [name, shape, run] of CALLS) {
      if (name === 'tracking.subscribe' && scenario === 'empty') continue;
      const where = `${name} in ${scenario}, ${locale}`;
      try {
        check(shape, await run(adapter, locale), where);
      } catch (error) {
        if (!isAdapterError(error)) throw error;
        expect(error.code, where).toMatch(EXPECTED[scenario]!);
      }
    }
  });
});

test('has every method of the contract', () => {
  const all = Object.entries(METHODS).flatMap(([service, methods]) => Object.keys(methods).map((method) => `${service}.${method}`));
  expect(capabilities(shop())).toEqual(all);
  expect(new Set(CALLS.map(([name]) => name))).toEqual(new Set(all));
});

test('an unknown scenario is refused with the list of those there are', () => {
  expect(() => shop({ scenario: 'nobody' as never })).toThrow(/“nobody”.*member, guest/);
});
