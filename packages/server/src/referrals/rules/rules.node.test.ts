import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signShopperToken } from '../../token/index.ts';
import { ENGINES } from '../../test/stores.ts';
import { openReferralShop, type ReferralShop } from '../test/shop.ts';

// Each opens a database of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.each(ENGINES)('the fraud rules on %s', (engine) => {
  let shop: ReferralShop;
  let code: string;
  beforeEach(async () => {
    shop = await openReferralShop(engine);
    code = await shop.code('ann');
  });
  afterEach(() => shop.close());

  const refused = async () => (await shop.merchant('GET', '/referrals/refusals')).items;
  const held = async () => (await shop.merchant('GET', '/referrals?held=true')).items;
  const known = (id: string, contact: { email?: string; address?: string }) => shop.order(`OF-${id}`, { shopper: id, ...contact });

  /** Makes a shopper whose household is known and who has bought nothing. */
  const livesAt = (id: string, address: string) =>
    shop.transact(async ({ db }) => {
      const print = await db.selectFrom('orders').select('household_hash').where('number', '=', address).executeTakeFirstOrThrow();
      await db.updateTable('shoppers').set({ household_hash: print.household_hash }).where('id', '=', id).execute();
    });

  it('valid-friend: refuses an address that no mail can be sent to', async () => {
    for (const email of ['nobody@nowhere', '+x@friends.example', 'x@-bad-.example', 'x@1.2.3.4']) {
      expect(await shop.refusal(shop.claim(code, email)), email).toBe('INVALID_REFEREE');
    }
    expect(await refused()).toHaveLength(4);
    expect((await refused())[0]).toMatchObject({ rule: 'valid-friend', code: 'INVALID_REFEREE', advocate: 'ann' });
    expect(await shop.refusal(shop.claim(code, 'grüße@bücher.example'))).toBe('went through');
  });

  it('expired: refuses when the program rests or is over, and when the advocate is blocked', async () => {
    await shop.program({ active: false });
    expect(await shop.refusal(shop.claim(code, 'a@friends.example'))).toBe('REFERRAL_EXPIRED');
    await shop.program({ endsAt: '2026-11-22T09:00:00Z' });
    expect(await shop.refusal(shop.claim(code, 'a@friends.example'))).toBe('REFERRAL_EXPIRED');
    await shop.program({ endsAt: '2026-11-22T09:00:01Z' });
    expect(await shop.refusal(shop.claim(code, 'a@friends.example'))).toBe('went through');
    await shop.transact(({ db }) => db.updateTable('shoppers').set({ state: 'blocked' }).where('id', '=', 'ann').execute());
    expect(await shop.refusal(shop.claim(code, 'b@friends.example'))).toBe('REFERRAL_EXPIRED');
    expect((await refused())[0]).toMatchObject({ rule: 'expired', reason: 'The advocate is blocked.' });
  });

  it('refuses a code that there is not', async () => {
    expect(await shop.refusal(shop.claim('UNKNOWN', 'a@friends.example'))).toBe('INVALID_REQUEST');
  });

  it('self-by-id: refuses the advocate, signed in, under any e-mail', async () => {
    expect(await shop.refusal(shop.claim(code, 'other@friends.example', { as: 'ann' }))).toBe('SELF_REFERRAL');
    expect(await refused()).toMatchObject([{ rule: 'self-by-id', friend: 'o•••r@f•••.example' }]);
  });

  it('self-by-email: refuses the advocate’s e-mail, whatever its case, dots and plus-tag', async () => {
    await known('ann', { email: 'Ann.Lee@gmail.com' });
    for (const email of ['annlee@gmail.com', 'A.N.N.LEE+new@googlemail.com']) expect(await shop.refusal(shop.claim(code, email)), email).toBe('SELF_REFERRAL');
    expect(await refused()).toMatchObject([{ rule: 'self-by-email' }, { rule: 'self-by-email' }]);
  });

  it('self-by-email: knows also the e-mail of the token that the link was made with, and of earlier orders', async () => {
    await shop.members('eve');
    const token = await signShopperToken({ shopper: 'eve', secret: shop.runtime.secrets.tokenSecret, claims: { email: 'eve@work.example' } });
    const { code: own } = await shop.call('referrals.link', {}, { headers: { authorization: `Bearer ${token}` } });
    await known('eve', { email: 'eve@home.example' });
    await shop.order('E-2', { shopper: 'eve', email: 'eve@second.example' });
    for (const email of ['eve+1@work.example', 'EVE@home.example', 'eve@second.example']) expect(await shop.refusal(shop.claim(own, email)), email).toBe('SELF_REFERRAL');
  });

  it('already-referred: refuses a friend of another advocate, by e-mail or by account', async () => {
    const other = await shop.code('bob');
    await shop.claim(code, 'fay@friends.example');
    await shop.members('gil');
    await shop.claim(code, 'gil@friends.example', { as: 'gil' });
    expect(await shop.refusal(shop.claim(other, 'fay+2@friends.example'))).toBe('ALREADY_REFERRED');
    expect(await shop.refusal(shop.claim(other, 'gil-again@friends.example', { as: 'gil' }))).toBe('ALREADY_REFERRED');
    expect(await refused()).toMatchObject([{ rule: 'already-referred', advocate: 'bob' }, { rule: 'already-referred' }]);
  });

  it('gives a signed-in friend the same code under another e-mail', async () => {
    await shop.members('gil');
    const first = await shop.claim(code, 'gil@friends.example', { as: 'gil' });
    expect(await shop.claim(code, 'gil2@friends.example', { as: 'gil' })).toEqual(first);
  });

  it('already-customer: refuses who has ordered, or has an account under this e-mail; a new account of one’s own is none', async () => {
    await shop.order('C-1', { email: 'guest@customers.example' });
    await known('cat', { email: 'cat@customers.example' });
    await shop.members('dan');
    expect(await shop.refusal(shop.claim(code, 'Guest@customers.example'))).toBe('ALREADY_CUSTOMER');
    expect(await shop.refusal(shop.claim(code, 'cat@customers.example'))).toBe('ALREADY_CUSTOMER');
    expect(await shop.refusal(shop.claim(code, 'cat-new@customers.example', { as: 'cat' }))).toBe('ALREADY_CUSTOMER');
    expect(await shop.refusal(shop.claim(code, 'dan@friends.example', { as: 'dan' }))).toBe('went through');
    expect((await shop.merchant('GET', '/referrals/refusals')).rules).toEqual([{ rule: 'already-customer', count: 3 }]);
  });

  it('already-customer: an order that was cancelled makes no customer', async () => {
    await shop.order('C-2', { email: 'gone@customers.example' }, 'cancelled');
    expect(await shop.refusal(shop.claim(code, 'gone@customers.example'))).toBe('went through');
  });

  it('cap: refuses above it, and does not count what came to nothing', async () => {
    await shop.program({ cap: { referrals: 1, days: 30 } });
    await shop.claim(code, 'a@friends.example');
    expect(await shop.refusal(shop.claim(code, 'b@friends.example'))).toBe('REFERRAL_CAP_REACHED');
    const { items: [first] } = await shop.merchant('GET', '/referrals');
    await shop.merchant('POST', `/referrals/${first.id}/decline`, { reason: 'A test.' });
    expect(await shop.refusal(shop.claim(code, 'b@friends.example'))).toBe('went through');
  });

  it('velocity: holds many claims of one network and browser, refuses very many, and never counts by the network alone', async () => {
    await shop.program({ velocity: { claims: 2, hours: 1 } });
    const from = '192.0.2.7';
    for (let i = 0; i < 3; i++) expect((await shop.claim(code, `in${i}@o${i}.example`, { from, with: `Browser ${i}` })).status).toBe('claimed');
    const statuses: string[] = [];
    for (let i = 0; i < 10; i++) statuses.push((await shop.claim(code, `one${i}@o${i}.example`, { from, with: 'Firefox' })).status);
    expect(statuses).toEqual(['claimed', 'claimed', ...Array<string>(8).fill('pending')]);
    expect((await held())[0].findings).toMatchObject([{ rule: 'velocity' }]);
    expect(await shop.refusal(shop.claim(code, 'one-more@friends.example', { from, with: 'Firefox' }))).toBe('FRAUD_SUSPECTED');
    expect(await refused()).toMatchObject([{ rule: 'velocity', code: 'FRAUD_SUSPECTED' }]);
    shop.advance({ hours: 2 });
    expect((await shop.claim(code, 'tomorrow@friends.example', { from, with: 'Firefox' })).status).toBe('claimed');
  });

  it('velocity: says nothing when there is no browser to tell', async () => {
    await shop.program({ velocity: { claims: 1, hours: 1 } });
    for (let i = 0; i < 3; i++) expect((await shop.claim(code, `n${i}@o${i}.example`, { from: '192.0.2.8', with: '' })).status).toBe('claimed');
  });

  it('same-household: alone it holds; the friend gets the code once the merchant has looked', async () => {
    await known('ann', { address: '1 Market St, Athens' });
    await shop.members('son');
    await livesAt('son', 'OF-ANN');
    expect(await shop.claim(code, 'son@friends.example', { as: 'son' })).toMatchObject({ status: 'pending', code: null, expiresAt: null });
    expect(await shop.friends('ann')).toMatchObject([{ status: 'pending', reason: 'under_review' }]);
    const [item] = await held();
    expect(item).toMatchObject({ advocate: 'ann', findings: [{ rule: 'same-household', reason: expect.any(String) }] });
    expect(await shop.merchant('POST', `/referrals/${item.id}/approve`)).toMatchObject({ status: 'claimed', held: false });
    expect(await shop.claim(code, 'son@friends.example', { as: 'son' })).toMatchObject({ status: 'claimed', code: expect.stringMatching(/^friends-/) });
  });

  it('same-household with another sign is a self-referral', async () => {
    await known('ann', { address: '1 Market St, Athens' });
    await shop.members('twin');
    await livesAt('twin', 'OF-ANN');
    // The browser that Ann made her link with.
    await shop.transact(({ db }) => db.deleteFrom('referral_codes').execute());
    const { code: own } = await shop.call('referrals.link', {}, { as: 'ann', headers: { 'x-forwarded-for': '192.0.2.9', 'user-agent': 'Safari' } });
    expect(await shop.refusal(shop.claim(own, 'twin@friends.example', { as: 'twin', from: '192.0.2.9', with: 'Safari' }))).toBe('SELF_REFERRAL');
    expect(await refused()).toMatchObject([{ rule: 'self-by-household' }]);
  });

  it('same-client and similar-email: each alone holds, together they are fraud', async () => {
    await shop.members('fritz');
    const token = await signShopperToken({ shopper: 'fritz', secret: shop.runtime.secrets.tokenSecret, claims: { email: 'fritz.huber@mail.example' } });
    const here = { from: '2001:db8:1:2:3::9', with: 'Safari' };
    const { code: own } = await shop.call('referrals.link', {}, { headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': '2001:db8:1:2::1', 'user-agent': 'Safari' } });
    expect(await shop.claim(own, 'wife@friends.example', here)).toMatchObject({ status: 'pending' });
    expect(await shop.claim(own, 'FritzHuber77@other.example')).toMatchObject({ status: 'pending' });
    expect((await held()).map(({ findings }: any) => findings[0].rule).sort()).toEqual(['same-client', 'similar-email']);
    expect(await shop.refusal(shop.claim(own, 'fritz-huber-2@other.example', here))).toBe('FRAUD_SUSPECTED');
    expect(await refused()).toMatchObject([{ rule: 'self-by-likeness' }]);
  });

  it('similar-friends: holds a friend whose e-mail is like an earlier one’s', async () => {
    await shop.claim(code, 'burner01@mail.example');
    expect(await shop.claim(code, 'burner02@mail.example')).toMatchObject({ status: 'pending' });
    expect((await held())[0].findings).toMatchObject([{ rule: 'similar-friends' }]);
    expect(await shop.claim(await shop.code('bob'), 'burner03@mail.example')).toMatchObject({ status: 'claimed' });
  });

  it('declined by the merchant stays declined, with the reason that was shown', async () => {
    await shop.claim(code, 'burner01@mail.example');
    await shop.claim(code, 'burner02@mail.example');
    const [item] = await held();
    expect(await shop.merchant('POST', `/referrals/${item.id}/decline`, { reason: 'The same person.', shown: 'self_referral' })).toMatchObject({ status: 'declined', merchantReason: 'The same person.' });
    expect(await shop.refusal(shop.claim(code, 'burner02@mail.example'))).toBe('SELF_REFERRAL');
    expect(await shop.refusal(shop.merchant('POST', `/referrals/${item.id}/approve`))).toBe('CONFLICT');
    expect((await shop.friends('ann'))[0]).toMatchObject({ status: 'declined', reason: 'self_referral' });
    expect(JSON.stringify(await shop.friends('ann'))).not.toContain('same person');
  });

  it('keeps no e-mail in plain text, anywhere', async () => {
    await shop.claim(code, 'very-secret-friend@friends.example');
    await shop.refusal(shop.claim(code, 'very-secret-friend@nowhere'));
    await shop.refusal(shop.claim(code, 'very-secret-self@friends.example', { as: 'ann' }));
    const { db } = shop.runtime.store;
    for (const table of ['referrals', 'referral_refusals', 'referral_codes', 'idempotency', 'outbox'] as const) {
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toContain('very-secret');
    }
    expect(await refused()).toHaveLength(2);
  });

  it('counts every claim of a network, so that nobody can try a list of e-mails', async () => {
    const from = '198.51.100.1';
    await shop.order('C-9', { email: 'customer@customers.example' });
    const answers: string[] = [];
    for (let i = 0; i < 30; i++) {
      answers.push(await shop.refusal(shop.claim(code, i % 2 ? 'customer@customers.example' : `try${i}@o${i}.example`, { from, with: `Browser ${i}` })));
    }
    expect(answers.slice(0, 20)).not.toContain('RATE_LIMITED');
    // Customers and strangers alike.
    expect(new Set(answers.slice(20))).toEqual(new Set(['RATE_LIMITED']));
    // Those of one IPv6 network are one.
    for (let i = 0; i < 20; i++) await shop.refusal(shop.claim(code, `six${i}@o${i}.example`, { from: `2001:db8::${i + 1}` }));
    expect(await shop.refusal(shop.claim(code, 'six@friends.example', { from: '2001:db8:0:0:ffff::1' }))).toBe('RATE_LIMITED');
  });

  it('reports refusals in pages and forgets them after 90 days', async () => {
    for (let i = 0; i < 5; i++) await shop.refusal(shop.claim(code, `x${i}@nowhere`));
    const first = await shop.merchant('GET', '/referrals/refusals?limit=3');
    const second = await shop.merchant('GET', `/referrals/refusals?limit=3&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null]);
    shop.advance({ days: 91 });
    await shop.sweep();
    expect(await refused()).toEqual([]);
  });

  it('lets no shopper see what is for the merchant', async () => {
    const headers = { authorization: `Bearer ${await shop.token('ann')}` };
    for (const path of ['/referrals', '/referrals/refusals', '/referrals/program']) {
      expect((await shop.app.request(`/merchant/v1${path}`, { headers })).status, path).toBe(401);
    }
  });
});
