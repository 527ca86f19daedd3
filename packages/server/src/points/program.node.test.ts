import type { PointsProgram } from '@aftercart/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import type { Refused } from '../test/server.ts';
import { ProgramDocument } from './program-document.ts';
import { openShop, PROGRAM, refusalOf, type Shop } from './test/shop.ts';

const PERIOD = { type: 'calendar_year' };
const level = (id: string, threshold: number) => ({ id, name: id, threshold });
const reward = (changes: object) => ({ id: 'r', kind: 'other', title: 'R', cost: { type: 'fixed', points: 5 }, ...changes });
const variable = (changes: object) => reward({ cost: { type: 'variable', pointsPerUnit: 1, unitValue: { amount: 1, currency: 'EUR' }, min: 10, step: 5, ...changes } });
const purchase = { id: 'p', kind: 'purchase', title: 'P', rates: [{ points: 1, per: { amount: 100, currency: 'EUR' } }] };

/** What is wrong, and where it says so. */
const WRONG: [string, object, string][] = [
  ['two tiers of one id', { tiers: { unit: 'points', period: PERIOD, levels: [level('a', 0), level('a', 1)] } }, 'tiers.levels.1.id'],
  ['tiers that do not ascend', { tiers: { unit: 'points', period: PERIOD, levels: [level('a', 5), level('b', 5)] } }, 'tiers.levels.1.threshold'],
  ['a multiplier of three decimals', { tiers: { unit: 'points', period: PERIOD, levels: [{ ...level('a', 5), multiplier: 1.255 }] } }, 'tiers.levels.0.multiplier'],
  ['spend without a currency', { tiers: { unit: 'spend', period: PERIOD, levels: [level('a', 0)] } }, 'tiers.currency'],
  ['two rewards of one id', { rewards: [reward({}), reward({})] }, 'rewards.1.id'],
  ['a reward for a tier that is none', { rewards: [reward({ fromTier: 'gold' })] }, 'rewards.0.fromTier'],
  ['a smallest price between the steps', { rewards: [variable({ min: 12 })] }, 'rewards.0.cost.min'],
  ['a greatest price below the smallest', { rewards: [variable({ max: 5 })] }, 'rewards.0.cost.max'],
  ['two rules for purchases', { earningRules: [purchase, { ...purchase, id: 'q' }] }, 'earningRules.1.kind'],
  ['two rates for one currency', { earningRules: [{ ...purchase, rates: [purchase.rates[0], purchase.rates[0]] }] }, 'earningRules.0.rates.1.per'],
  ['an expiry of no time', { expiry: { months: 0 } }, 'expiry'],
  ['a kind of reward that is none', { rewards: [reward({ kind: 'pony' })] }, 'rewards.0.kind'],
  ['no words', { name: '' }, 'name'],
];

describe('the program document', () => {
  it.each(WRONG)('refuses %s with the place of it', (_, body, path) => {
    const read = ProgramDocument.safeParse(body);
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it('needs nothing', () => {
    expect(ProgramDocument.parse({})).toMatchObject({ decimals: 0, earningRules: [], rewards: [], purchasesAvailable: { after: 'delivery', days: 14 } });
  });
});

describe.each(ENGINES)('the program on %s', (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  it('is nothing until the merchant sets one up', async () => {
    expect(await shop.server.call('points.program')).toBe(null);
    expect(await shop.server.call('points.account')).toBe(null);
    expect(await shop.server.call('points.estimate', { lines: [{ quantity: 1, price: { amount: 100, currency: 'EUR' } }] })).toBe(null);
    expect(await refusalOf(shop.enrol('ann'))).toBe('NOT_ELIGIBLE');
    expect(await refusalOf(shop.redeem('ann', 'mug'))).toBe('NOT_ELIGIBLE');
    expect(await shop.server.merchant('GET', '/points/program')).toEqual({ version: 0, body: null });
  });

  it('is set up by the merchant, with the place of what is wrong, and not over another’s change', async () => {
    const refused = await shop.server.merchant('PUT', '/points/program', { body: { rewards: [reward({}), reward({})] } }).catch((error: unknown) => error);
    expect((refused as Refused).problem).toMatchObject({ code: 'INVALID_REQUEST', errors: [{ path: '/body/rewards/1/id' }] });
    await shop.program();
    expect(await shop.server.merchant('GET', '/points/program')).toMatchObject({ version: 1, body: { decimals: 0, name: PROGRAM.name } });
    expect(await refusalOf(shop.server.merchant('PUT', '/points/program', { version: 0, body: {} }))).toBe('CONFLICT');
  });

  it('is told in the language of the shopper, guests included', async () => {
    const program = await shop.server.call<PointsProgram>('points.program', {}, { locale: 'el-GR' });
    expect(program).toMatchObject({ name: 'Λέσχη Βορρά', terminology: { one: 'crown', other: 'crowns' }, decimals: 0, tiers: [] });
    expect(program.earningRules[0]).toEqual({ id: 'buy', kind: 'purchase', title: 'Buy', description: null, url: null, points: 1, per: { amount: 100, currency: 'EUR' } });
    expect(program.rewards.map(({ id, title, eligibility }) => [id, title, eligibility.status])).toEqual([
      ['five-off', 'Πέντε λιγότερα', 'member_only'], ['flexible', 'As much as you like', 'member_only'], ['mug', 'A mug', 'member_only'],
    ]);
    expect(await shop.server.call('points.account')).toMatchObject({ state: 'guest', balance: 0, pendingBatches: [], tier: null });
    expect(await shop.account('stranger')).toMatchObject({ state: 'candidate', balance: 0 });
  });

  it('says what products would earn, or nothing when that can’t be said', async () => {
    const estimate = (lines: object[]) => shop.server.call('points.estimate', { lines });
    const price = { amount: 1_999, currency: 'EUR' };
    expect(await estimate([{ productId: 'a', quantity: 2, price }, { productId: 'gift-card', quantity: 1, price }])).toEqual({ points: 39 });
    expect(await estimate([{ productId: 'a', quantity: 1 }])).toBe(null);
    expect(await estimate([{ productId: 'a', quantity: 1, price }, { productId: 'b', quantity: 1, price: { amount: 5, currency: 'USD' } }])).toBe(null);
    expect(await estimate([{ productId: 'a', quantity: 1, price: { amount: 100, currency: 'SEK' } }])).toBe(null);
    expect(await estimate([{ productId: 'a', quantity: 1, price: { amount: -100, currency: 'EUR' } }])).toBe(null);
    expect(await estimate([{ productId: 'a', quantity: 10_000, price: { amount: Number.MAX_SAFE_INTEGER, currency: 'EUR' } }])).toBe(null);
    expect(await estimate([])).toBe(null);
  });
});
