import type { AdapterContext, PointsAccount } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { deferred, pass, scripted, settle, testShop, underControl, until, watch } from '../../test/helpers.ts';
import type { Resource } from '../resource.ts';
import { live } from './live-points.ts';
import { pointsStores } from './points.ts';

underControl();

const account = (balance: number, asOf: string, state: PointsAccount['state'] = 'member'): PointsAccount => ({
  state, balance, pending: 0, lifetime: balance, spent: 0, pendingBatches: [], expiringBatches: [], asOf,
});

function setUp(first: PointsAccount, read: (...asked: any[]) => Promise<PointsAccount> = async () => first) {
  const contexts: AdapterContext[] = [];
  let tell = deferred<unknown>();
  const subscribe = vi.fn(async function* (_: unknown, context: AdapterContext) {
    contexts.push(context);
    for (;;) {
      yield await tell.promise;
      tell = deferred();
    }
  });
  const tested = testShop({ id: 'x', points: { account: read, program: async () => null, subscribe: subscribe as never } });
  return { ...tested, contexts, subscribe, tell: (update: unknown) => tell.resolve(update), $account: pointsStores(tested.shop).$account };
}

/** A live account of 50 points, with a read on its way. */
async function refreshing() {
  const { method, calls } = scripted();
  const tested = setUp(account(0, ''), method);
  const { stop } = watch(tested.$account);
  await until(() => calls.length);
  calls[0]!.resolve(account(50, '2026-11-22T10:00:00Z'));
  await until(() => tested.contexts.length);
  tested.shop.revalidate('points');
  return { ...tested, calls, stop };
}

describe('the account', () => {
  it('follows what happens to it while somebody looks', async () => {
    const { $account, tell, contexts } = setUp(account(100, '2026-11-22T10:00:00Z'));
    const { stop } = watch($account);
    await vi.waitFor(() => expect(contexts).toHaveLength(1));
    tell(account(150, '2026-11-22T10:00:05Z'));
    await vi.waitFor(() => expect($account.value.data?.balance).toBe(150));
    stop();
    await pass(2_000);
    expect(contexts[0]!.signal.aborted).toBe(true);
  });

  it('never goes back to an older one', async () => {
    const { $account, tell, contexts } = setUp(account(100, '2026-11-22T10:00:00Z'));
    const { stop } = watch($account);
    await vi.waitFor(() => expect(contexts).toHaveLength(1));
    tell(account(50, '2026-11-22T09:00:00Z'));
    await settle();
    tell(account(120, '2026-11-22T11:00:00+00:00'));
    await vi.waitFor(() => expect($account.value.data?.balance).toBe(120));
    stop();
  });

  it('of a guest is nothing to follow', async () => {
    const { $account, subscribe } = setUp(account(0, '2026-11-22T10:00:00Z', 'guest'));
    const { stop } = watch($account);
    await vi.waitFor(() => expect($account.value.status).toBe('ready'));
    await settle();
    expect(subscribe).not.toHaveBeenCalled();
    stop();
  });

  it('of a guest is followed once a token comes, without a sign-in', async () => {
    let now = account(0, '2026-11-22T10:00:00Z', 'guest');
    const { $account, shop, subscribe, tell } = setUp(now, async () => now);
    const { stop } = watch($account);
    await until(() => $account.value.data?.state === 'guest');
    await pass(60_000);
    expect(subscribe).not.toHaveBeenCalled();
    now = account(100, '2026-11-22T10:01:00Z');
    shop.revalidate('points');
    await until(() => $account.value.data?.balance === 100);
    await pass(10_000);
    expect(subscribe).toHaveBeenCalledTimes(1);
    tell(account(150, '2026-11-22T10:02:00Z'));
    await until(() => $account.value.data?.balance === 150);
    stop();
  });

  it('of a guest whom nobody looks at any more leaves nothing behind', async () => {
    const { $account, subscribe } = setUp(account(0, '2026-11-22T10:00:00Z', 'guest'));
    const { stop } = watch($account);
    await until(() => $account.value.data);
    await pass(10_000);
    stop();
    await pass(1_100);
    expect(vi.getTimerCount()).toBe(0);
    expect($account.lc).toBe(0);
    expect(subscribe).not.toHaveBeenCalled();
  });

  it('is not taken back by a read that set out before', async () => {
    const { $account, shop, calls, tell, stop } = await refreshing();
    await until(() => calls.length === 2);
    tell(account(900, '2026-11-22T10:00:05Z'));
    await until(() => $account.value.data?.balance === 900);
    calls[1]!.resolve(account(100, '2026-11-22T10:00:02Z'));
    await until(() => $account.value.status === 'ready');
    await settle();
    expect($account.value.data?.balance).toBe(900);
    // What is newer counts again, and what was told while that was on its way has been forgotten.
    shop.revalidate('points');
    await until(() => calls.length === 3);
    calls[2]!.resolve(account(30, '2026-11-22T10:00:09Z'));
    await until(() => $account.value.status === 'ready');
    await settle();
    expect($account.value.data?.balance).toBe(30);
    stop();
  });

  it('of one shopper does not come back with the answer of the next', async () => {
    const { $account, shop, calls, tell, stop } = await refreshing();
    tell(account(900, '2026-11-22T10:00:05Z'));
    await until(() => $account.value.data?.balance === 900);
    shop.signIn(() => 'his');
    await until(() => calls.length === 3);
    calls[2]!.resolve(account(7, '2026-11-22T10:00:01Z'));
    await until(() => $account.value.status === 'ready');
    await settle();
    expect($account.value.data?.balance).toBe(7);
    stop();
  });

  it('is left alone when it is wanted no more while a read is on its way', async () => {
    const { shop, tell, contexts } = setUp(account(0, ''));
    const controller = new AbortController();
    const read = deferred<void>();
    const update = vi.fn();
    const resource = { value: { status: 'refreshing', data: account(50, '2026-11-22T10:00:00Z') }, revalidate: () => read.promise, update };
    void live(shop, {}, 'en', controller.signal, resource as unknown as Resource<PointsAccount>);
    await until(() => contexts.length);
    tell(account(900, '2026-11-22T10:00:05Z'));
    await until(() => update.mock.calls.length);
    controller.abort();
    resource.value.status = 'ready';
    read.resolve();
    await settle();
    expect(update).toHaveBeenCalledTimes(1);
  });
});
