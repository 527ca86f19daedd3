import type { AdapterContext, PointsAccount } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { deferred, pass, settle, testShop, underControl, watch } from '../../test/helpers.ts';
import { pointsStores } from './points.ts';

underControl();

const account = (balance: number, asOf: string, state: PointsAccount['state'] = 'member'): PointsAccount => ({
  state, balance, pending: 0, lifetime: balance, spent: 0, pendingBatches: [], expiringBatches: [], asOf,
});

function setUp(first: PointsAccount) {
  const contexts: AdapterContext[] = [];
  let tell = deferred<unknown>();
  const subscribe = vi.fn(async function* (_: unknown, context: AdapterContext) {
    contexts.push(context);
    for (;;) {
      yield await tell.promise;
      tell = deferred();
    }
  });
  const tested = testShop({ id: 'x', points: { account: async () => first, program: async () => null, subscribe: subscribe as never } });
  return { ...tested, contexts, subscribe, tell: (update: unknown) => tell.resolve(update), $account: pointsStores(tested.shop).$account };
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
});
