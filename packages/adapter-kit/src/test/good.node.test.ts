/** The kit holds for a good adapter, every check of it: nothing is skipped, so nothing is green because it was not looked at. */
import { expect, it } from 'vitest';
import { CHECKS, runChecks } from '../index.ts';
import { shopSetup } from './shop/setup.ts';

it('a good adapter passes every check', async () => {
  const { adapter, capabilities, results } = await runChecks(shopSetup());
  expect(results.filter(({ status }) => status !== 'passed').map(({ name, error, reason }) => `${name}: ${error ?? reason}`)).toEqual([]);
  expect(results.map(({ name }) => name)).toEqual(CHECKS.map(({ name }) => name));
  expect(adapter).toBe('test-shop');
  expect(capabilities).toHaveLength(25);
});

it('every check has a name of its own', () => {
  const names = CHECKS.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});
