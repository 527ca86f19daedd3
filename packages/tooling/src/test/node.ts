import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { buildConstants, root, sourceCondition } from '../repo.ts';
import type { Tally } from './tally.ts';

// Their tests run against a real PostgreSQL, which is started for them.
const withPostgres = /^packages\/(server|adapter-http|vendure-plugin)\//;

const nodeTestFiles = ['packages/*/src/**/*.node.test.ts', 'packages/*/test/**/*.node.test.ts'];

/** Runs the tests that need no browser, from source. */
export async function runNodeTests(options: { files: readonly string[]; grep?: string | undefined }): Promise<Tally> {
  // Neither `import` nor `module`: Node’s own `require` inside dependencies goes by these too.
  const conditions = [sourceCondition, 'node', 'default'];
  const include = options.files.length > 0 ? [...options.files] : nodeTestFiles;
  const needsPostgres = globSync(include, { cwd: root, exclude: (path) => path.includes('node_modules') }).some((file) => withPostgres.test(file));
  const vitest = await startVitest(
    'test',
    [],
    {
      root,
      config: false,
      watch: false,
      include,
      ...(needsPostgres && { globalSetup: [join(import.meta.dirname, '../postgres/for-tests.ts')] }),
      passWithNoTests: true,
      // The tests wait for servers and browsers about as long as they compute.
      maxWorkers: availableParallelism(),
      // A machine that does other things as well is no fault of the code.
      testTimeout: 30_000,
      hookTimeout: 60_000,
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
