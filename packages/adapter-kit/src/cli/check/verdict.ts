/** A report, with what is still to do and how much there is of what. */
import type { CheckResult, Report } from '../../report.ts';
import type { Unfinished } from '../../todo/unfinished.ts';

export interface Verdict extends Report {
  passed: number;
  failed: number;
  skipped: number;
  /** What is still to do, by method. */
  todos: Unfinished['todos'];
}

const count = (results: readonly CheckResult[], status: CheckResult['status']) => results.filter((result) => result.status === status).length;

export const verdictOf = (report: Report, todos: Unfinished['todos']): Verdict => ({
  ...report,
  passed: count(report.results, 'passed'),
  failed: count(report.results, 'failed'),
  skipped: count(report.results, 'skipped'),
  todos,
});

/** Results by group, in the order in which they came. */
export function byGroup(results: readonly CheckResult[]): Map<string, CheckResult[]> {
  const groups = new Map<string, CheckResult[]>();
  for (const result of results) groups.set(result.group, [...(groups.get(result.group) ?? []), result]);
  return groups;
}
