import { AdapterError } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { deferred, pass, settle, underControl, watch, type Deferred } from '../test/helpers.ts';
import type { Report } from './report.ts';
import { createResource, type ResourceState } from './resource.ts';

underControl();

function setUp(seed?: ResourceState<string>, live?: (signal: AbortSignal) => void) {
  const loads: (Deferred<string | null> & { signal: AbortSignal })[] = [];
  const reports: Report[] = [];
  const resource = createResource<string>(
    { now: Date.now, freshFor: 60_000, report: (report) => void reports.push(report) },
    (signal) => {
      const load = { ...deferred<string | null>(), signal };
      loads.push(load);
      return load.promise;
    },
    seed,
    live,
  );
  return { resource, loads, reports };
}
const broken = new AdapterError('UNAVAILABLE');

describe('the states of a resource', () => {
  it('is idle until somebody subscribes, and asks only then', async () => {
    const { resource, loads } = setUp();
    expect(resource.value).toEqual({ status: 'idle' });
    await pass(100_000);
    expect(loads).toHaveLength(0);
  });

  it('loads and is ready, with the time of the answer', async () => {
    const { resource, loads } = setUp();
    const seen = watch(resource);
    await pass(500);
    loads[0]!.resolve('one');
    await settle();
    expect(seen.statuses).toEqual(['loading', 'ready']);
    expect(seen.last).toEqual({ status: 'ready', data: 'one', asOf: Date.now() });
  });

  it('takes null for an answer: there is no such thing', async () => {
    const { resource, loads } = setUp();
    const seen = watch(resource);
    loads[0]!.resolve(null);
    await settle();
    expect(seen.last).toMatchObject({ status: 'ready', data: null });
  });

  it('is in error when there is nothing to show', async () => {
    const { resource, loads } = setUp();
    const seen = watch(resource);
    loads[0]!.reject(broken);
    await settle();
    expect(seen.last).toEqual({ status: 'error', error: broken });
  });

  it('shows the old answer while it refreshes, and when that fails', async () => {
    const { resource, loads } = setUp();
    const seen = watch(resource);
    loads[0]!.resolve('one');
    await settle();
    const asOf = Date.now();
    await pass(1_000);
    const done = resource.revalidate();
    expect(seen.last).toEqual({ status: 'refreshing', data: 'one', asOf });
    loads[1]!.reject(broken);
    await done;
    expect(seen.last).toEqual({ status: 'stale', data: 'one', asOf, error: broken });
    void resource.revalidate();
    expect(seen.last).toEqual({ status: 'refreshing', data: 'one', asOf });
    loads[2]!.resolve('two');
    await settle();
    expect(seen.last).toEqual({ status: 'ready', data: 'two', asOf: Date.now() });
  });

  it('loads again from error, without the error', async () => {
    const { resource, loads } = setUp();
    const seen = watch(resource);
    loads[0]!.reject(broken);
    await settle();
    void resource.revalidate();
    expect(seen.last).toEqual({ status: 'loading' });
  });
});

describe('one request in flight', () => {
  it('however many subscribe and ask', async () => {
    const { resource, loads } = setUp();
    const many = Array.from({ length: 50 }, () => watch(resource));
    void resource.revalidate();
    const done = resource.revalidate();
    expect(loads).toHaveLength(1);
    loads[0]!.resolve('one');
    await done;
    expect(many.every(({ last }) => last.data === 'one')).toBe(true);
    expect(loads).toHaveLength(1);
  });
});

describe('when the last subscriber leaves', () => {
  it('aborts, and goes back to idle', async () => {
    const { resource, loads } = setUp();
    const [a, b] = [watch(resource), watch(resource)];
    a.stop();
    await pass(5_000);
    expect(loads[0]!.signal.aborted).toBe(false);
    b.stop();
    await pass(1_100);
    expect(loads[0]!.signal.aborted).toBe(true);
    expect(resource.value).toEqual({ status: 'idle' });
    // A late answer is nobody's business.
    loads[0]!.resolve('late');
    await settle();
    expect(resource.value).toEqual({ status: 'idle' });
  });

  it('does not abort for somebody who comes back at once, such as an element that is moved', async () => {
    const { resource, loads } = setUp();
    const first = watch(resource);
    first.stop();
    await pass(500);
    const second = watch(resource);
    await pass(5_000);
    expect(loads).toHaveLength(1);
    loads[0]!.resolve('one');
    await settle();
    expect(second.last.status).toBe('ready');
  });

  it('keeps a fresh answer without asking, and refreshes an aged one', async () => {
    const { resource, loads } = setUp();
    const first = watch(resource);
    loads[0]!.resolve('one');
    await settle();
    first.stop();
    await pass(30_000);
    const second = watch(resource);
    expect(second.last).toMatchObject({ status: 'ready', data: 'one' });
    expect(loads).toHaveLength(1);
    second.stop();
    await pass(61_000);
    expect(watch(resource).last).toMatchObject({ status: 'refreshing', data: 'one' });
    expect(loads).toHaveLength(2);
  });

  it('asks again after an error, and after a refresh that failed, however fresh the old answer is', async () => {
    const { resource, loads } = setUp();
    watch(resource).stop();
    loads[0]!.reject(broken);
    await settle();
    await pass(1_100);
    expect(resource.value).toEqual({ status: 'idle' });
    const second = watch(resource);
    expect(loads).toHaveLength(2);
    loads[1]!.resolve('one');
    await settle();
    void resource.revalidate();
    loads[2]!.reject(broken);
    await settle();
    second.stop();
    await pass(1_100);
    expect(watch(resource).last.status).toBe('refreshing');
    expect(loads).toHaveLength(4);
  });

  it('asks again when it left in the middle of a refresh that was due', async () => {
    const { resource, loads } = setUp();
    const first = watch(resource);
    loads[0]!.resolve('one');
    await settle();
    resource.wake(true);
    first.stop();
    await pass(1_100);
    expect(loads[1]!.signal.aborted).toBe(true);
    expect(watch(resource).last.status).toBe('refreshing');
    expect(loads).toHaveLength(3);
  });
});

describe('wake', () => {
  it('leaves a fresh answer alone and asks again for an aged one', async () => {
    const { resource, loads } = setUp();
    watch(resource);
    loads[0]!.resolve('one');
    await settle();
    resource.wake(false);
    expect(loads).toHaveLength(1);
    await pass(60_001);
    resource.wake(false);
    resource.wake(false);
    expect(loads).toHaveLength(2);
  });

  it('asks again after an error', async () => {
    const { resource, loads } = setUp();
    watch(resource);
    loads[0]!.reject(broken);
    await settle();
    resource.wake(false);
    expect(loads).toHaveLength(2);
  });

  it('by force also replaces a request that is on its way, whose answer is older than the reason', async () => {
    const { resource, loads } = setUp();
    const seen = watch(resource);
    resource.wake(true);
    expect(loads).toHaveLength(2);
    expect(loads[0]!.signal.aborted).toBe(true);
    loads[0]!.resolve('before the write');
    await settle();
    expect(seen.last.status).toBe('loading');
    loads[1]!.resolve('after the write');
    await settle();
    expect(seen.last.data).toBe('after the write');
  });

  it('by force makes an answer aged that nobody looks at', async () => {
    const { resource, loads } = setUp();
    const first = watch(resource);
    loads[0]!.resolve('before the write');
    await settle();
    first.stop();
    await pass(1_100);
    resource.wake(true);
    expect(loads).toHaveLength(1);
    expect(watch(resource).last).toMatchObject({ status: 'refreshing', data: 'before the write' });
    expect(loads).toHaveLength(2);
  });
});

describe('reset', () => {
  it('forgets at once and asks again for those who look', async () => {
    const { resource, loads } = setUp();
    const seen = watch(resource);
    loads[0]!.resolve('hers');
    await settle();
    resource.reset();
    expect(seen.last).toEqual({ status: 'loading' });
    expect(JSON.stringify(resource.value)).not.toContain('hers');
    loads[1]!.resolve('his');
    await settle();
    expect(seen.last.data).toBe('his');
  });

  it('aborts what is on its way and ignores its answer and its failure', async () => {
    const { resource, loads } = setUp();
    const seen = watch(resource);
    resource.reset();
    expect(loads[0]!.signal.aborted).toBe(true);
    loads[0]!.resolve('hers');
    resource.reset();
    loads[1]!.reject(broken);
    await settle();
    expect(seen.last).toEqual({ status: 'loading' });
    expect(loads).toHaveLength(3);
  });

  it('does not ask when nobody looks', async () => {
    const { resource, loads } = setUp({ status: 'ready', data: 'seed', asOf: Date.now() });
    resource.reset();
    await settle();
    expect(resource.value).toEqual({ status: 'idle' });
    expect(loads).toHaveLength(0);
  });
});

describe('update', () => {
  it('changes an answer in place, and nothing where there is none', async () => {
    const { resource, loads } = setUp();
    const seen = watch(resource);
    resource.update(() => 'too early');
    expect(seen.last).toEqual({ status: 'loading' });
    loads[0]!.resolve('one');
    await settle();
    resource.update((data) => `${data}!`);
    expect(seen.last).toMatchObject({ status: 'ready', data: 'one!' });
  });
});

describe('live', () => {
  it('starts with the first answer, runs once, and ends with the last subscriber', async () => {
    const live = vi.fn();
    const { resource, loads } = setUp(undefined, live);
    const seen = watch(resource);
    expect(live).not.toHaveBeenCalled();
    loads[0]!.resolve('one');
    await settle();
    void resource.revalidate();
    loads[1]!.resolve('two');
    await settle();
    expect(live).toHaveBeenCalledTimes(1);
    const signal: AbortSignal = live.mock.calls[0]![0];
    expect(signal.aborted).toBe(false);
    seen.stop();
    await pass(1_100);
    expect(signal.aborted).toBe(true);
    watch(resource);
    expect(live).toHaveBeenCalledTimes(2);
  });

  it('starts at once over a seed, ends with a reset, and starts again with the next answer', async () => {
    const live = vi.fn();
    const { resource, loads } = setUp({ status: 'ready', data: 'seed', asOf: Date.now() }, live);
    watch(resource);
    expect(live).toHaveBeenCalledTimes(1);
    resource.reset();
    expect(live.mock.calls[0]![0].aborted).toBe(true);
    loads[0]!.resolve(null);
    await settle();
    expect(live).toHaveBeenCalledTimes(1);
    void resource.revalidate();
    loads[1]!.resolve('one');
    await settle();
    expect(live).toHaveBeenCalledTimes(2);
  });
});

describe('a subscriber that throws', () => {
  it('is reported, keeps nobody from the news, and rejects nothing', async () => {
    const { resource, loads, reports } = setUp();
    const cause = new Error('their bug');
    resource.listen(() => {
      throw cause;
    });
    const seen = watch(resource);
    const done = resource.revalidate();
    loads[0]!.resolve('one');
    await expect(done).resolves.toBeUndefined();
    expect(seen.last.data).toBe('one');
    expect(reports[0]).toMatchObject({ code: 'SUBSCRIBER_FAULT', cause });
    expect(() => resource.reset()).not.toThrow();
    expect(seen.last.status).toBe('loading');
  });
});
