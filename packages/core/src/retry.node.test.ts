import { AdapterError } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { pass, settle, underControl } from '../test/helpers.ts';
import { backoff, retry, sleep } from './retry.ts';

underControl();
const live = () => new AbortController().signal;

describe('sleep', () => {
  it('wakes in time and leaves no listener', async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, 'removeEventListener');
    const done = sleep(1_000, signal);
    await pass(1_000);
    await done;
    expect(remove).toHaveBeenCalledTimes(1);
  });

  it('ends with its signal, and does not begin with one that has ended', async () => {
    const controller = new AbortController();
    const done = sleep(1_000, controller.signal);
    controller.abort();
    await expect(done).rejects.toMatchObject({ code: 'ABORTED' });
    await expect(sleep(1_000, controller.signal)).rejects.toMatchObject({ code: 'ABORTED' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('backoff', () => {
  it('has full jitter under a ceiling that grows to a limit', () => {
    const ceilings = [0, 1, 2, 3, 9].map((attempt) => {
      vi.mocked(Math.random).mockReturnValue(1);
      const most = backoff(attempt);
      vi.mocked(Math.random).mockReturnValue(0);
      expect(backoff(attempt)).toBe(0);
      return most;
    });
    expect(ceilings).toEqual([300, 600, 1_200, 2_400, 5_000]);
  });
});

describe('retry', () => {
  const failing = (error: unknown) =>
    vi.fn(async () => {
      throw error;
    });

  it('tries three times in all, each after its backoff', async () => {
    const run = failing(new AdapterError('UNAVAILABLE'));
    const done = retry(run, live());
    done.catch(() => {});
    await settle();
    expect(run).toHaveBeenCalledTimes(1);
    await pass(149);
    expect(run).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(run).toHaveBeenCalledTimes(2);
    await pass(300);
    expect(run).toHaveBeenCalledTimes(3);
    await expect(done).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('gives back the answer that came in the end', async () => {
    const run = vi.fn(async () => 'at last').mockRejectedValueOnce(new AdapterError('NETWORK'));
    const done = retry(run, live());
    await pass(1_000);
    expect(await done).toBe('at last');
  });

  it.each([
    ['what is not retryable', new AdapterError('INVALID_RESPONSE')],
    ['what the adapter says is not', new AdapterError('TIMEOUT', '', { retryable: false })],
    ['a device that is off line', new AdapterError('OFFLINE')],
    ['what is no AdapterError', new Error('x')],
    ['nothing at all', undefined],
  ])('does not retry %s', async (_, error) => {
    const run = failing(error);
    await expect(retry(run, live())).rejects.toBe(error);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('waits for Retry-After and some jitter', async () => {
    const run = vi.fn(async () => 'ok').mockRejectedValueOnce(new AdapterError('RATE_LIMITED', '', { retryAfter: 20 }));
    const done = retry(run, live());
    await pass(20_149);
    expect(run).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(await done).toBe('ok');
  });

  it.each([31, 1e12, Infinity, NaN, 'soon'])('gives up on Retry-After: %s', async (retryAfter) => {
    const run = failing(new AdapterError('RATE_LIMITED', '', { retryAfter: retryAfter as number }));
    await expect(retry(run, live())).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('stops waiting with its signal', async () => {
    const controller = new AbortController();
    const run = failing(new AdapterError('UNAVAILABLE'));
    const done = retry(run, controller.signal);
    done.catch(() => {});
    await settle();
    controller.abort();
    await expect(done).rejects.toMatchObject({ code: 'ABORTED' });
    await pass(60_000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
