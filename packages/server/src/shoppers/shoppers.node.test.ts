import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, refusalOf, type Shop } from '../points/test/shop.ts';
import { ENGINES } from '../test/stores.ts';
import { birthdaysOn, isBirthday, rewardBirthdays } from './birthday.ts';

describe.each(ENGINES)('shoppers on %s', (engine) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(engine);
    await shop.program();
  });
  afterEach(async () => {
    await shop.check();
    await shop.close();
  });

  const put = (shopper: string, body: object) => shop.server.merchant('PUT', `/shoppers/${shopper}`, body);
  const sweep = () => rewardBirthdays(shop.server.runtime);
  const balance = async (shopper = 'ann') => (await shop.account(shopper)).balance;

  it('are told of by the merchant; contact details go in and do not come out', async () => {
    expect(await put('ann', { email: 'Ann.Smith+shop@gmail.com', address: '1 Main Street', birthday: '02-29' })).toEqual({
      id: 'ann', state: 'candidate', blockedReason: null, enrolledAt: null, birthday: '02-29', known: { email: true, address: true },
    });
    expect(await put('ann', { birthday: null, member: true })).toMatchObject({ state: 'member', birthday: null, known: { email: true, address: true } });
    expect(await balance()).toBe(100);
    await put('ann', { member: true });
    expect(await balance()).toBe(100);
    const row = await shop.server.runtime.store.db.selectFrom('shoppers').selectAll().where('id', '=', 'ann').executeTakeFirstOrThrow();
    expect(row.email_hash).toBe(shop.server.runtime.fingerprints.email('annsmith@gmail.com'));
    expect(JSON.stringify(row)).not.toMatch(/smith|Main/i);
    expect(await put('ann', { email: null })).toMatchObject({ known: { email: false, address: true } });
    for (const birthday of ['13-01', '02-30', '1-1', '2000-01-01']) expect(await refusalOf(put('ann', { birthday }))).toBe('INVALID_REQUEST');
    expect(await refusalOf(shop.server.merchant('GET', '/shoppers/nobody'))).toBe('INVALID_REQUEST');
  });

  it('are blocked and unblocked as what they were', async () => {
    const act = (shopper: string, what: 'block' | 'unblock') => shop.server.merchant('POST', `/shoppers/${shopper}/${what}`, what === 'block' ? { reason: 'Abuse' } : {});
    await shop.enrol('ann');
    expect(await act('ann', 'block')).toMatchObject({ state: 'blocked', blockedReason: 'Abuse' });
    expect(await shop.account('ann')).toMatchObject({ state: 'blocked', balance: 100 });
    expect(await refusalOf(shop.enrol('ann'))).toBe('CUSTOMER_BLOCKED');
    expect(await act('ann', 'unblock')).toMatchObject({ state: 'member', blockedReason: null });
    expect(await act('ann', 'unblock')).toMatchObject({ state: 'member' });
    await act('bob', 'block');
    expect(await refusalOf(shop.enrol('bob'))).toBe('CUSTOMER_BLOCKED');
    expect(await act('bob', 'unblock')).toMatchObject({ state: 'candidate' });
    expect(await shop.enrol('bob')).toMatchObject({ state: 'member', balance: 100 });
  });

  it('get points on their birthday, once a year, however often the sweep runs', async () => {
    await put('ann', { birthday: '12-24', member: true });
    await put('bob', { birthday: '12-24' });
    await sweep();
    expect(await balance()).toBe(100);
    shop.server.setNow('2026-12-24T00:00:00Z');
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(await balance()).toBe(250);
    expect((await shop.history('ann'))[0]).toMatchObject({ kind: 'birthday', delta: 150 });
    expect(await balance('bob')).toBe(0);
    shop.server.setNow('2027-12-23T23:59:59Z');
    await sweep();
    const birthdays = async () => (await shop.history('ann')).filter(({ kind }) => kind === 'birthday').length;
    expect(await birthdays()).toBe(1);
    shop.server.setNow('2027-12-24T00:00:00Z');
    await sweep();
    expect(await birthdays()).toBe(2);
  });

  it('do not collect twice by changing the birthday', async () => {
    await put('ann', { birthday: '12-24', member: true });
    shop.server.setNow('2026-12-24T12:00:00Z');
    await sweep();
    for (const [birthday, day] of [['12-25', '2026-12-25'], ['01-05', '2027-01-05'], ['11-30', '2027-11-30']] as const) {
      await put('ann', { birthday });
      shop.server.setNow(`${day}T12:00:00Z`);
      await sweep();
    }
    expect((await shop.history('ann')).filter(({ kind }) => kind === 'birthday')).toHaveLength(1);
  });

  it('get nothing for a birthday before they joined, and are made up to when the server was down', async () => {
    await put('ann', { birthday: '11-21', member: true });
    await put('bob', { birthday: '11-22', member: true });
    await put('cat', { birthday: '11-25', member: true });
    shop.server.setNow('2026-11-28T00:00:00Z');
    await sweep();
    expect(await Promise.all(['ann', 'bob', 'cat'].map(balance))).toEqual([100, 100, 250]);
  });

  it('get nothing when the program gives nothing for it, and not when blocked', async () => {
    await put('ann', { birthday: '12-24', member: true });
    await shop.server.merchant('POST', '/shoppers/ann/block', { reason: 'Abuse' });
    await put('bob', { birthday: '12-24', member: true });
    shop.server.setNow('2026-12-24T12:00:00Z');
    await shop.program({ earningRules: [] });
    await sweep();
    expect(await balance('bob')).toBe(100);
    await shop.program();
    await sweep();
    expect([await balance('ann'), await balance('bob')]).toEqual([100, 250]);
  });
});

describe('birthdays', () => {
  it('are days of the year', () => {
    expect(['01-01', '02-29', '12-31'].every(isBirthday)).toBe(true);
    expect(['02-30', '00-10', '1-1', '', '12-31x'].some(isBirthday)).toBe(false);
  });

  it('of 29 February are kept on the 28th when there is no 29th', () => {
    expect(birthdaysOn(new Date('2027-02-28T10:00:00Z'))).toEqual(['02-28', '02-29']);
    expect(birthdaysOn(new Date('2028-02-28T10:00:00Z'))).toEqual(['02-28']);
    expect(birthdaysOn(new Date('2028-02-29T10:00:00Z'))).toEqual(['02-29']);
  });
});
