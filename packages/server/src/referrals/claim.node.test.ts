import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { openReferralShop, type ReferralShop } from './test/shop.ts';

// Each opens a database of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.each(ENGINES)('referral links and claims on %s', (engine) => {
  let shop: ReferralShop;
  beforeAll(async () => {
    shop = await openReferralShop(engine);
  });
  afterAll(() => shop.close());

  it('has no program, no link and no claim until the merchant sets one up', async () => {
    const empty = await openReferralShop(engine);
    await empty.transact(({ db }) => db.deleteFrom('documents').where('kind', '=', 'referral-program').execute());
    expect(await empty.call('referrals.program')).toBeNull();
    expect(await empty.call('referrals.link', {}, { as: 'ann' })).toBeNull();
    expect(await empty.refusal(empty.claim('ANY', 'x@friends.example'))).toBe('NOT_ELIGIBLE');
    await empty.close();
  });

  it('says the program in the shopper’s language, and not where codes come from', async () => {
    const program = await shop.call('referrals.program', {}, { locale: 'de-AT' });
    expect(program).toMatchObject({ active: true, advocateOffer: { kind: 'points', title: '250 Punkte', points: 250 }, friendOffer: { title: '10 € Rabatt' } });
    expect(JSON.stringify(program)).not.toContain('pool');
  });

  it.each([
    ['without a pool', { friendOffer: { kind: 'free_shipping', title: 'Free' } }],
    ['of points without points', { advocateOffer: { kind: 'points', title: 'Points' } }],
    ['with a landing page without the code', { landingUrl: 'https://shop.example/?via={channel}' }],
    ['with a script for a landing page', { landingUrl: 'javascript:{code}{channel}' }],
    ['with a word that is none', { actve: true }],
  ])('refuses a program %s', async (_, changes) => {
    expect(await shop.refusal(shop.program(changes))).toBe('INVALID_REQUEST');
  });

  it('makes one code for an advocate, however often and at once it is asked for, with a URL per channel', async () => {
    await shop.members('cem');
    const links = await Promise.all(Array.from({ length: 20 }, () => shop.call('referrals.link', {}, { as: 'cem' })));
    expect(new Set(links.map(({ code }) => code)).size).toBe(1);
    const { code, links: urls, message } = links[0];
    expect(code).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXZ]{8}$/);
    expect(urls).toEqual(['direct', 'email', 'whatsapp'].map((channel) => ({ channel, url: `https://shop.example/friends?ref=${code}&via=${channel}` })));
    expect(message).toBe('Have a look!');
  });

  it('gives no link to guests, candidates and the blocked', async () => {
    await shop.members('dora');
    await shop.transact(({ db }) => db.updateTable('shoppers').set({ state: 'blocked' }).where('id', '=', 'dora').execute());
    expect(await shop.refusal(shop.call('referrals.link'))).toBe('UNAUTHENTICATED');
    expect(await shop.refusal(shop.call('referrals.link', {}, { as: 'nobody-yet' }))).toBe('CUSTOMER_NOT_ENROLLED');
    expect(await shop.refusal(shop.call('referrals.link', {}, { as: 'dora' }))).toBe('CUSTOMER_BLOCKED');
  });

  it('gives the same friend the same code again, through any key and any way to write the address', async () => {
    const code = await shop.code('ann');
    const first = await shop.claim(code, 'Fay.Lee+shop@gmail.com');
    expect(first).toMatchObject({ status: 'claimed', offer: { title: '€10 off', amount: { amount: 1_000, currency: 'EUR' } }, shopUrl: 'https://shop.example/' });
    expect(first.code).toMatch(/^friends-/);
    expect(first.expiresAt).toBe(new Date(shop.now().getTime() + 30 * 86_400_000).toISOString());
    expect(await shop.claim(` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`, 'faylee@googlemail.com')).toEqual(first);
    expect(await shop.claim(code, 'FAYLEE@gmail.com', { key: 'the-same-key' })).toEqual(first);
    expect(await shop.claim(code, 'FAYLEE@gmail.com', { key: 'the-same-key' })).toEqual(first);
    expect((await shop.friends('ann')).filter(({ friend }) => friend.startsWith('f'))).toMatchObject([{ friend: 'f•••e@g•••.com', status: 'claimed', reason: 'awaiting_order' }]);
  });

  it('gives one code to a friend who claims fifty times at once', async () => {
    const code = await shop.code('ann');
    const before = await taken();
    const claims = await Promise.all(Array.from({ length: 50 }, (_, i) => shop.claim(code, i % 2 ? 'gus@friends.example' : 'GUS+x@friends.example')));
    expect(new Set(claims.map((claim) => claim.code)).size).toBe(1);
    expect((await taken()) - before).toBe(1);
  });

  it('gives a friend whom two advocates invite at once to one of them', async () => {
    const codes = [await shop.code('ann'), await shop.code('bob')];
    const before = await taken();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => shop.refusal(shop.claim(codes[i % 2]!, 'both@friends.example'))));
    expect(new Set(answers)).toEqual(new Set(['went through', 'ALREADY_REFERRED']));
    expect(answers.filter((answer) => answer === 'went through').length).toBe(10);
    expect((await taken()) - before).toBe(1);
  });

  it('stops at the cap exactly, however many claim at once', async () => {
    const own = await openReferralShop(engine);
    await own.program({ cap: { referrals: 3, days: 30 } });
    const code = await own.code('ann');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => own.refusal(own.claim(code, `cap${i}@f${i}.example`))));
    expect(answers.filter((answer) => answer === 'went through').length).toBe(3);
    expect(answers.filter((answer) => answer === 'REFERRAL_CAP_REACHED').length).toBe(17);
    own.advance({ days: 31 });
    expect(await own.refusal(own.claim(code, 'later@friends.example'))).toBe('went through');
    await own.close();
  });

  it('holds a friend for whom the pool has no code, and gives it once the merchant has filled it', async () => {
    const own = await openReferralShop(engine);
    await own.program({ friendOffer: { kind: 'free_shipping', title: 'Free delivery', pool: 'empty' } });
    const code = await own.code('ann');
    expect(await own.claim(code, 'hal@friends.example')).toMatchObject({ status: 'pending', code: null });
    const { items: [held] } = await own.merchant('GET', '/referrals?held=true');
    expect(held.findings).toMatchObject([{ rule: 'pool-empty' }]);
    await own.pool('empty', 1);
    await own.merchant('POST', `/referrals/${held.id}/approve`);
    expect(await own.claim(code, 'hal@friends.example')).toMatchObject({ status: 'claimed', code: expect.stringMatching(/^empty-/) });
    await own.close();
  });

  it('keeps what was promised when the program changes', async () => {
    const own = await openReferralShop(engine);
    const code = await own.code('ann');
    const first = await own.claim(code, 'ida@friends.example');
    await own.program({ friendOffer: { kind: 'percent_off', title: '5 %', percent: 5, pool: 'friends' } });
    expect(await own.claim(code, 'ida@friends.example')).toEqual(first);
    await own.close();
  });

  it('tells of an offer whose time is over, and marks it', async () => {
    const own = await openReferralShop(engine);
    const code = await own.code('ann');
    await own.claim(code, 'jan@friends.example');
    own.advance({ days: 31 });
    expect(await own.refusal(own.claim(code, 'jan@friends.example'))).toBe('REFERRAL_EXPIRED');
    await own.sweep();
    expect(await own.friends('ann')).toMatchObject([{ status: 'void', reason: 'expired' }]);
    await own.close();
  });

  it('lists the shopper’s own friends in pages, newest first, without gap or repetition', async () => {
    const own = await openReferralShop(engine);
    const code = await own.code('ann');
    await own.claim(await own.code('bob'), 'not-anns@friends.example');
    for (let i = 0; i < 7; i++) {
      // Some at the same moment.
      if (i % 3 === 0) own.advance({ seconds: 1 });
      await own.claim(code, `${'abcdefg'[i]}x@friends.example`);
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | null = null;
    do {
      const page: any = await own.call('referrals.list', { limit: 3, ...(cursor && { cursor }) }, { as: 'ann' });
      seen.push(...page.items.map(({ friend }: { friend: string }) => friend[0]!));
      sizes.push(page.items.length);
      cursor = page.nextCursor;
    } while (cursor);
    expect(sizes).toEqual([3, 3, 1]);
    expect([...seen].sort()).toEqual([...'abcdefg']);
    expect(seen[0]).toBe('g');
    expect(seen.indexOf('d')).toBeLessThan(seen.indexOf('a'));
    expect(await own.refusal(own.call('referrals.list', { cursor: 'made-up' }, { as: 'ann' }))).toBe('INVALID_REQUEST');
    expect(await own.friends('nobody-yet')).toEqual([]);
    await own.close();
  });

  it('makes a new link when the merchant takes a code out of use, and tells friends of the old one', async () => {
    await shop.members('kai');
    const code = await shop.code('kai');
    const claimed = await shop.claim(code, 'kim@friends.example');
    await shop.merchant('POST', `/referrals/codes/${code}/retire`);
    expect(await shop.refusal(shop.claim(code, 'leo@friends.example'))).toBe('REFERRAL_EXPIRED');
    expect(await shop.claim(code, 'kim@friends.example')).toEqual(claimed);
    const other = await shop.code('kai');
    expect(other).not.toBe(code);
    expect(await shop.refusal(shop.claim(other, 'leo@friends.example'))).toBe('went through');
  });

  const taken = async (): Promise<number> => {
    const { n } = await shop.runtime.store.db.selectFrom('coupon_codes').select((eb) => eb.fn.countAll<number>().as('n')).where('taken_by', 'is not', null).executeTakeFirstOrThrow();
    return n;
  };
});
