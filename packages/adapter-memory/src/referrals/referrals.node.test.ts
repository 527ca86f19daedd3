import { describe, expect, test } from 'vitest';
import { context, refusal, shop } from '../test/shop.ts';
import { maskEmail, normalEmail } from './friends.ts';

const claim = (email: string, code = 'MARIA7K2') => shop().referrals.claim({ code, email }, context());

describe('claim', () => {
  test.each([
    ['taken@x.org', 'ALREADY_REFERRED'], ['customer@x.org', 'ALREADY_CUSTOMER'], ['cap@x.org', 'REFERRAL_CAP_REACHED'],
    ['Fraud@x.org', 'FRAUD_SUSPECTED'], ['bad@x.org', 'INVALID_REFEREE'], ['@', 'INVALID_REFEREE'], ['Maria+new@Example.com', 'SELF_REFERRAL'],
  ])('%s → %s', async (email, code) => {
    expect(await refusal(claim(email))).toBe(code);
  });

  test('a code can be too old or unknown', async () => {
    expect(await refusal(claim('a@x.org', 'expired-1'))).toBe('REFERRAL_EXPIRED');
    expect(await refusal(claim('a@x.org', 'UNKNOWN'))).toBe('INVALID_REQUEST');
  });

  test('the same friend gets the same code again, and no code from somebody else', async () => {
    const { referrals } = shop();
    const first = await referrals.claim({ code: 'MARIA7K2', email: 'Ann.Lee+x@gmail.com' }, context());
    expect(first.code).toMatch(/^FRIEND-/);
    expect(await referrals.claim({ code: 'maria7k2', email: 'annlee@gmail.com' }, context())).toEqual(first);
    expect(await refusal(referrals.claim({ code: 'OTHER', email: 'annlee@gmail.com' }, context()))).toBe('ALREADY_REFERRED');
    expect((await referrals.list({}, context())).items[0]).toMatchObject({ friend: 'a•••e@g•••.com', status: 'claimed', reason: 'awaiting_order' });
  });

  test('someone has to look at a pending one, so there is no code yet', async () => {
    expect(await claim('pending@x.org')).toMatchObject({ status: 'pending', code: null });
  });

  test('a guest claims too', async () => {
    expect(await shop({ scenario: 'guest' }).referrals.claim({ code: 'ANY', email: 'a@x.org' }, context())).toMatchObject({ status: 'claimed' });
  });
});

test('the list is masked, has every status and comes in pages', async () => {
  const { referrals } = shop();
  const first = await referrals.list({ limit: 10 }, context());
  const second = await referrals.list({ limit: 10, cursor: first.nextCursor }, context());
  const all = [...first.items, ...second.items];
  expect(second.nextCursor).toBeNull();
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['clicked', 'claimed', 'pending', 'approved', 'declined', 'void']));
  for (const { friend } of all) expect(friend).toMatch(/^.•••.?@.•••\.\w+$/);
});

test('a link for every channel keeps what the landing page has already', async () => {
  const { links } = (await shop({ links: { shop: '/friends?a=1#top' } }).referrals.link({}, context()))!;
  expect(links[0]).toEqual({ channel: 'direct', url: '/friends?a=1&ref=MARIA7K2&via=direct#top' });
  expect(new Set(links.map(({ channel }) => channel)).size).toBe(links.length);
});

test('addresses are compared without their tricks and shown without their owner', () => {
  expect(normalEmail(' A.B+c@GMAIL.com ')).toBe('ab@gmail.com');
  expect(normalEmail('a.b@example.org')).toBe('a.b@example.org');
  expect(maskEmail('al@example.co.uk')).toBe('a•••@e•••.uk');
  expect(maskEmail('😀x@y')).toBe('😀•••@y•••');
});
