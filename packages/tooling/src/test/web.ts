import { createServer, type AddressInfo } from 'node:net';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner, type TestRunnerConfig } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { ensureBrowsers } from '../browsers/ensure.ts';
import type { BrowserName } from '../browsers/find.ts';
import { launchOptions } from '../browsers/launch-options.ts';
import { buildConstants, root, sourceCondition } from '../repo.ts';
import type { Tally } from './tally.ts';
import { commandPlugins } from './web-commands.ts';
import { countingReporter } from './web-reporter.ts';

const webTestFiles = ['packages/*/src/**/*.test.ts', '!packages/*/src/**/*.node.test.ts'];

export interface WebTestOptions {
  browsers: readonly BrowserName[];
  files: readonly string[];
  grep?: string | undefined;
}

/** Runs the element tests, from source, in real browsers. A browser that can't be had counts as one failure. */
export async function runWebTests(options: WebTestOptions): Promise<Tally> {
  const programs = await ensureBrowsers(options.browsers);
  const tally: Tally = { passed: 0, failed: options.browsers.length - programs.size };
  if (programs.size === 0) return tally;

  const config: Partial<TestRunnerConfig> = {
    rootDir: root,
    files: options.files.length > 0 ? [...options.files, '!**/*.node.test.ts'] : webTestFiles,
    hostname: '127.0.0.1',
    port: await freePort(),
    nodeResolve: { exportConditions: [sourceCondition, 'browser', 'development'] },
    plugins: [esbuildPlugin({ ts: true, target: 'es2022', define: buildConstants() }), ...commandPlugins()],
    // One page at a time in each browser: a page in the background has no focus.
    concurrency: 1,
    concurrentBrowsers: 2,
    browsers: [...programs].map(([name, file]) =>
      chromeLauncher({ puppeteer: puppeteer as never, launchOptions: launchOptions(name, file) as never }),
    ),
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 180_000,
    testFramework: { config: { timeout: 10_000, ...(options.grep ? { grep: options.grep } : {}) } },
    testRunnerHtml: page,
    filterBrowserLogs: ({ args }) => !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
    reporters: [
      defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }),
      countingReporter(tally),
    ],
  };

  const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
  if (!runner) return { passed: 0, failed: 1 };
  const stop = (): void => void runner.stop();
  process.once('SIGINT', stop);
  await new Promise((done) => runner.on('stopped', done));
  process.off('SIGINT', stop);
  return tally;
}

/** A promise that nobody handles fails the running test, as an uncaught error does. */
function page(testFramework: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tests</title><script>
    // nanostores reads this at run time; a bundler puts it in.
    globalThis.process = { env: { NODE_ENV: 'production' } };
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      setTimeout(() => { throw event.reason instanceof Error ? event.reason : new Error('Unhandled rejection: ' + event.reason); });
    });
  </script></head><body><script type="module" src="${testFramework}"></script></body></html>`;
}

/** Several people may run tests on one machine at once, so the system chooses the port. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
