import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { POLICIES } from './test/shop.ts';

describe.each(ENGINES)('return policies on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
  });
  afterAll(() => server.close());
  const put = (body: unknown, version?: number) => server.merchant('PUT', '/returns/policies', { body, version });

  it('has none until the merchant writes some', async () => {
    expect(await server.call('returns.policy', { country: 'GR' })).toBe(null);
    expect(await server.merchant('GET', '/returns/policies')).toEqual({ version: 0, body: null });
    await put(POLICIES, 0);
    expect(await server.merchant('GET', '/returns/policies')).toMatchObject({ version: 1, body: { homeCountry: 'GR' } });
  });

  it.each([
    ['everything else', { country: 'JP', date: '2026-11-22' }, 'world'],
    ['a time', { country: 'JP', date: '2026-04-01' }, 'spring'],
    ['its first day', { country: 'JP', date: '2026-03-01' }, 'spring'],
    ['its last day', { country: 'JP', date: '2026-05-31' }, 'spring'],
    ['the day after', { country: 'JP', date: '2026-06-01' }, 'world'],
    ['a country', { country: 'FR', date: '2026-11-22' }, 'eu'],
    ['a country before a time', { country: 'FR', date: '2026-04-01' }, 'eu'],
    ['a country and a time before a country', { country: 'DE', date: '2026-04-01' }, 'de-spring'],
    ['no country: that of the shop', { date: '2026-11-22' }, 'eu'],
    ['a tier before a country', { country: 'FR', tier: 'gold', date: '2026-11-22' }, 'gold'],
    ['a tier and a country before a tier', { country: 'DE', tier: 'gold', date: '2026-11-22' }, 'gold-de'],
    ['a tier that has nothing of its own', { country: 'FR', tier: 'silver', date: '2026-11-22' }, 'eu'],
    ['a product before a tier and a country', { country: 'FR', productId: 'tent', date: '2026-11-22' }, 'tent'],
    ['a product and a country before a product', { country: 'DE', productId: 'tent', date: '2026-11-22' }, 'tent-de'],
    ['a product and a tier before a product and a country; of two alike the first', { country: 'DE', productId: 'tent', tier: 'gold', date: '2026-11-22' }, 'tent-gold'],
    ['a product that can’t be returned', { country: 'DE', productId: 'gift-card', tier: 'gold', date: '2026-11-22' }, 'gift-card'],
  ])('%s', async (_, input, id) => expect(await server.call('returns.policy', input)).toMatchObject({ id }));

  it('takes today, in the zone of the country, when no day is given', async () => {
    server.setNow('2026-05-31T21:59:59Z');
    expect(await server.call('returns.policy', { country: 'DE' })).toMatchObject({ id: 'de-spring' });
    server.setNow('2026-05-31T22:00:00Z');
    expect(await server.call('returns.policy', { country: 'DE' })).toMatchObject({ id: 'de-long' });
    expect(await server.call('returns.policy', { country: 'JP' })).toMatchObject({ id: 'world' });
  });

  it('speaks the shopper’s language', async () => {
    expect(await server.call('returns.policy', { country: 'GR', date: '2026-11-22' }, { locale: 'el-GR' })).toMatchObject({
      conditions: 'Αφόρετο.', exclusions: [{ label: 'Κάλτσες' }, { label: 'Χαραγμένα' }, { label: 'Προσφορές' }], seasonalOverrides: [{ name: 'Χριστούγεννα', returnBy: '2027-01-31' }],
    });
  });

  it.each([
    ['JP', undefined], ['US', undefined], ['IT', 14], ['NO', 14], ['GR', 14],
  ])('gives in %s the days of the law (%s), whatever the policy leaves out', async (country, days) => {
    expect((await server.call('returns.policy', { country, date: '2026-11-22' })).statutory?.days).toBe(days);
  });

  it('says for a product that is left out that it can’t be returned, and keeps the right that the law leaves', async () => {
    expect(await server.call('returns.policy', { country: 'GR', productId: 'socks', date: '2026-11-22' })).toMatchObject({
      returnPolicyCategory: 'MerchantReturnNotPermitted', exclusions: [{ label: 'Socks', reason: 'hygiene' }], statutory: { days: 14 }, outcomes: [],
    });
    expect((await server.call('returns.policy', { country: 'GR', productId: 'engraved', date: '2026-11-22' })).statutory ?? null).toBe(null);
    expect((await server.call('returns.policy', { country: 'GR', productId: 'gift-card', date: '2026-11-22' })).statutory ?? null).toBe(null);
  });

  const [world] = POLICIES.policies;
  it.each([
    ['a zone that there is not', { ...POLICIES, timeZone: 'Europe/Atlantis' }, '/body/timeZone'],
    ['a name with a typo', { ...POLICIES, policies: [{ ...world, merchantReturnDay: 3 }] }, '/body/policies/0/merchantReturnDay'],
    ['a window without days', { ...POLICIES, policies: [{ ...world, merchantReturnDays: null }] }, '/body/policies/0/merchantReturnDays'],
    ['less than the law gives', { ...POLICIES, policies: [{ ...world, appliesTo: { countries: ['FR'] }, statutory: { days: 7 } }] }, '/body/policies/0/statutory/days'],
    ['a day that there is not', { ...POLICIES, calendars: { GR: { holidays: ['2026-02-30'] } } }, '/body/calendars/GR/holidays/0'],
    ['one id twice', { ...POLICIES, policies: [world, world] }, '/body/policies/1/id'],
    ['a season that ends before it begins', { ...POLICIES, policies: [{ ...world, seasonalOverrides: [{ startDate: '2026-12-01', endDate: '2026-11-01', returnBy: '2026-12-31' }] }] },
      '/body/policies/0/seasonalOverrides/0/endDate'],
  ])('refuses %s, says where, and keeps what was', async (_, body, path) => {
    await expect(put(body)).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST', errors: [expect.objectContaining({ path })] } });
    expect(await server.merchant('GET', '/returns/policies')).toMatchObject({ version: 1 });
  });
});
