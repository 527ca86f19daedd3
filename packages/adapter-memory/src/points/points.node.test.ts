import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { context, NOW, refusal, shop } from '../test/shop.ts';
import { DAY } from '../time.ts';
import type { Entry } from './entry.ts';
import { keepBooks } from './ledger.ts';

const five = { rewardId: 'five-off' };

describe('the books', () => {
  const entry = (id: string, at: number, delta: number, more: Partial<Entry> = {}): Entry => ({ id, at, delta, kind: 'other', text: 'order', ...more });

  test('points that expire first are spent first', () => {
    const books = keepBooks([entry('late', 1, 100, { expiresAt: 900 }), entry('soon', 2, 100, { expiresAt: 500 }), entry('spent', 3, -120)], 400);
    expect(books.expiring).toEqual([{ points: 80, expiresAt: 900 }]);
  });

  test('what is left at its expiry leaves the balance as a line of its own', () => {
    const books = keepBooks([entry('a', 1, 100, { expiresAt: 500 }), entry('b', 2, -30)], 600);
    expect(books.balance).toBe(0);
    expect(books.lines[0]).toMatchObject({ kind: 'expiry', delta: -70, at: 500 });
  });

  test('a debt is paid by the next points', () => {
    expect(keepBooks([entry('a', 1, 100), entry('b', 2, -150)], 10).balance).toBe(-50);
    expect(keepBooks([entry('a', 1, 100), entry('b', 2, -150), entry('c', 3, 80)], 10).balance).toBe(30);
  });

  test('points that are given back keep their expiry, and get a week when it has passed', () => {
    const entries = [entry('a', 1, 100, { expiresAt: 90 * DAY }), entry('b', 2, -100, { kind: 'redemption' })];
    const back = (at: number) => keepBooks([...entries, entry('c', at, 100, { kind: 'redemption', returns: 'b' })], at).expiring[0]!.expiresAt;
    expect(back(5 * DAY)).toBe(90 * DAY);
    expect(back(95 * DAY)).toBe(102 * DAY);
  });

  test('the balance is the sum of the approved lines, whatever happens', () => {
    const event = fc.record({ at: fc.integer({ min: 0, max: 300 }), delta: fc.integer({ min: -50, max: 50 }), life: fc.integer({ min: 1, max: 200 }), wait: fc.integer({ min: -20, max: 50 }) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.integer({ min: 0, max: 400 }), (events, now) => {
        const entries = events.map(({ at, delta, life, wait }, i) =>
          entry(`e${i}`, at, delta, delta > 0 ? { expiresAt: at + wait + life, ...(wait > 0 && { availableAt: at + wait }) } : {}),
        );
        const books = keepBooks(entries, now);
        const approved = books.lines.filter(({ state, at }) => state === 'approved' && at <= now);
        expect(approved.reduce((sum, { delta }) => sum + delta, 0)).toBe(books.balance);
        expect(new Set(books.lines.map(({ id }) => id)).size).toBe(books.lines.length);
      }),
    );
  });
});

describe('account', () => {
  test('Maria has a balance, pending points with when and why, batches that expire, and a tier', async () => {
    const account = (await shop().points.account({}, context()))!;
    expect(account).toMatchObject({ state: 'member', balance: 2090, pending: 698, tier: { current: { id: 'ridge' }, next: { id: 'summit' }, toNext: 1905, toRetain: 405 } });
    expect(account.pendingBatches.map(({ reason }) => reason)).toEqual(['moderation', 'return_window', 'delivery']);
    expect(account.expiringBatches.slice(0, 2).map(({ points }) => points)).toEqual([80, 200]);
  });

  test('pending points become spendable and old ones lapse as time goes by', async () => {
    const { points, clock } = shop();
    clock.now += 13 * DAY;
    expect(await points.account({}, context())).toMatchObject({ balance: 2090 + 25 + 236 - 80, pending: 437 });
  });

  test.each([
    ['guest', 'guest', 0], ['candidate', 'candidate', 0], ['new-member', 'member', 0], ['negative', 'member', -200], ['blocked', 'blocked', 2090],
  ] as const)('%s', async (scenario, state, balance) => {
    expect(await shop({ scenario }).points.account({}, context())).toMatchObject({ state, balance });
  });

  test('a candidate joins once', async () => {
    const { points } = shop({ scenario: 'candidate' });
    expect(await refusal(points.redeem(five, context()))).toBe('CUSTOMER_NOT_ENROLLED');
    expect(await points.enrol({}, context())).toMatchObject({ state: 'member', balance: 100 });
    expect(await points.enrol({}, context())).toMatchObject({ state: 'member', balance: 100 });
    expect((await points.history({}, context())).items).toHaveLength(1);
  });
});

describe('program', () => {
  test('every kind of eligibility is there', async () => {
    const program = (await shop().points.program({}, context()))!;
    expect(program.rewards.map(({ eligibility }) => eligibility.status)).toEqual([
      'redeemable', 'redeemable', 'claim_limit_reached', 'cart_requirements_not_met', 'out_of_stock', 'insufficient_points', 'member_only', 'unknown',
    ]);
  });

  test('a guest reads it too', async () => {
    const program = (await shop({ scenario: 'guest' }).points.program({}, context()))!;
    expect(new Set(program.rewards.map(({ eligibility }) => eligibility.status))).toEqual(new Set(['member_only']));
  });
});

test('history comes in pages without gaps, even when something happens in between', async () => {
  const { points } = shop();
  const all = (await points.history({ limit: 200 }, context())).items.map(({ id }) => id);
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await points.history({ cursor, limit: 7 }, context());
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    if (seen.length === 7) await points.redeem(five, context());
  } while (cursor);
  expect(seen).toEqual(all);
  expect(await refusal(points.history({ cursor: 'after:nothing' }, context()))).toBe('INVALID_REQUEST');
});

test('estimate knows prices and the tier', async () => {
  const lines = [{ productId: 'backpack', quantity: 1 }, { quantity: 2, price: { amount: 1_050, currency: 'EUR' } }];
  expect((await shop().points.estimate({ lines }, context()))!.points).toBe(187);
  expect((await shop({ scenario: 'guest' }).points.estimate({ lines }, context()))!.points).toBe(150);
  expect(await shop().points.estimate({ lines: [{ productId: 'unknown', quantity: 1 }] }, context())).toBeNull();
  expect(await shop().points.estimate({ lines: [{ quantity: 1, price: { amount: 1_050, currency: 'USD' } }] }, context())).toBeNull();
});

describe('redeem', () => {
  test('a fixed reward gives a code and takes its points', async () => {
    const { points } = shop();
    const redemption = await points.redeem(five, context());
    expect(redemption).toMatchObject({ pointsSpent: 500, fulfilment: 'issued', usage: 'unused', revocable: true });
    expect(redemption.code).toMatch(/^NP-[0-9A-Z]{8}$/);
    expect((await points.account({}, context()))!.balance).toBe(1590);
    expect((await points.history({ limit: 1 }, context())).items[0]).toMatchObject({ delta: -500, redemption });
  });

  test.each([
    ['a variable reward below its least', { rewardId: 'flexible', points: 100 }, 'INVALID_REQUEST'],
    ['a variable reward off its step', { rewardId: 'flexible', points: 250 }, 'INVALID_REQUEST'],
    ['a variable reward without a number', { rewardId: 'flexible' }, 'INVALID_REQUEST'],
    ['a reward that was taken this month', { rewardId: 'ten-percent' }, 'REWARD_LIMIT_REACHED'],
    ['a reward for bigger carts', { rewardId: 'free-shipping' }, 'CART_REQUIREMENTS_NOT_MET'],
    ['a reward that is gone', { rewardId: 'mug' }, 'REWARD_OUT_OF_STOCK'],
    ['a reward that costs more', { rewardId: 'gift-card' }, 'INSUFFICIENT_POINTS'],
    ['a reward for another tier', { rewardId: 'guided-hike' }, 'NOT_ELIGIBLE'],
    ['a reward that does not exist', { rewardId: 'nothing' }, 'INVALID_REQUEST'],
  ])('refuses %s', async (_, input, code) => {
    expect(await refusal(shop().points.redeem(input, context()))).toBe(code);
  });

  test('a reward that a partner confirms is pending and has no code', async () => {
    expect(await shop().points.redeem({ rewardId: 'hut-night' }, context())).toMatchObject({ fulfilment: 'pending', code: null, revocable: false });
  });

  test('the same key is the same act, and another act with it is a conflict', async () => {
    const { points } = shop();
    const once = context({ idempotencyKey: 'k1' });
    const [first, second] = await Promise.all([points.redeem(five, once), points.redeem(five, once)]);
    expect(second).toEqual(first);
    expect(await points.redeem(five, once)).toEqual(first);
    expect((await points.account({}, context()))!.balance).toBe(1590);
    expect(await refusal(points.redeem({ rewardId: 'flexible', points: 200 }, once))).toBe('CONFLICT');
  });

  test('races never overspend', async () => {
    const { points } = shop();
    const results = await Promise.allSettled([...'12345678'].map(() => points.redeem(five, context())));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect((await points.account({}, context()))!.balance).toBe(90);
  });

  test('revoking gives the points back once, and not for a used code', async () => {
    const { points } = shop();
    const before = await points.account({}, context());
    const { id } = await points.redeem(five, context());
    expect(await points.revoke({ redemptionId: id }, context())).toMatchObject({ fulfilment: 'cancelled', revocable: false });
    expect(await points.account({}, context())).toEqual(before);
    expect(await refusal(points.revoke({ redemptionId: id }, context()))).toBe('CONFLICT');
    expect(await refusal(points.revoke({ redemptionId: 'rd-demo-1' }, context()))).toBe('REWARD_ALREADY_USED');
    expect(await refusal(points.revoke({ redemptionId: 'nothing' }, context()))).toBe('INVALID_REQUEST');
  });
});

test('what is told belongs to who asked: changing it changes nothing', async () => {
  const { points } = shop();
  const program = (await points.program({}, context()))!;
  program.tiers[0]!.benefits!.length = 0;
  program.terminology!.other = '?';
  expect((await points.program({}, context()))!.tiers[0]!.benefits).toHaveLength(2);
  expect((await points.program({}, context()))!.terminology!.other).toBe('miles');
  expect(Date.parse((await points.account({}, context()))!.asOf)).toBe(NOW);
});

describe('subscribe', () => {
  test('tells the account once something has changed it, and ends when it is told to', async () => {
    const { points } = shop({ liveInterval: 1 });
    const controller = new AbortController();
    const stream = points.subscribe({}, context({ signal: controller.signal }));
    const told = stream.next();
    const before = await points.account({}, context());
    await points.redeem(five, context({ idempotencyKey: 'subscribe-1' }));
    expect((await told).value).toMatchObject({ balance: before!.balance - 500 });
    controller.abort();
    expect((await stream.next()).done).toBe(true);
  });

  test('is for somebody who is signed in', async () => {
    expect(await refusal(shop({ scenario: 'guest' }).points.subscribe({}, context()).next())).toBe('UNAUTHENTICATED');
  });
});
