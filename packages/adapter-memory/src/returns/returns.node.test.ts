import { describe, expect, test } from 'vitest';
import { context, refusal, shop } from '../test/shop.ts';
import { DAY } from '../time.ts';
import { rollForward } from './working-days.ts';

describe('policy', () => {
  const policy = async (input: Parameters<ReturnType<typeof shop>['returns']['policy']>[0]) => (await shop().returns.policy(input, context()))!;

  test.each([
    ['GR', 30, 14, 'FreeReturn'], ['DE', 30, 14, 'ReturnShippingFees'], ['IT', 30, 14, 'ReturnFeesCustomerResponsibility'], ['RU', 14, 7, 'ReturnFeesCustomerResponsibility'],
    ['CN', 15, 7, 'ReturnFeesCustomerResponsibility'], ['EG', 30, 14, 'RestockingFees'], ['US', 45, undefined, 'ReturnShippingFees'], ['JP', 30, undefined, 'ReturnFeesCustomerResponsibility'],
  ])('%s: %i days goodwill, %s statutory, %s', async (country, days, statutory, fee) => {
    const found = await policy({ country });
    expect(found).toMatchObject({ merchantReturnDays: days, customerRemorseReturnFees: { type: fee } });
    expect(found.statutory?.days).toBe(statutory);
  });

  test('the home market is meant when no country is', async () => {
    expect((await policy({})).applicableCountry).toContain('GR');
  });

  test('the highest tier has longer, and a gift card can’t be returned', async () => {
    expect(await policy({ country: 'DE', tier: 'summit' })).toMatchObject({ merchantReturnDays: 60, validForMemberTier: ['summit'], customerRemorseReturnFees: { type: 'FreeReturn' } });
    expect(await policy({ country: 'DE', productId: 'gift-card' })).toMatchObject({ returnPolicyCategory: 'MerchantReturnNotPermitted' });
  });

  test('Christmas is the one that matters on the day', async () => {
    expect((await policy({ date: '2026-07-01' })).seasonalOverrides![0]).toMatchObject({ startDate: '2026-11-15', returnBy: '2027-01-31' });
    expect((await policy({ date: '2027-01-20' })).seasonalOverrides![0]).toMatchObject({ startDate: '2026-11-15', returnBy: '2027-01-31' });
  });
});

test('a statutory period ends on a working day', () => {
  expect(rollForward('2026-11-27')).toBe('2026-11-27');
  expect(rollForward('2026-11-28')).toBe('2026-11-30');
  // Thursday, Good Friday, weekend, Easter Monday.
  expect(rollForward('2026-04-10')).toBe('2026-04-14');
  expect(rollForward('2026-12-25')).toBe('2026-12-28');
});

describe('deadline', () => {
  test('tells the days of an order and the items that differ', async () => {
    const deadline = await shop().returns.deadline({ orderNumber: 'np-10218' }, context());
    expect(deadline).toMatchObject({ deliveredOn: '2026-11-17', goodwillUntil: '2026-12-17', statutoryUntil: '2026-12-01', withdrawable: true });
    expect(deadline!.exceptions).toEqual([{ label: 'Trail Socks, 3 pairs', until: null, reason: 'hygiene' }]);
  });

  test('has no end before the goods have come', async () => {
    expect(await shop().returns.deadline({ orderNumber: 'NP-10241' }, context())).toMatchObject({ statutoryUntil: null, withdrawable: true });
  });

  test('a Christmas purchase has until the end of January', async () => {
    const now = () => Date.UTC(2026, 11, 20, 12);
    expect(await shop({ now }).returns.deadline({ orderNumber: 'NP-10218' }, context())).toMatchObject({ goodwillUntil: '2027-01-31' });
  });

  test('an order of somebody else is none', async () => {
    expect(await shop().returns.deadline({ orderNumber: 'NP-0' }, context())).toBeNull();
    expect(await shop({ scenario: 'new-member' }).returns.deadline({ orderNumber: 'NP-10218' }, context())).toBeNull();
  });
});

describe('withdrawal', () => {
  const declare = { step: 'declare', orderNumber: 'NP-10218', name: 'Maria P.', email: 'maria@example.com' } as const;

  test.each(['member', 'guest', 'blocked'] as const)('takes two steps and ends with a receipt, for %s', async (scenario) => {
    const { returns } = shop({ scenario });
    const first = await returns.withdraw(declare, context());
    if (first.step !== 'confirm') throw new Error('Nothing is withdrawn in one step.');
    expect(first.declaration).toContain('NP-10218');
    const confirm = { step: 'confirm', confirmation: first.confirmation } as const;
    const second = await returns.withdraw(confirm, context());
    expect(second).toMatchObject({ step: 'done', receipt: { receivedAt: '2026-11-22T09:30:00Z', content: first.declaration, email: 'maria@example.com' } });
    expect(await returns.withdraw(confirm, context())).toEqual(second);
    expect(await refusal(returns.withdraw(declare, context()))).toBe('ALREADY_WITHDRAWN');
    if (scenario === 'member') {
      expect(await returns.deadline({ orderNumber: 'NP-10218' }, context())).toMatchObject({ withdrawable: false, receipt: { name: 'Maria P.' } });
    }
  });

  test('a part leaves the rest', async () => {
    const { returns } = shop();
    const first = await returns.withdraw({ ...declare, items: ['Enamel Mug'] }, context());
    if (first.step === 'confirm') await returns.withdraw({ step: 'confirm', confirmation: first.confirmation }, context());
    expect(await refusal(returns.withdraw({ ...declare, items: ['Enamel Mug'] }, context()))).toBe('ALREADY_WITHDRAWN');
    expect(await returns.deadline({ orderNumber: 'NP-10218' }, context())).toMatchObject({ withdrawable: true, receipt: { items: ['Enamel Mug'] } });
  });

  test.each([
    ['an unknown order', { orderNumber: 'NP-0' }, 'INVALID_REQUEST'], ['an item of another order', { items: ['Tent'] }, 'INVALID_REQUEST'],
    ['no address', { email: 'maria' }, 'INVALID_REQUEST'], ['no name', { name: ' ' }, 'INVALID_REQUEST'], ['an old order', { orderNumber: 'NP-10197' }, 'RETURN_WINDOW_CLOSED'],
  ])('is refused for %s', async (_, wrong, code) => {
    expect(await refusal(shop().returns.withdraw({ ...declare, ...wrong }, context()))).toBe(code);
  });

  test('is refused when the period ends between the steps, and for a confirmation that nobody gave', async () => {
    const { returns, clock } = shop();
    const first = await returns.withdraw(declare, context());
    clock.now += 20 * DAY;
    expect(await refusal(returns.withdraw({ step: 'confirm', confirmation: first.step === 'confirm' ? first.confirmation : '' }, context()))).toBe('RETURN_WINDOW_CLOSED');
    expect(await refusal(returns.withdraw({ step: 'confirm', confirmation: 'x' }, context()))).toBe('INVALID_REQUEST');
  });
});
