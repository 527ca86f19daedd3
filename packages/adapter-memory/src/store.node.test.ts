import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { context, refusal, shop } from './test/shop.ts';

const five = { rewardId: 'five-off' };
const balance = async ({ points }: ReturnType<typeof shop>) => (await points.account({}, context()))!.balance;

describe('latency', () => {
  test('an aborted call rejects at once', async () => {
    const controller = new AbortController();
    const { points } = shop({ latency: 60_000 });
    setTimeout(() => controller.abort(), 5);
    expect(await refusal(points.account({}, context({ signal: controller.signal })))).toBe('ABORTED');
    expect(await refusal(points.account({}, context({ signal: controller.signal })))).toBe('ABORTED');
  });

  test('an aborted write writes nothing', async () => {
    const controller = new AbortController();
    const adapter = shop({ latency: 20 });
    const call = adapter.points.redeem(five, context({ signal: controller.signal }));
    setTimeout(() => controller.abort(), 5);
    expect(await refusal(call)).toBe('ABORTED');
    expect(await balance(adapter)).toBe(2090);
  });

  test('the scenario “slow” takes three seconds', async () => {
    vi.useFakeTimers();
    const answered = vi.fn();
    const call = shop({ scenario: 'slow', latency: undefined as never }).points.account({}, context()).then(answered);
    await vi.advanceTimersByTimeAsync(2_900);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    await call;
  });
});

test('two adapters share nothing without a database', async () => {
  const [one, two] = [shop(), shop()];
  await one.points.redeem(five, context());
  expect(await balance(two)).toBe(2090);
});

describe('kept in IndexedDB', () => {
  const persist = 'northpine';

  beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
  afterEach(() => vi.unstubAllGlobals());

  test('acts outlive a reload, by scenario', async () => {
    const before = shop({ persist });
    const once = context({ idempotencyKey: 'k' });
    const redemption = await before.points.redeem(five, once);
    await before.reviews.submit({ requestId: 'NP-10218-backpack', rating: 5, incentivised: false }, context());
    const after = shop({ persist });
    expect(await balance(after)).toBe(1590);
    expect(await after.points.redeem(five, once)).toEqual(redemption);
    expect((await after.reviews.requests({}, context())).items.find(({ id }) => id === 'NP-10218-backpack')!.review!.status).toBe('pending');
    expect(await balance(shop({ persist, scenario: 'new-member' }))).toBe(0);
  });

  test('two tabs never overspend together', async () => {
    const tabs = [shop({ persist }), shop({ persist })];
    const results = await Promise.allSettled([...'12345678'].map((_, i) => tabs[i % 2]!.points.redeem(five, context())));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(await balance(tabs[0]!)).toBe(90);
    const ids = results.flatMap((result) => (result.status === 'fulfilled' ? result.value.id : []));
    expect(new Set(ids).size).toBe(4);
  });

  test('neither coupon codes nor a friend’s address are written down', async () => {
    const adapter = shop({ persist });
    const { code } = await adapter.points.redeem(five, context({ idempotencyKey: 'a' }));
    const claim = await adapter.referrals.claim({ code: 'MARIA7K2', email: 'somebody@example.org' }, context({ idempotencyKey: 'b' }));
    const open = indexedDB.open(persist);
    await new Promise((resolve) => (open.onsuccess = resolve));
    const all = open.result.transaction('states').objectStore('states').getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    const kept = JSON.stringify(all.result);
    expect(kept).toContain('five-off');
    for (const secret of [code!, claim.code!, 'somebody']) expect(kept).not.toContain(secret);
  });

  test('a refused act leaves nothing behind', async () => {
    const adapter = shop({ persist });
    expect(await refusal(adapter.points.redeem({ rewardId: 'mug' }, context()))).toBe('REWARD_OUT_OF_STOCK');
    expect(await balance(shop({ persist }))).toBe(2090);
  });

  test('something else in the database is left out of account', async () => {
    const open = indexedDB.open(persist, 1);
    open.onupgradeneeded = () => void open.result.createObjectStore('states').put({ version: 99 }, 'member');
    await new Promise((resolve) => (open.onsuccess = resolve));
    expect(await balance(shop({ persist }))).toBe(2090);
  });
});

describe('where IndexedDB does not work, the demo does', () => {
  const persist = 'northpine';
  const works = async () => {
    const adapter = shop({ persist });
    await adapter.points.redeem(five, context());
    expect(await balance(adapter)).toBe(1590);
  };
  afterEach(() => vi.unstubAllGlobals());

  test('there is none', works);

  test('it throws', async () => {
    vi.stubGlobal('indexedDB', { open: () => { throw new DOMException('', 'SecurityError'); } });
    await works();
  });

  test('it refuses', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        const request = { error: new DOMException('', 'InvalidStateError'), onerror: (_: unknown) => {} };
        setTimeout(() => request.onerror({ preventDefault: () => {} }));
        return request;
      },
    });
    await works();
  });

  test('the database is of somebody else', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    const open = indexedDB.open(persist, 7);
    await new Promise((resolve) => (open.onsuccess = resolve));
    open.result.close();
    await works();
  });

  test('the disk is full in the middle: what was known goes on in memory', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    const adapter = shop({ persist });
    await adapter.points.redeem(five, context());
    const { IDBObjectStore } = await import('fake-indexeddb');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('', 'QuotaExceededError'); });
    await adapter.points.redeem(five, context());
    put.mockRestore();
    expect(await balance(adapter)).toBe(1090);
  });

  test('it is deleted while the page is open', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    const adapter = shop({ persist });
    await adapter.points.redeem(five, context());
    await new Promise((resolve) => (indexedDB.deleteDatabase(persist).onsuccess = resolve));
    await adapter.points.redeem(five, context());
    expect(await balance(adapter)).toBe(1090);
  });
});
