import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { referralsPrivacy } from './privacy.ts';
import { openReferralShop, type ReferralShop } from './test/shop.ts';

// Each opens a database of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.each(ENGINES)('what is known of advocates and friends on %s', (engine) => {
  let shop: ReferralShop;
  let code: string;
  beforeEach(async () => {
    shop = await openReferralShop(engine);
    await shop.members('gil');
    code = await shop.code('ann');
    await shop.claim(code, 'gil@friends.example', { as: 'gil' });
    await shop.claim(await shop.code('bob'), 'hal@friends.example');
  });
  afterEach(() => shop.close());

  const subject = (shopperId: string, email?: string) => ({ shopperId, emailHash: email ? shop.runtime.fingerprints.email(email) : null, pseudonym: 'erased-1' });
  const exported = (...who: [string, string?]): Promise<any> => shop.transact((context) => referralsPrivacy.export(context, subject(...who)));
  const erase = (...who: [string, string?]) => shop.transact((context) => referralsPrivacy.erase(context, subject(...who)));

  it('gives both sides theirs and nobody else’s', async () => {
    expect(await exported('ann')).toMatchObject({ codes: [{ code }], invited: [{ friend_label: 'g•••l@f•••.example', status: 'claimed' }], invitations: [] });
    expect(await exported('gil')).toMatchObject({ codes: [], invited: [], invitations: [{ status: 'claimed', code: expect.stringMatching(/^friends-/) }] });
    expect((await exported('unknown', 'hal@friends.example')).invitations).toHaveLength(1);
    expect(await exported('unknown')).toEqual({ codes: [], invited: [], invitations: [] });
  });

  it('forgets a friend and leaves the advocate’s list without a label', async () => {
    await shop.refusal(shop.claim(await shop.code('bob'), 'gil@friends.example'));
    await erase('gil', 'gil@friends.example');
    expect(await exported('gil', 'gil@friends.example')).toEqual({ codes: [], invited: [], invitations: [] });
    expect(await shop.friends('ann')).toMatchObject([{ friend: '•••', status: 'claimed' }]);
    expect((await shop.merchant('GET', '/referrals/refusals')).items).toEqual([]);
    expect(await shop.friends('bob')).toMatchObject([{ friend: 'h•••l@f•••.example' }]);
  });

  it('forgets an advocate: the link is gone and what was open ends', async () => {
    await erase('ann');
    expect(await exported('ann')).toEqual({ codes: [], invited: [], invitations: [] });
    expect(await shop.refusal(shop.claim(code, 'new@friends.example'))).toBe('INVALID_REQUEST');
    const { items } = await shop.merchant('GET', '/referrals?status=void');
    expect(items).toMatchObject([{ advocate: 'erased-1', merchantReason: 'The advocate was erased.' }]);
    expect(JSON.stringify(items)).not.toContain('"ann"');
  });
});
