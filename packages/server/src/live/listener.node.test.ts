import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenTo } from './listener.ts';

// The clock of the test does not reach into Node’s own module.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number, value: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(value), ms);
      const abort = () => {
        clearTimeout(timer);
        reject(new Error('aborted'));
      };
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort);
    }),
}));

/** A connection whose other end a test takes away. */
class Connection extends EventEmitter {
  asked: string[] = [];
  released = 0;
  silent = false;
  query(sql: string): Promise<void> {
    this.asked.push(sql);
    return this.silent ? new Promise(() => {}) : Promise.resolve();
  }
  release(): void {
    this.released += 1;
  }
}

describe('a listener', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const open = async (connections: (Connection | Error)[]) => {
    const left = [...connections];
    const connect = vi.fn(async () => {
      const next = left.shift()!;
      if (next instanceof Error) throw next;
      return next;
    });
    const [heard, missed] = [vi.fn(), vi.fn()];
    const listener = await listenTo({ pool: { connect } as unknown as Pool, log: pino({ enabled: false }), channel: 'live', heard, missed });
    return { listener, connect, heard, missed };
  };

  it('takes another connection when its own breaks, and says that something may have been missed', async () => {
    const [one, two] = [new Connection(), new Connection()];
    const { listener, heard, missed } = await open([one, new Error('away'), new Error('still away'), two]);
    one.emit('notification', { channel: 'live', payload: 'a' });
    one.emit('notification', { channel: 'other', payload: 'b' });
    one.emit('error', new Error('cut'));
    // A connection that dies says so more than once.
    one.emit('error', new Error('cut off'));
    await vi.advanceTimersByTimeAsync(3_100);
    expect(two.asked).toEqual(['listen live']);
    two.emit('notification', { channel: 'live', payload: 'c' });
    expect(heard.mock.calls).toEqual([['a'], ['c']]);
    expect(missed).toHaveBeenCalledTimes(1);
    await listener.close();
    expect([one.released, two.released]).toEqual([1, 1]);
  });

  it('notices a connection that has fallen silent', async () => {
    const [one, two] = [new Connection(), new Connection()];
    const { listener, missed } = await open([one, two]);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(one.asked.slice(0, 3)).toEqual(['listen live', 'select 1', 'select 1']);
    expect(missed).not.toHaveBeenCalled();
    one.silent = true;
    await vi.advanceTimersByTimeAsync(62_000);
    expect(missed).toHaveBeenCalledTimes(1);
    expect([one.released, two.asked[0]]).toEqual([1, 'listen live']);
    await listener.close();
  });

  it('can’t begin without a database', async () => {
    await expect(open([new Error('away')])).rejects.toThrow('away');
  });

  it('gives back a connection that can’t listen', async () => {
    const broken = new Connection();
    broken.query = () => Promise.reject(new Error('no'));
    await expect(open([broken])).rejects.toThrow('no');
    expect(broken.released).toBe(1);
  });
});
