/** The same checks in the runners that authors use. Mocha’s way is proven in the browser, by the demo’s adapter. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { CHECKS, describeAdapter, runChecks } from '../src/index.ts';
import { shopAdapter } from '../src/test/shop/adapter.ts';
import { shopSetup } from '../src/test/shop/setup.ts';

const TRANSPORT = CHECKS.filter(({ group }) => group === 'transport').length;

const runNodeTest = (env: Record<string, string>) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const args = ['--conditions=aftercart-source', '--test', '--test-reporter=tap', join(import.meta.dirname, 'with-node-test.ts')];
    // Vitest’s own variables would make the inner run report to the outer one.
    const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...rest } = process.env;
    execFile(process.execPath, args, { env: { ...rest, ...env } }, (error, output) => resolve({ code: error ? Number(error.code) : 0, output }));
  });

const countOf = (output: string, what: string): number => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(output)?.[1]);

describe('in vitest', () => {
  describeAdapter({ describe, it, expect }, { ...shopSetup(), skip: { transport: 'This is about the runner.' } });
});

describe('in node:test', () => {
  it('every check is a test, and a skip says why', { timeout: 60_000 }, async () => {
    const { code, output } = await runNodeTest({ PARTIAL: 'yes' });
    expect([code, countOf(output, 'fail')]).toEqual([0, 0]);
    // Those that are about the estimate.
    const partial = CHECKS.filter(({ needs }) => needs.includes('points.estimate')).length;
    expect([countOf(output, 'skipped'), countOf(output, 'pass')]).toEqual([TRANSPORT + partial, CHECKS.length - TRANSPORT - partial]);
    expect(output).toContain('# SKIP The adapter has no points.estimate.');
    expect(output).toContain('no cookies are sent (This is about the runner.)');
  });

  it('a check that fails says what was expected, what came and what to do', { timeout: 60_000 }, async () => {
    const { code, output } = await runNodeTest({ BROKEN: 'yes' });
    expect(code).toBe(1);
    expect(output).toContain('not ok');
    expect(output).toMatch(/expected: PointsAccount of @aftercart\/contract\/schemas\s+came: balance: .*\s+what to do: /);
  });
});

it('a runner that can’t skip while it runs is told in the console', async () => {
  const tests = new Map<string, () => Promise<void>>();
  const told = vi.spyOn(console, 'info').mockImplementation(() => {});
  const make = (options: { fetch: typeof fetch }) => ({ ...shopAdapter(options), faq: {} });
  describeAdapter(
    { describe: (_, define) => define(), it: Object.assign((name: string, test: () => Promise<void>) => void tests.set(name, test), { skip: () => {} }) },
    shopSetup(make),
  );
  await tests.get('faq.contact tells the channels, preferred first')!();
  expect(told).toHaveBeenCalledExactlyOnceWith('Skipped: The adapter has no faq.contact.');
  told.mockRestore();
});

it('checks can be run without a runner, some of them alone', async () => {
  const seen: string[] = [];
  const { results, adapter } = await runChecks(shopSetup(), { only: ['faq', 'points.estimate'], onResult: ({ name }) => seen.push(name) });
  expect(adapter).toBe('test-shop');
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['passed']));
  expect(seen).toEqual(results.map(({ name }) => name));
  expect(seen).toContain('points.estimate is a whole number that grows with the cart');
  await expect(runChecks(shopSetup(), { only: ['points.reedem'] })).rejects.toThrow('“points.reedem” names no group');
});

it('an adapter that can’t be made fails its checks and ends nothing', async () => {
  const setup = { ...shopSetup(), create: () => Promise.reject(new Error('There is no key.')) };
  const report = await runChecks(setup, { only: ['shape'] });
  expect(report).toMatchObject({ adapter: '', capabilities: [] });
  expect(report.results[0]).toMatchObject({ status: 'failed', error: 'There is no key.' });
});
