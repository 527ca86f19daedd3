import { AdapterError, type AdapterContext } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { account, deferred, pass, passUntil, redemption, scripted, settle, testShop, underControl, until, watch } from '../test/helpers.ts';
import { createKey } from './act.ts';
import { faqActions } from './services/faq-actions.ts';
import { faqStores } from './services/faq.ts';
import { pointsActions } from './services/points-actions.ts';
import { pointsStores } from './services/points.ts';
import type { ShopOptions } from './shop.ts';

underControl();

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

function setUp(options: Partial<ShopOptions> = {}) {
  const { method, calls } = scripted();
  const accounts = vi.fn(async () => account());
  const tested = testShop({ id: 'x', points: { account: accounts, redeem: method } }, options);
  return { ...tested, calls, accounts, redeem: (rewardId = 'r1') => pointsActions(tested.shop).redeem({ rewardId }) };
}

/** A tab whose session storage outlives its pages. */
function tab() {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return kept;
}

const keysOf = (calls: { context: AdapterContext }[]) => calls.map(({ context }) => context.idempotencyKey);

describe('createKey', () => {
  it('is a random UUID, with and without crypto.randomUUID', () => {
    const real = globalThis.crypto;
    const keys = [createKey(), createKey()];
    vi.stubGlobal('crypto', { getRandomValues: real.getRandomValues.bind(real) });
    for (let i = 0; i < 50; i++) keys.push(createKey());
    expect(new Set(keys).size).toBe(52);
    for (const key of keys) expect(key).toMatch(UUID);
  });
});

describe('an act', () => {
  it('is one call with a key, and its answer is checked', async () => {
    const { redeem, calls } = setUp();
    const done = redeem();
    await until(() => calls.length);
    expect(calls[0]!.input).toEqual({ rewardId: 'r1' });
    expect(keysOf(calls)[0]).toMatch(UUID);
    calls[0]!.resolve({ ...redemption(), extra: 1 });
    expect(await done).toEqual(redemption());
  });

  it('is one act on a double click, and two with different inputs', async () => {
    const { redeem, calls } = setUp();
    const both = [redeem(), redeem()];
    expect(both[0]).toBe(both[1]);
    void redeem('r2').catch(() => {});
    await until(() => calls.length === 2);
    await settle();
    expect(calls).toHaveLength(2);
    expect(new Set(keysOf(calls)).size).toBe(2);
    calls.find(({ input }) => input.rewardId === 'r1')!.resolve(redemption());
    expect(await both[0]).toEqual(redemption());
  });

  it('is a new act once the one before has ended well', async () => {
    const { redeem, calls } = setUp();
    for (const i of [0, 1]) {
      const done = redeem();
      await until(() => calls.length === i + 1);
      calls[i]!.resolve(redemption());
      await done;
    }
    expect(new Set(keysOf(calls)).size).toBe(2);
  });

  it.each<[string, unknown]>([
    ['a time-out', new AdapterError('TIMEOUT')],
    ['a lost connection', new AdapterError('NETWORK')],
    ['an answer that can’t be read', 'what?'],
    ['a fault of the adapter', new Error('x')],
    ['a conflict that the adapter says will pass', new AdapterError('CONFLICT', '', { retryable: true })],
  ])('is never tried again by itself, and has the same key when the shopper tries again after %s', async (_, failure) => {
    const { redeem, calls } = setUp();
    const first = redeem();
    await until(() => calls.length);
    if (typeof failure === 'string') calls[0]!.resolve(failure);
    else calls[0]!.reject(failure);
    await expect(first).rejects.toMatchObject({ name: 'AdapterError' });
    await pass(60_000);
    expect(calls).toHaveLength(1);
    const second = redeem();
    await until(() => calls.length === 2);
    expect(keysOf(calls)[1]).toBe(keysOf(calls)[0]);
    calls[1]!.resolve(redemption());
    await second;
    // Its end is known now.
    void redeem().catch(() => {});
    await until(() => calls.length === 3);
    expect(keysOf(calls)[2]).not.toBe(keysOf(calls)[0]);
  });

  it.each(['INSUFFICIENT_POINTS', 'INVALID_REQUEST', 'CONFLICT', 'FORBIDDEN'] as const)('has a new key after %s, which is an end', async (code) => {
    const { redeem, calls } = setUp();
    const first = redeem();
    await until(() => calls.length);
    calls[0]!.reject(new AdapterError(code));
    await expect(first).rejects.toMatchObject({ code });
    void redeem().catch(() => {});
    await until(() => calls.length === 2);
    expect(keysOf(calls)[1]).not.toBe(keysOf(calls)[0]);
  });

  it('takes null for no answer', async () => {
    const { redeem, calls } = setUp();
    const done = redeem();
    await until(() => calls.length);
    calls[0]!.resolve(null);
    await expect(done).rejects.toMatchObject({ code: 'INVALID_RESPONSE' });
  });

  it('renews a refused token once, with the same key', async () => {
    let number = 0;
    const keys: unknown[] = [];
    const { shop } = testShop(
      {
        id: 'x',
        points: {
          redeem: async (_: unknown, context: AdapterContext) => {
            keys.push(context.idempotencyKey);
            if ((await context.token()) === 't1') throw new AdapterError('TOKEN_EXPIRED');
            return redemption();
          },
        },
      },
      { getToken: () => `t${++number}` },
    );
    await pointsActions(shop).redeem({ rewardId: 'r1' });
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('works on a page without TLS, where there is no crypto.subtle', async () => {
    const real = globalThis.crypto;
    vi.stubGlobal('crypto', { getRandomValues: real.getRandomValues.bind(real) });
    const kept = tab();
    const { redeem, calls } = setUp({ consent: () => true });
    const both = [redeem(), redeem('r2')];
    await until(() => calls.length === 2);
    expect(new Set(keysOf(calls)).size).toBe(2);
    expect(kept.size).toBe(0);
    calls[0]!.reject(new AdapterError('TIMEOUT'));
    calls[1]!.resolve(redemption());
    await expect(both[0]).rejects.toMatchObject({ code: 'TIMEOUT' });
    await both[1];
    void redeem().catch(() => {});
    await until(() => calls.length === 3);
    expect(keysOf(calls)[2]).toBe(keysOf(calls)[0]);
  });
});

describe('the key of an act', () => {
  it('outlives a reload with consent, says nothing of the act, and is gone when it has ended', async () => {
    const kept = tab();
    const before = setUp({ consent: () => true });
    const first = before.redeem('secret-reward');
    await until(() => before.calls.length);
    before.calls[0]!.reject(new AdapterError('TIMEOUT'));
    await expect(first).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(JSON.stringify([...kept])).not.toContain('secret');
    expect([...kept.values()]).toEqual(keysOf(before.calls));

    const after = setUp({ consent: () => true });
    const second = after.redeem('secret-reward');
    await until(() => after.calls.length);
    expect(keysOf(after.calls)).toEqual(keysOf(before.calls));
    after.calls[0]!.resolve(redemption());
    await second;
    expect(kept.size).toBe(0);
  });

  it.each<[string, ShopOptions['consent']]>([['without a hook', undefined], ['without consent', () => false]])('is not kept across a reload %s', async (_, consent) => {
    const kept = tab();
    const options = consent ? { consent } : {};
    const before = setUp(options);
    const first = before.redeem();
    await until(() => before.calls.length);
    before.calls[0]!.reject(new AdapterError('TIMEOUT'));
    await expect(first).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(kept.size).toBe(0);
    const after = setUp(options);
    void after.redeem().catch(() => {});
    await until(() => after.calls.length);
    expect(keysOf(after.calls)).not.toEqual(keysOf(before.calls));
  });

  it('is not used for another act although taking it away is slow', async () => {
    tab();
    // A consent manager that takes its time.
    const consent = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 100));
    const { redeem, calls } = setUp({ consent });
    const first = redeem();
    await passUntil(() => calls.length);
    calls[0]!.resolve(redemption());
    await first;
    void redeem().catch(() => {});
    await passUntil(() => calls.length === 2);
    expect(keysOf(calls)[1]).not.toBe(keysOf(calls)[0]);
  });

  it('does not wait for a shopper who never answers the consent banner', async () => {
    const kept = tab();
    const { redeem, calls } = setUp({ consent: () => new Promise(() => {}) });
    const done = redeem();
    await passUntil(() => calls.length);
    calls[0]!.resolve(redemption());
    expect(await done).toEqual(redemption());
    expect(kept.size).toBe(0);
  });
});

describe('a change of shopper during an act', () => {
  it('before the call: nothing is done in the name of the next', async () => {
    const { shop, redeem, calls } = setUp({ getToken: () => 'hers' });
    const done = redeem();
    shop.signIn(() => 'his');
    await expect(done).rejects.toMatchObject({ code: 'ABORTED' });
    await settle();
    expect(calls).toHaveLength(0);
  });

  it('during the call: it is aborted, its answer is nobody’s, and its key is forgotten', async () => {
    const kept = tab();
    const { shop, redeem, calls, reports } = setUp({ consent: () => true });
    const done = redeem();
    await until(() => calls.length);
    expect(kept.size).toBe(1);
    shop.signOut();
    expect(calls[0]!.context.signal.aborted).toBe(true);
    calls[0]!.resolve(redemption());
    await expect(done).rejects.toMatchObject({ code: 'ABORTED' });
    expect(kept.size).toBe(0);
    expect(reports).toEqual([]);
    void redeem().catch(() => {});
    await until(() => calls.length === 2);
    expect(keysOf(calls)[1]).not.toBe(keysOf(calls)[0]);
  });

  it('after the answer, while its key is put away: the answer is nobody’s', async () => {
    tab();
    const gate = deferred<boolean>();
    const { shop, redeem, calls } = setUp();
    const set = vi.spyOn(shop.storage, 'set').mockImplementation(async (_, __, value) => (value === null ? gate.promise : true));
    const done = redeem();
    await until(() => calls.length);
    calls[0]!.resolve(redemption());
    await until(() => set.mock.calls.length === 2);
    shop.signOut();
    gate.resolve(true);
    await expect(done).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('is another act for the next shopper', async () => {
    const { shop, redeem, calls } = setUp();
    const hers = redeem();
    hers.catch(() => {});
    shop.signOut();
    const his = redeem();
    expect(his).not.toBe(hers);
    await until(() => calls.length);
    calls[0]!.resolve(redemption());
    expect(await his).toEqual(redemption());
  });
});

describe('after an act', () => {
  it('what is on the page of that service is asked again, even a read that was on its way', async () => {
    const reads = scripted();
    const { shop } = testShop({ id: 'x', points: { account: reads.method, redeem: async () => redemption() } });
    const seen = watch(pointsStores(shop).$account);
    await until(() => reads.calls.length === 1);
    await pointsActions(shop).redeem({ rewardId: 'r1' });
    await until(() => reads.calls.length === 2);
    reads.calls[0]!.resolve(account(100));
    reads.calls[1]!.resolve(account(90));
    await until(() => seen.last.status === 'ready');
    expect(seen.last.data!.balance).toBe(90);
  });

  it('what is not on the page is not taken for fresh later', async () => {
    const { shop, accounts, redeem, calls } = setUp();
    const { $account } = pointsStores(shop);
    const first = watch($account);
    await until(() => first.last.status === 'ready');
    first.stop();
    await pass(1_100);
    const done = redeem();
    await until(() => calls.length);
    calls[0]!.resolve(redemption());
    await done;
    expect(accounts).toHaveBeenCalledTimes(1);
    const second = watch($account);
    expect(second.last.status).toBe('refreshing');
    await until(() => second.last.status === 'ready');
    expect(accounts).toHaveBeenCalledTimes(2);
  });

  it('a first answer from the page is not taken for fresh either', async () => {
    const { shop, redeem, calls } = setUp({ seed: { 'points.account': account(100) } });
    const done = redeem();
    await until(() => calls.length);
    calls[0]!.reject(new AdapterError('TIMEOUT'));
    await expect(done).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(watch(pointsStores(shop).$account).last.status).toBe('loading');
  });

  it('other services are left alone, and a vote does not load all answers again', async () => {
    const entries = vi.fn(async () => ({ items: [] }));
    const { shop } = testShop({ id: 'x', faq: { entries, vote: async () => ({ recorded: true }) }, points: { redeem: async () => redemption() } });
    const seen = watch(faqStores(shop).$entries);
    await until(() => seen.last.status === 'ready');
    await pointsActions(shop).redeem({ rewardId: 'r1' });
    expect(await faqActions(shop).vote({ entryId: '1', helpful: true })).toEqual({ recorded: true });
    await settle();
    expect(entries).toHaveBeenCalledTimes(1);
  });
});
