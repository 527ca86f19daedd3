/** What the tests share: a context, and an adapter that answers at once. */
import type { AdapterContext } from '@aftercart/contract';
import { memoryAdapter } from '../adapter.ts';
import type { MemoryOptions } from '../options.ts';

export const NOW = Date.UTC(2026, 10, 22, 9, 30);

export const context = (more: Partial<AdapterContext> = {}): AdapterContext => ({
  signal: new AbortController().signal,
  locale: 'en',
  token: async () => {
    throw new Error('The demo needs no token.');
  },
  ...more,
});

/** An adapter with a clock that can be moved. */
export function shop(options: MemoryOptions = {}) {
  const clock = { now: NOW };
  return { ...memoryAdapter({ latency: 0, now: () => clock.now, ...options }), clock };
}

/** The code of the `AdapterError` that a call rejects with. */
export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  );
