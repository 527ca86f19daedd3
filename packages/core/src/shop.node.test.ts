import { AdapterError, guardPointsAccount, type AdapterContext } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { account, deferred, pass, scripted, settle, testShop, underControl, until, watch } from '../test/helpers.ts';
import { pointsStores } from './services/points.ts';
import { estimateStore } from './services/points-estimate.ts';
import type { ShopOptions } from './shop.ts';

underControl();

function setUp(options: Partial<ShopOptions> = {}) {
  const { method, calls } = scripted();
  const tested = testShop({ id: 'x', points: { account: method } }, options);
  const { $account } = pointsStores(tested.shop);
  return { ...tested, method, calls, $account };
}

describe('stores of a shop', () => {
  it('are the same for the same method, input and language, and others for others', () => {
    const { shop } = setUp();
    expect(pointsStores(shop).$account).toBe(pointsStores(shop).$account);
    expect(pointsStores(shop, 'el').$account).not.toBe(pointsStores(shop).$account);
    expect(pointsStores(shop, shop.locale).$account).toBe(pointsStores(shop).$account);
    const lines = (quantity: number) => estimateStore(shop, { lines: [{ quantity }] });
    expect(lines(1)).toBe(lines(1));
    expect(lines(1)).not.toBe(lines(2));
    expect(new Set([estimateStore(shop, { lines: [] }), estimateStore(shop, { lines: [] }, 'en {"lines":[]}'), pointsStores(shop).$program]).size).toBe(3);
  });

  it('share one request, whatever asks', async () => {
    const { shop, $account, calls } = setUp();
    const many = Array.from({ length: 20 }, () => watch(pointsStores(shop).$account));
    shop.revalidate('tracking');
    void $account.revalidate();
    await until(() => calls.length);
    calls[0]!.resolve(account());
    await until(() => many.every(({ last }) => last.status === 'ready'));
    expect(calls).toHaveLength(1);
  });

  it('retry a read, and show the error at last', async () => {
    const { shop, reports } = testShop({ id: 'x', points: { account: async () => Promise.reject(new AdapterError('UNAVAILABLE', 'down')) } });
    const seen = watch(pointsStores(shop).$account);
    await pass(10_000);
    expect(seen.last).toMatchObject({ status: 'error', error: { code: 'UNAVAILABLE' } });
    expect(reports).toHaveLength(1);
  });

  it('stop retrying when nobody looks any more', async () => {
    const method = vi.fn(async () => Promise.reject(new AdapterError('RATE_LIMITED', '', { retryAfter: 10 })));
    const { shop } = testShop({ id: 'x', points: { account: method } });
    const seen = watch(pointsStores(shop).$account);
    await until(() => method.mock.calls.length);
    seen.stop();
    await pass(60_000);
    expect(method).toHaveBeenCalledTimes(1);
  });

  it('ask again by service or all of them', async () => {
    const methods = { points: vi.fn(async () => account()), faq: vi.fn(async () => ({ items: [] })) };
    const { shop } = testShop({ id: 'x', points: { account: methods.points }, faq: { entries: methods.faq } });
    const { faqStores } = await import('./services/faq.ts');
    const both = [watch(pointsStores(shop).$account), watch(faqStores(shop).$entries)];
    const ready = () => both.every(({ last }) => last.status === 'ready');
    await until(ready);
    shop.revalidate('points');
    await until(ready);
    shop.revalidate();
    await until(ready);
    expect([methods.points.mock.calls.length, methods.faq.mock.calls.length]).toEqual([3, 2]);
  });
});

describe('a change of shopper', () => {
  it.each(['signIn', 'signOut'] as const)('%s: what was known is gone at once, in every store, looked at or not', async (change) => {
    const { shop, $account, calls } = setUp();
    const { $program } = pointsStores(shop);
    const seen = watch($account);
    const left = watch($program);
    await until(() => calls.length && left.last.status === 'error');
    calls[0]!.resolve({ ...account(), balance: 4711 });
    await until(() => seen.last.status === 'ready');
    const other = watch(pointsStores(shop, 'el').$account);
    await until(() => calls.length === 2);
    calls[1]!.resolve({ ...account(), balance: 4711 });
    await until(() => other.last.status === 'ready');
    other.stop();
    await pass(1_100);

    const session = shop.$session.value;
    shop[change]();
    expect(JSON.stringify([$account.value, pointsStores(shop, 'el').$account.value])).not.toContain('4711');
    expect(shop.$session.value).toBe(session + 1);
    expect(seen.last.status).toBe('loading');
    await until(() => calls.length === 3);
  });

  it('is complete before anybody is told of it', async () => {
    const { shop, $account, calls } = setUp();
    const seen = watch($account);
    await until(() => calls.length);
    calls[0]!.resolve(account());
    await until(() => seen.last.data);
    let known: unknown = 'untold';
    shop.$session.listen(() => {
      known = $account.value.data;
    });
    shop.signOut();
    expect(known).toBeUndefined();
  });

  it('aborts what is on its way, and ignores answers and failures that come late', async () => {
    const { shop, $account, calls, reports } = setUp();
    const seen = watch($account);
    await until(() => calls.length === 1);
    shop.signIn(() => 'his');
    expect(calls[0]!.context.signal.aborted).toBe(true);
    await until(() => calls.length === 2);
    shop.signIn(() => 'theirs');
    await until(() => calls.length === 3);
    calls[0]!.resolve(account(1));
    calls[1]!.reject(new Error('late'));
    calls[2]!.resolve(account(3));
    await until(() => seen.last.status === 'ready');
    await settle();
    expect(seen.last.data!.balance).toBe(3);
    expect(seen.statuses).not.toContain('error');
    expect(reports).toEqual([]);
  });

  it('survives a subscriber that throws in the middle of it', async () => {
    const { shop, $account, calls } = setUp();
    const second = pointsStores(shop, 'el').$account;
    $account.listen(() => {
      throw new Error('their bug');
    });
    const seen = watch(second);
    await until(() => calls.length === 2);
    for (const call of calls) call.resolve(account());
    await until(() => seen.last.data);
    shop.signOut();
    expect(seen.last).toEqual({ status: 'loading' });
  });

  it('uses the new token, the first one again without another, and none for a guest', async () => {
    const tokens: unknown[] = [];
    const { shop } = testShop(
      { id: 'x', points: { account: async (_: unknown, context: AdapterContext) => (tokens.push(await context.token()), account()) } },
      { getToken: () => 'first' },
    );
    const seen = watch(pointsStores(shop).$account);
    const ready = () => seen.last.status === 'ready';
    await until(ready);
    for (const change of [() => shop.signOut(), () => shop.signIn(() => 'second'), () => shop.signIn()]) {
      change();
      await until(ready);
    }
    expect(tokens).toEqual(['first', null, 'second', 'first']);
  });

  it('does not take a token of the one before that comes late', async () => {
    const slow = deferred<string>();
    const tokens: unknown[] = [];
    const { shop } = testShop(
      { id: 'x', points: { account: async (_: unknown, context: AdapterContext) => (tokens.push(await context.token()), account()) } },
      { getToken: () => slow.promise },
    );
    const seen = watch(pointsStores(shop).$account);
    await settle();
    shop.signIn(() => 'his');
    slow.resolve('hers');
    await until(() => seen.last.status === 'ready');
    expect(await shop.token()).toBe('his');
    expect(tokens.at(-1)).toBe('his');
  });

  it('leaves no listener on the signals of a session that goes on', async () => {
    const { shop } = testShop({ id: 'x', points: { account: async () => account() } });
    const signal = shop.sessionSignal();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    for (let i = 0; i < 50; i++) await shop.read('points.account', {}, guardPointsAccount);
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });
});

describe('first data', () => {
  const seed = { 'points.account': account(7) };

  it('saves the first request while it is fresh', async () => {
    const { $account, method } = setUp({ seed });
    const seen = watch($account);
    expect(seen.states).toEqual([{ status: 'ready', data: account(7), asOf: Date.now() }]);
    await settle();
    expect(method).not.toHaveBeenCalled();
  });

  it('ages from the moment the shop was made, not from the moment somebody looks', async () => {
    const { shop } = testShop({ id: 'x', points: { account: async () => account(8) } }, { seed });
    const born = Date.now();
    await pass(3_600_000);
    const seen = watch(pointsStores(shop).$account);
    expect(seen.last).toEqual({ status: 'refreshing', data: account(7), asOf: born });
    await until(() => seen.last.data!.balance === 8);
  });

  it('may be null: there is no such thing', async () => {
    const { $account, reports } = setUp({ seed: { 'points.account': null } });
    expect(watch($account).last).toMatchObject({ status: 'ready', data: null });
    expect(reports).toEqual([]);
  });

  it.each([{ balance: 'x' }, 'yes', 0, [], { ...account(), balance: null }])('that is bad (%j) is reported and fetched instead', async (bad) => {
    const { $account, calls, reports } = setUp({ seed: { 'points.account': bad } });
    expect(watch($account).last).toEqual({ status: 'loading' });
    await until(() => calls.length);
    expect(reports).toMatchObject([{ level: 'warn', code: 'INVALID_RESPONSE', where: 'seed points.account' }]);
  });

  it('with a bad item keeps the good ones and says so', () => {
    const { $account, reports } = setUp({ seed: { 'points.account': { ...account(), expiringBatches: [{ points: 'x' }] } } });
    expect(watch($account).last).toMatchObject({ status: 'ready', data: { expiringBatches: [] } });
    expect(reports).toMatchObject([{ where: 'seed points.account', message: expect.stringContaining('expiringBatches[0]') }]);
  });

  it.each([null, undefined, [], 'x'])('that is none (%j) is no trouble', (none) => {
    expect(watch(setUp({ seed: none as never }).$account).last).toEqual({ status: 'loading' });
  });

  it('is for the language of the shop and for no input', () => {
    const estimate = { points: 5 };
    const { shop } = setUp({ seed: { ...seed, 'points.estimate': estimate } });
    expect(pointsStores(shop, 'el').$account.value.status).toBe('idle');
    expect(estimateStore(shop, { lines: [] }).value.status).toBe('idle');
  });

  it('is not shown to the next shopper', () => {
    const { shop } = testShop({ id: 'x' }, { seed });
    shop.signIn(() => 'his');
    expect(pointsStores(shop).$account.value).toEqual({ status: 'idle' });
    shop.signOut();
    expect(pointsStores(shop).$account.value).toEqual({ status: 'idle' });
  });
});

describe('inputs without end', () => {
  const many = 1_000;
  const estimate = vi.fn(async () => ({ points: 5 }));
  const busy = () => testShop({ id: 'x', points: { account: async () => account(), estimate } });

  it('make room: the ones that nobody has used for longest go first', async () => {
    const { shop } = busy();
    const stores = Array.from({ length: many }, (_, quantity) => estimateStore(shop, { lines: [{ quantity }] }));
    // From the youngest on, since looking up one that is gone makes it anew.
    const gone = stores.toReversed().findIndex((store, i) => estimateStore(shop, { lines: [{ quantity: many - 1 - i }] }) !== store);
    expect(gone).toBe(200);
  });

  it('stay when they are used again and again', async () => {
    const { shop } = busy();
    const often = estimateStore(shop, { lines: [] });
    for (let quantity = 0; quantity < many; quantity++) {
      estimateStore(shop, { lines: [{ quantity }] });
      if (quantity % 100 === 0) await often.revalidate();
    }
    expect(estimateStore(shop, { lines: [] })).toBe(often);
  });

  it('never take the place of a store that is looked at', async () => {
    const { shop } = busy();
    const store = pointsStores(shop).$account;
    const seen = watch(store);
    await until(() => seen.last.status === 'ready');
    for (let quantity = 0; quantity < many; quantity++) estimateStore(shop, { lines: [{ quantity }] });
    expect(pointsStores(shop).$account).toBe(store);
    expect(seen.last.status).toBe('ready');
  });

  it('leave no data of a shopper in a store that had to make room and is still in somebody’s hands', async () => {
    const { shop } = busy();
    const store = pointsStores(shop).$account;
    const first = watch(store);
    await until(() => first.last.status === 'ready');
    first.stop();
    await pass(1_100);
    for (let quantity = 0; quantity < many; quantity++) estimateStore(shop, { lines: [{ quantity }] });
    expect(store.value).toEqual({ status: 'idle' });
    const other = watch(pointsStores(shop).$account);
    expect(pointsStores(shop).$account).not.toBe(store);
    const again = watch(store);
    await until(() => again.last.status === 'ready' && other.last.status === 'ready');
    again.stop();
    await pass(1_100);
    shop.signOut();
    expect([store.value.data, pointsStores(shop).$account.value.data]).toEqual([undefined, undefined]);
  });
});

describe('in the end', () => {
  it('a shop lets go of everything', async () => {
    const { shop, $account, calls } = setUp();
    const seen = watch($account);
    await until(() => calls.length);
    calls[0]!.resolve(account());
    await until(() => seen.last.data);
    shop.destroy();
    expect(seen.last.data).toBeUndefined();
    await pass(60_000);
    expect(calls).toHaveLength(1);
    await expect(shop.read('points.account', {}, guardPointsAccount)).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('the language is that of the page, or English', () => {
    expect(testShop({ id: 'x' }).shop.locale).toBe('en');
    vi.stubGlobal('document', { documentElement: { lang: 'el-GR' }, addEventListener() {} });
    vi.stubGlobal('addEventListener', () => {});
    expect(testShop({ id: 'x' }).shop.locale).toBe('el-GR');
    expect(testShop({ id: 'x' }, { locale: 'fr' }).shop.locale).toBe('fr');
    expect(testShop({ id: 'x' }, { locale: '' }).shop.locale).toBe('el-GR');
  });
});
