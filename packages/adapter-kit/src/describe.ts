/** The checks as tests of whichever runner the author uses. */
import { CHECKS } from './checks/index.ts';
import { GROUPS } from './check.ts';
import { openSession } from './session.ts';
import type { AdapterSetup } from './setup.ts';
import { UNSKIPPABLE } from './checks/setup.ts';
import { skipReason } from './skip.ts';

/** What the kit needs of a test runner: vitest, node:test, mocha and web-test-runner all have it. */
export interface Runner {
  describe(name: string, define: () => void): unknown;
  it: ((name: string, test: () => Promise<void>) => unknown) & { skip(name: string, test: () => Promise<void>): unknown };
  /** Taken and not used: the kit has assertions of its own. */
  expect?: unknown;
}

/** How a test that runs says that it can’t: `context.skip` of vitest and node:test, `this.skip` of mocha. */
interface Skipping {
  skip?(reason?: string): unknown;
  test?: { title: string };
}

/**
 * Declares a test for every check.
 *
 * @example
 * import { describeAdapter } from '@aftercart/adapter-kit';
 * import { describe, it } from 'vitest';
 *
 * describeAdapter({ describe, it }, { create: ({ fetch }) => myAdapter({ fetch }), seed, inspect });
 */
export function describeAdapter({ describe, it }: Runner, setup: AdapterSetup): void {
  const session = openSession(setup);
  for (const group of GROUPS) {
    describe(group, () => {
      for (const check of CHECKS.filter((candidate) => candidate.group === group)) {
        const said = check.name === UNSKIPPABLE ? undefined : skipReason(setup.skip, check);
        if (said !== undefined) {
          it.skip(`${check.name} (${said})`, async () => {});
          continue;
        }
        // No named parameter: mocha would take it for a callback. Its own context is `this`, the others’ the first argument.
        it(check.name, async function (this: unknown, ...given: unknown[]) {
          const { result, thrown } = await session.perform(check);
          if (result.status === 'failed') throw thrown;
          if (result.status === 'skipped') skip((given[0] ?? this) as Skipping | undefined, result.reason!);
        });
      }
    });
  }
}

function skip(test: Skipping | undefined, reason: string): void {
  // Mocha knows no reasons, so the title tells it.
  if (test?.test) test.test.title += ` (${reason})`;
  if (test?.skip) test.skip(reason);
  else console.info(`Skipped: ${reason}`);
}
