/** What the tests of core share: a clock in their hands, a shop over a scripted adapter, and an eye on stray rejections. */
import type { Adapter, AdapterContext } from '@aftercart/contract';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Report } from '../src/report.ts';
import type { Resource, ResourceState } from '../src/resource.ts';
import { createShop, type Shop, type ShopOptions } from '../src/shop.ts';

/** Lets everything that is not waiting for a timer happen, the thread pool of `crypto` included. */
export async function settle(turns = 20): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits for a condition, turn by turn of the event loop. */
export async function until(condition: () => unknown): Promise<void> {
  // By the real clock, which is not in the hands of the test: threads of a busy machine take their time.
  for (const start = performance.now(); performance.now() - start < 5_000; ) {
    if (condition()) return;
    await settle(1);
  }
  throw new Error(`Never came true: ${condition}`);
}

/** Moves the clock, with everything that was waiting for it. */
export async function pass(ms: number): Promise<void> {
  await settle(3);
  await vi.advanceTimersByTimeAsync(ms);
  await settle(3);
}

/** Moves the clock until a condition is true, for work whose steps wait for timers and threads by turns. */
export async function passUntil(condition: () => unknown): Promise<void> {
  for (let i = 0; i < 200 && !condition(); i++) await pass(25);
  expect(condition()).toBeTruthy();
}

/** Fake timers and Date for each test, jitter in the middle, and no rejection that nobody handles. */
export function underControl(): void {
  const stray: unknown[] = [];
  const note = (reason: unknown) => void stray.push(reason);
  beforeEach(async () => {
    // Read from the disk before the clock is in our hands. A test may have it missing.
    await import('../src/later.ts').catch(() => {});
    stray.length = 0;
    process.on('unhandledRejection', note);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: Date.UTC(2026, 10, 22) });
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
  });
  afterEach(async () => {
    await vi.runOnlyPendingTimersAsync();
    await settle();
    process.off('unhandledRejection', note);
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    expect(stray).toEqual([]);
  });
}

export interface Deferred<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

export function deferred<T = unknown>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((...both) => {
    [resolve, reject] = both;
  });
  // Some are rejected after everybody has left.
  promise.catch(() => {});
  return { promise, resolve, reject };
}

/** A method that answers when it is told to. */
export function scripted() {
  const calls: (Deferred<any> & { input: any; context: AdapterContext })[] = [];
  const method = vi.fn((input: any, context: AdapterContext) => {
    const call = { ...deferred<any>(), input, context };
    calls.push(call);
    return call.promise;
  });
  return { method, calls };
}

export interface Tested {
  shop: Shop;
  reports: Report[];
}

/** A shop over parts of an adapter, as wrong as the test likes. */
export function testShop(adapter: unknown, options: Partial<ShopOptions> = {}): Tested {
  const reports: Report[] = [];
  const shop = createShop({ adapter: adapter as Adapter, onReport: (report) => void reports.push(report), ...options });
  return { shop, reports };
}

/** Subscribes, and keeps the statuses that were seen. */
export function watch<T>(resource: Resource<T>) {
  const states: ResourceState<T>[] = [];
  const stop = resource.subscribe((state) => void states.push(state));
  return {
    stop,
    states,
    get statuses() {
      return states.map(({ status }) => status);
    },
    get last() {
      return states.at(-1)!;
    },
  };
}

export const account = (balance = 100) => ({
  state: 'member' as const,
  balance,
  pending: 0,
  lifetime: 100,
  spent: 0,
  pendingBatches: [],
  expiringBatches: [],
  asOf: '2026-11-22T09:30:00Z',
});

export const shipment = (id: string, fields: object = {}) => ({
  id,
  carrier: 'Courier',
  status: 'in_transit' as const,
  delayed: false,
  events: [],
  asOf: '2026-11-22T09:30:00Z',
  ...fields,
});

export const redemption = (fields: object = {}) => ({
  id: 'red-1',
  rewardId: 'r1',
  pointsSpent: 10,
  fulfilment: 'issued' as const,
  usage: 'unused' as const,
  revocable: false,
  createdAt: '2026-11-22T09:30:00Z',
  ...fields,
});
