import { AdapterError, compose, defineAdapter, guardFaqEntries, guardPointsAccount, type Adapter, type AdapterContext } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { account, deferred, pass, scripted, settle, testShop, underControl, until } from '../test/helpers.ts';
import type { ShopOptions } from './shop.ts';

underControl();

const shopWith = (method: unknown, options: Partial<ShopOptions> = {}) => testShop({ id: 'x', points: { account: method } }, options);
const read = ({ shop }: ReturnType<typeof shopWith>, signal?: AbortSignal) => shop.read('points.account', {}, guardPointsAccount, undefined, signal);
const once = ({ shop }: ReturnType<typeof shopWith>, signal = new AbortController().signal) =>
  shop.call('points.account', {}, guardPointsAccount, { signal, locale: 'en' });
const expired = () => new AdapterError('TOKEN_EXPIRED');

describe('a call', () => {
  it('gives the adapter its input, signal, language, and itself as `this`', async () => {
    const service = {
      balance: 7,
      async account(this: { balance: number }, input: unknown, context: AdapterContext) {
        expect(input).toEqual({});
        expect(context.locale).toBe('el');
        expect(context.signal.aborted).toBe(false);
        expect('idempotencyKey' in context).toBe(false);
        return account(this.balance);
      },
    };
    const { shop } = testShop({ id: 'x', points: service });
    expect(await shop.read('points.account', {}, guardPointsAccount, 'el')).toEqual(account(7));
  });

  it('passes null on where there is no such thing', async () => {
    expect(await read(shopWith(async () => null))).toBeNull();
  });

  it('does not take null for the answer to a write', async () => {
    const { shop } = shopWith(async () => null);
    const { signal } = new AbortController();
    await expect(shop.call('points.account', {}, guardPointsAccount, { signal, locale: 'en', idempotencyKey: 'k' })).rejects.toMatchObject({ code: 'INVALID_RESPONSE' });
  });

  it('ends in time although the adapter ignores its signal, and takes no later answer', async () => {
    const { method, calls } = scripted();
    const tested = shopWith(method, { timeout: 1_000 });
    const done = once(tested);
    done.catch(() => {});
    await pass(999);
    expect(calls[0]!.context.signal.aborted).toBe(false);
    await pass(1);
    expect(calls[0]!.context.signal.aborted).toBe(true);
    await expect(done).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true });
    calls[0]!.reject(new Error('much later'));
  });

  it('is not delivered to the adapter when it was given up while the adapter was loading', async () => {
    const { method } = scripted();
    const loading = deferred<object>();
    const tested = testShop(() => loading.promise, { timeout: 1_000 });
    const done = once(tested);
    done.catch(() => {});
    await pass(1_000);
    await expect(done).rejects.toMatchObject({ code: 'TIMEOUT' });
    loading.resolve({ id: 'x', points: { account: method } });
    await settle();
    expect(method).not.toHaveBeenCalled();
  });

  it('is not begun with a signal that has ended', async () => {
    const { method } = scripted();
    await expect(once(shopWith(method), AbortSignal.abort())).rejects.toMatchObject({ code: 'ABORTED' });
    expect(method).not.toHaveBeenCalled();
  });

  it('aborts with the caller’s signal and with the shopper', async () => {
    const { method, calls } = scripted();
    const tested = shopWith(method);
    const controller = new AbortController();
    const first = once(tested, controller.signal);
    const second = once(tested);
    await settle();
    controller.abort();
    await expect(first).rejects.toMatchObject({ code: 'ABORTED' });
    expect(calls.map(({ context }) => context.signal.aborted)).toEqual([true, false]);
    tested.shop.signOut();
    await expect(second).rejects.toMatchObject({ code: 'ABORTED' });
    expect(tested.reports).toEqual([]);
  });

  it('leaves neither listener nor timer behind, however it ends', async () => {
    const { signal } = new AbortController();
    const listeners = { added: vi.spyOn(signal, 'addEventListener'), removed: vi.spyOn(signal, 'removeEventListener') };
    for (const method of [async () => account(), async () => Promise.reject(expired()), () => { throw new Error('x'); }]) {
      await once(shopWith(method), signal).catch(() => {});
    }
    expect(listeners.added).toHaveBeenCalledTimes(3);
    expect(listeners.removed).toHaveBeenCalledTimes(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not hand over an answer that came in the moment in which the shopper changed', async () => {
    const { method, calls } = scripted();
    const tested = shopWith(method);
    const done = read(tested);
    done.catch(() => {});
    await settle();
    calls[0]!.resolve(account());
    tested.shop.signOut();
    await expect(done).rejects.toMatchObject({ code: 'ABORTED' });
  });
});

describe('an adapter that misbehaves', () => {
  it.each<[string, unknown, string]>([
    ['throws', () => { throw new Error('boom'); }, 'ADAPTER_FAULT'],
    ['throws undefined', () => { throw undefined; }, 'ADAPTER_FAULT'],
    ['rejects with a string', async () => Promise.reject('boom'), 'ADAPTER_FAULT'],
    ['rejects with undefined', async () => Promise.reject(undefined), 'ADAPTER_FAULT'],
    ['rejects with null', async () => Promise.reject(null), 'ADAPTER_FAULT'],
    ['rejects with an object without prototype', async () => Promise.reject(Object.create(null)), 'ADAPTER_FAULT'],
    ['answers undefined', async () => undefined, 'INVALID_RESPONSE'],
    ['answers at once and wrongly', () => 'yes', 'INVALID_RESPONSE'],
    ['answers a list', async () => [account()], 'INVALID_RESPONSE'],
    ['answers a wrong type inside', async () => ({ ...account(), balance: '100' }), 'INVALID_RESPONSE'],
    ['answers something that throws when looked at', async () => ({ ...account(), get balance() { throw new Error('trap'); } }), 'ADAPTER_FAULT'],
    ['has no such method', undefined, 'UNSUPPORTED'],
    ['has a method that is none', 'soon', 'UNSUPPORTED'],
  ])('%s: %s', async (_, method, code) => {
    const tested = shopWith(method);
    await expect(read(tested)).rejects.toMatchObject({ name: 'AdapterError', code });
    await expect(read(tested)).rejects.toMatchObject({ code });
    // One line a cause, and none for a capability that the backend does not have.
    expect(tested.reports.map((report) => report.code)).toEqual(code === 'UNSUPPORTED' ? [] : [code]);
    if (tested.reports[0]) expect(tested.reports[0]).toMatchObject({ level: 'error', where: 'points.account' });
  });

  it('answers at once and well: that is taken', async () => {
    expect(await read(shopWith(() => account()))).toEqual(account());
  });

  it('never answers: the read ends after three time-outs', async () => {
    const tested = shopWith(() => new Promise(() => {}));
    const done = read(tested);
    done.catch(() => {});
    await pass(30_000);
    await expect(done).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(tested.reports).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a string', 'http'],
    ['a function that gives nothing', () => undefined],
    ['of another contract', { id: 'old', contract: 99 }],
  ])('is %s', async (_, adapter) => {
    const tested = testShop(adapter);
    await expect(read(tested)).rejects.toMatchObject({ code: 'ADAPTER_FAULT' });
    await expect(tested.shop.read('points.program', {}, guardPointsAccount)).rejects.toMatchObject({ code: 'ADAPTER_FAULT' });
    expect(tested.reports).toMatchObject([{ where: 'adapter', code: 'ADAPTER_FAULT' }]);
  });

  it('fails to load, then loads', async () => {
    const load = vi.fn(async () => ({ id: 'x', points: { account: async () => account() } })).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const tested = testShop(load);
    const [a, b] = [read(tested), read(tested)];
    await pass(1_000);
    expect(await a).toEqual(await b);
    expect(load).toHaveBeenCalledTimes(2);
    expect(tested.reports).toEqual([]);
  });

  it('never loads: one report, whatever was asked', async () => {
    const tested = testShop(() => { throw new TypeError('Failed to fetch'); });
    const both = [read(tested), tested.shop.read('faq.entries', {}, guardFaqEntries)];
    for (const each of both) each.catch(() => {});
    await pass(5_000);
    for (const each of both) await expect(each).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(tested.reports).toMatchObject([{ where: 'adapter', message: expect.stringContaining('Failed to fetch') }]);
  });

  it('is made wrongly: the report says which method is missing', async () => {
    const tested = testShop(async () => defineAdapter({ id: 'x', points: { account: async () => account() } } as unknown as Adapter));
    const done = read(tested);
    done.catch(() => {});
    await pass(5_000);
    await expect(done).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(tested.reports).toMatchObject([{ where: 'adapter', message: 'TypeError: Adapter “x”: `points.program` must be a function.' }]);
  });

  it('is a promise that fails: one report, with what it failed with', async () => {
    const tested = testShop(Promise.reject(new Error('no such module')));
    const done = read(tested);
    done.catch(() => {});
    await pass(5_000);
    await expect(done).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(tested.reports).toMatchObject([{ where: 'adapter', message: 'Error: no such module', cause: { message: 'no such module' } }]);
  });

  it('fails while the device is off line', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const tested = shopWith(async () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(read(tested)).rejects.toMatchObject({ code: 'OFFLINE' });
    expect(tested.reports).toEqual([]);
  });
});

describe('reports', () => {
  it('keeps quiet about a failure that a second try mended', async () => {
    const method = vi.fn(async () => account()).mockRejectedValueOnce(new AdapterError('NETWORK'));
    const tested = shopWith(method);
    const done = read(tested);
    await pass(1_000);
    expect(await done).toEqual(account());
    expect(tested.reports).toEqual([]);
  });

  it.each(['ABORTED', 'UNAUTHENTICATED', 'CUSTOMER_BLOCKED', 'INSUFFICIENT_POINTS', 'INVALID_REFEREE', 'REFERRAL_EXPIRED', 'CONFLICT'] as const)(
    'keeps quiet about %s, which is no fault',
    async (code) => {
      const tested = shopWith(async () => Promise.reject(new AdapterError(code)));
      await expect(once(tested)).rejects.toMatchObject({ code });
      expect(tested.reports).toEqual([]);
    },
  );

  it.each(['NETWORK', 'TIMEOUT', 'UNAVAILABLE', 'RATE_LIMITED', 'FORBIDDEN', 'INVALID_REQUEST'] as const)('tells of %s', async (code) => {
    const tested = shopWith(async () => Promise.reject(new AdapterError(code, 'why', { cause: 'deep' })));
    await expect(once(tested)).rejects.toMatchObject({ code });
    expect(tested.reports).toEqual([{ level: 'error', code, where: 'points.account', message: 'why', cause: 'deep' }]);
  });

  describe('of a composed adapter name the one that answered', () => {
    const item = { id: '1', question: 'Q', answer: 'A', format: 'text' };
    const over = (method: unknown) =>
      testShop(compose({ id: 'files', faq: { entries: async () => ({ items: [item, null] }) as never } }, { id: 'server', points: { account: method, program: method } as never }));

    it.each<[string, () => unknown, string]>([
      ['an error of its own', async () => Promise.reject(new AdapterError('FORBIDDEN', 'why')), 'FORBIDDEN'],
      ['something that it threw', async () => Promise.reject(new TypeError('boom')), 'ADAPTER_FAULT'],
      ['a string that it threw', async () => Promise.reject('boom'), 'ADAPTER_FAULT'],
      ['an answer that breaks the contract', async () => ({}), 'INVALID_RESPONSE'],
    ])('%s', async (_, method, code) => {
      const tested = over(method);
      await expect(read(tested)).rejects.toMatchObject({ code });
      expect(tested.reports).toMatchObject([{ where: 'points.account (server)', code }]);
    });

    it('an item that is left out', async () => {
      const { shop, reports } = over(async () => account());
      expect(await shop.read('faq.entries', {}, guardFaqEntries)).toEqual({ items: [item] });
      expect(reports).toMatchObject([{ level: 'warn', where: 'faq.entries (files)' }]);
    });
  });

  it('names what it left out of an answer', async () => {
    const item = { id: '1', question: 'Q', answer: 'A', format: 'text' };
    const { shop, reports } = testShop({ id: 'x', faq: { entries: async () => ({ items: [item, { id: 2 }, null] }) } });
    expect(await shop.read('faq.entries', {}, guardFaqEntries)).toEqual({ items: [item] });
    expect(reports).toMatchObject([{ level: 'warn', code: 'INVALID_RESPONSE', where: 'faq.entries', message: expect.stringMatching(/items\[1\]\.id .*and 3 more/) }]);
  });

  it('caps a list, and drops prototypes on the way', async () => {
    const items = JSON.parse(JSON.stringify(Array.from({ length: 10_001 }, (_, i) => ({ id: `${i}`, question: 'Q', answer: 'A', format: 'text' }))).replace('{', '{"__proto__":{"evil":1},'));
    const { shop, reports } = testShop({ id: 'x', faq: { entries: async () => ({ items }) } });
    const answer = await shop.read('faq.entries', {}, guardFaqEntries);
    expect(answer!.items).toHaveLength(10_000);
    expect(Object.keys(answer!.items[0]!)).toEqual(['id', 'question', 'answer', 'format']);
    expect('evil' in answer!.items[0]!).toBe(false);
    expect(reports).toHaveLength(1);
  });
});

describe('the token', () => {
  const asking = (answer: (token: string | null) => unknown) => vi.fn(async (_: unknown, context: AdapterContext) => answer(await context.token()));

  it('is never asked for by an adapter that needs none', async () => {
    const getToken = vi.fn(() => 't');
    await read(shopWith(async () => account(), { getToken }));
    expect(getToken).not.toHaveBeenCalled();
  });

  it('is renewed once after a refusal, for all calls that had it', async () => {
    let number = 0;
    const getToken = vi.fn(() => `t${++number}`);
    const method = asking((token) => (token === 't1' ? Promise.reject(expired()) : account()));
    const tested = shopWith(method, { getToken });
    await Promise.all([once(tested), once(tested), once(tested)]);
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(method).toHaveBeenCalledTimes(6);
    expect(tested.reports).toEqual([]);
  });

  it('that is refused when fresh is reported, and asked for again next time', async () => {
    let number = 0;
    const getToken = vi.fn(() => `t${++number}`);
    const method = asking(() => Promise.reject(new AdapterError('UNAUTHENTICATED')));
    const tested = shopWith(method, { getToken });
    await expect(read(tested)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(method).toHaveBeenCalledTimes(2);
    expect(tested.reports).toMatchObject([{ where: 'getToken', level: 'error', code: 'UNAUTHENTICATED' }]);
    expect(JSON.stringify(tested.reports)).not.toMatch(/t1|t2/);
    await expect(read(tested)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(getToken).toHaveBeenCalledTimes(3);
  });

  it('of a guest is not renewed', async () => {
    const getToken = vi.fn(() => null);
    const method = asking(() => Promise.reject(new AdapterError('UNAUTHENTICATED')));
    const tested = shopWith(method, { getToken });
    await expect(read(tested)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(method).toHaveBeenCalledTimes(1);
    expect(tested.reports).toEqual([]);
  });

  it('that can’t be had is one report, whatever was asked, and the shopper may try again', async () => {
    const getToken = vi.fn(() => 't').mockImplementation(() => { throw new Error('no session'); });
    const method = asking(() => account());
    const { shop, reports } = testShop({ id: 'x', points: { account: method, program: method } }, { getToken });
    const both = [shop.read('points.account', {}, guardPointsAccount), shop.read('points.program', {}, guardPointsAccount)];
    for (const each of both) each.catch(() => {});
    await pass(5_000);
    for (const each of both) await expect(each).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(reports).toMatchObject([{ where: 'getToken', cause: { message: 'no session' } }]);
    getToken.mockReturnValue('t');
    expect(await shop.read('points.account', {}, guardPointsAccount)).toEqual(account());
  });

  it('of the next shopper is never given to a call of the one before', async () => {
    const gate = deferred<void>();
    const tokens: unknown[] = [];
    const method = async (_: unknown, context: AdapterContext) => {
      await gate.promise;
      tokens.push(await context.token().catch((error: AdapterError) => error.code));
      return account();
    };
    const tested = shopWith(method, { getToken: () => 'hers' });
    const done = once(tested);
    done.catch(() => {});
    await settle();
    tested.shop.signIn(() => 'his');
    gate.resolve();
    await expect(done).rejects.toMatchObject({ code: 'ABORTED' });
    await settle();
    expect(tokens).toEqual(['ABORTED']);
  });

  it('that is renewed while the shopper changes does not carry the call over', async () => {
    const { method, calls } = scripted();
    const tested = shopWith(async (input: unknown, context: AdapterContext) => {
      await context.token();
      return method(input, context);
    }, { getToken: () => 'hers' });
    const done = once(tested);
    done.catch(() => {});
    await until(() => calls.length === 1);
    calls[0]!.reject(expired());
    tested.shop.signIn(() => 'his');
    await expect(done).rejects.toMatchObject({ code: 'ABORTED' });
    await settle();
    expect(calls).toHaveLength(1);
  });
});
