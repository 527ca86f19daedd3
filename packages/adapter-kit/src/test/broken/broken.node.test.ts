/** The kit must catch every adapter that is broken on purpose, each by the name of the check that is about its fault. */
import { describe, expect, it } from 'vitest';
import { UNSKIPPABLE } from '../../checks/setup.ts';
import { CHECKS, runChecks } from '../../index.ts';
import { shopSetup } from '../shop/setup.ts';
import type { BrokenAdapter } from './breaking.ts';
import { identity } from './identity.ts';
import { questions } from './questions.ts';
import { services } from './services.ts';
import { shape } from './shape.ts';
import { transport } from './transport.ts';
import { writes } from './writes.ts';

const BROKEN: readonly BrokenAdapter[] = [...shape, ...services, ...questions, ...transport, ...identity, ...writes];
/** What never comes is waited for, so not for long. */
const PATIENCE = 200;

describe('an adapter that', () => {
  it.each(BROKEN)('$fault is caught by “$caughtBy”', async ({ caughtBy, make }) => {
    const { results } = await runChecks({ ...shopSetup(make), patience: PATIENCE }, { only: [caughtBy] });
    expect(results).toMatchObject([{ name: caughtBy, status: 'failed' }]);
    // Three things that an author needs.
    expect(results[0]!.error).toMatch(/\n {2}expected: .*\n {2}came: .*\n {2}what to do: /s);
  });
});

it('every check catches one of them', () => {
  const proven = new Set([...BROKEN.map(({ caughtBy }) => caughtBy), UNSKIPPABLE]);
  expect(CHECKS.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
});

it.each([
  [{ transports: 'There is none.' }, 'transports'], [{ 'points.reedem': 'There is none.' }, 'points.reedem'], [{ constructor: 'There is none.' }, 'constructor'], [{ transport: ' ' }, 'transport'],
])('a skip of %j is caught', async (skip, named) => {
  const { results } = await runChecks({ ...shopSetup(), skip }, { only: [UNSKIPPABLE] });
  expect(results).toMatchObject([{ status: 'failed', error: expect.stringContaining(named) as unknown }]);
});
