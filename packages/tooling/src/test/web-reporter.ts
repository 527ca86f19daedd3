import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';
import type { Tally } from './tally.ts';

/** Adds every test of a run to the tally; an error outside the tests of a file (import, page, browser) counts as one. */
export function countingReporter(tally: Tally): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      for (const session of sessions) count(session, tally);
    },
  };
}

function count(session: TestSession, tally: Tally): void {
  const before = tally.failed;
  if (session.testResults) countSuite(session.testResults, tally);
  if (!session.passed && tally.failed === before) tally.failed += 1;
}

function countSuite(suite: TestSuiteResult, tally: Tally): void {
  for (const test of suite.tests) {
    if (test.skipped) continue;
    if (test.passed) tally.passed += 1;
    else tally.failed += 1;
  }
  for (const inner of suite.suites) countSuite(inner, tally);
}
