import { startVitest } from 'vitest/node';
import { buildConstants, root, sourceCondition } from '../repo.ts';
import type { Tally } from './tally.ts';

const nodeTestFiles = ['packages/*/src/**/*.node.test.ts', 'packages/*/test/**/*.node.test.ts'];

/** Runs the tests that need no browser, from source. */
export async function runNodeTests(options: { files: readonly string[]; grep?: string | undefined }): Promise<Tally> {
  const conditions = [sourceCondition, 'node', 'import', 'module', 'default'];
  const vitest = await startVitest(
    'test',
    [],
    {
      root,
      config: false,
      watch: false,
      include: options.files.length > 0 ? [...options.files] : nodeTestFiles,
      passWithNoTests: true,
      ...(options.grep ? { testNamePattern: options.grep } : {}),
    },
    { define: buildConstants(), resolve: { conditions }, ssr: { resolve: { conditions } } },
  );
  const tally: Tally = { passed: 0, failed: vitest.state.getUnhandledErrors().length };
  for (const module of vitest.state.getTestModules()) {
    const before = tally.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') tally.passed += 1;
      if (state === 'failed') tally.failed += 1;
    }
    // A file that failed to load has no tests to fail.
    if (module.state() === 'failed' && tally.failed === before) tally.failed += 1;
  }
  await vitest.close();
  return tally;
}
