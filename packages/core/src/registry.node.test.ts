import { afterEach, describe, expect, it, vi } from 'vitest';
import { account, pass, settle, underControl, until, watch } from '../test/helpers.ts';
import { defineShop, getShop, removeShop, watchShop } from './registry.ts';
import { pointsStores } from './services/points.ts';

underControl();
afterEach(() => {
  for (const name of ['default', 'eu']) {
    const shop = getShop(name);
    if (shop) removeShop(shop);
  }
  // The watchers of a test are no business of the next.
  Reflect.deleteProperty(globalThis, Symbol.for('aftercart.shops'));
});
const adapter = { id: 'x' };

describe('shops by name', () => {
  it('are found once they are there', () => {
    expect(getShop()).toBeUndefined();
    const shop = defineShop({ adapter });
    const eu = defineShop({ adapter, name: 'eu' });
    expect([getShop(), getShop('default'), getShop('eu'), getShop('us')]).toEqual([shop, shop, eu, undefined]);
  });

  it('are told to those who came before and after, and to nobody else', () => {
    const [early, late, other] = [vi.fn(), vi.fn(), vi.fn()];
    watchShop('default', early);
    watchShop('eu', other);
    const shop = defineShop({ adapter });
    watchShop('default', late);
    expect(early.mock.calls).toEqual([[shop]]);
    expect(late.mock.calls).toEqual([[shop]]);
    expect(other).not.toHaveBeenCalled();
  });

  it('are told again when they are replaced, until nobody watches', () => {
    const waiter = vi.fn();
    const stop = watchShop('default', waiter);
    const first = defineShop({ adapter });
    const second = defineShop({ adapter });
    stop();
    stop();
    defineShop({ adapter });
    expect(waiter.mock.calls).toEqual([[first], [second]]);
  });

  it('are gone when they are removed, unless another has the name by then', () => {
    const first = defineShop({ adapter });
    const second = defineShop({ adapter });
    removeShop(first);
    expect(getShop()).toBe(second);
    removeShop(second);
    expect(getShop()).toBeUndefined();
    const waiter = vi.fn();
    watchShop('default', waiter);
    expect(waiter).not.toHaveBeenCalled();
  });

  it('are told to be gone', () => {
    const waiter = vi.fn();
    watchShop('default', waiter);
    const shop = defineShop({ adapter });
    removeShop(shop);
    expect(waiter.mock.calls).toEqual([[shop], [undefined]]);
  });

  it('a watcher that throws keeps neither the others nor the shop from coming', () => {
    const onReport = vi.fn();
    const last = vi.fn();
    watchShop('default', () => {
      throw new Error('their bug');
    });
    watchShop('default', last);
    const shop = defineShop({ adapter, onReport });
    expect(last).toHaveBeenCalledWith(shop);
    expect(onReport).toHaveBeenCalledTimes(1);
  });

  it('a watcher that was made to leave by another is not called any more', () => {
    const gone = vi.fn();
    let stop = () => {};
    watchShop('default', () => stop());
    stop = watchShop('default', gone);
    defineShop({ adapter });
    expect(gone).not.toHaveBeenCalled();
  });

  it('a watcher that comes while others are told is told once', () => {
    const late = vi.fn();
    const stop = watchShop('default', () => {
      stop();
      watchShop('default', late);
    });
    defineShop({ adapter });
    expect(late).toHaveBeenCalledTimes(1);
  });
});

describe('a shop that is taken away', () => {
  it('asks for nothing any more and lets go of its data, although somebody still looks', async () => {
    const method = vi.fn(async () => account());
    const shop = defineShop({ adapter: { id: 'x', points: { account: method } } as never });
    const { $account } = pointsStores(shop);
    const seen = watch($account);
    await until(() => seen.last.status === 'ready');
    defineShop({ adapter });
    await pass(60_000);
    expect(method).toHaveBeenCalledTimes(1);
    expect(seen.last.data).toBeUndefined();
    await $account.revalidate();
    await settle();
    expect(method).toHaveBeenCalledTimes(1);
    expect(seen.last).toMatchObject({ status: 'error', error: { code: 'ABORTED' } });
  });
});

describe('two copies of this code', () => {
  it('share shops and watchers', async () => {
    vi.resetModules();
    const other = (await import('./registry.ts')) as typeof import('./registry.ts');
    expect(other.defineShop).not.toBe(defineShop);
    const [here, there] = [vi.fn(), vi.fn()];
    watchShop('default', here);
    other.watchShop('default', there);
    const shop = other.defineShop({ adapter });
    expect(getShop()).toBe(shop);
    expect(here).toHaveBeenCalledWith(shop);
    const next = defineShop({ adapter });
    expect(other.getShop()).toBe(next);
    expect(there.mock.calls).toEqual([[shop], [next]]);
    other.removeShop(next);
    expect(getShop()).toBeUndefined();
  });
});
