/** A verdict for people. */
import type { CheckResult } from '../../report.ts';
import { byGroup, type Verdict } from './verdict.ts';

const indented = (text: string, by: string) => text.split('\n').map((line) => by + line).join('\n');

/** Each failed check with what is wrong, why, and what to do; skipped ones by their reason. */
export function textOf(verdict: Verdict): string {
  const { adapter, capabilities, results, todos, passed, failed, skipped } = verdict;
  const lines = [`${adapter || 'An adapter that could not be made'}: ${capabilities.length} ${capabilities.length === 1 ? 'capability' : 'capabilities'}`];
  for (const [group, ofGroup] of byGroup(results)) {
    lines.push('', `${group}  ${tally(ofGroup)}`);
    for (const { name, error, status } of ofGroup) {
      if (status === 'failed') lines.push(`  ✗ ${name}`, indented(error ?? 'It failed and did not say why.', '      '));
    }
    for (const [reason, names] of reasons(ofGroup)) lines.push(`  – ${names.length === 1 ? names[0] : `${names.length} checks`}: ${reason}`);
  }
  const open = Object.entries(todos);
  if (open.length) lines.push('', 'still to do', ...open.map(([method, what]) => `  □ ${method}: ${what}`));
  lines.push('', `${passed} passed, ${failed} failed, ${skipped} skipped`);
  return lines.join('\n');
}

const tally = (results: readonly CheckResult[]) => {
  const of = (status: CheckResult['status']) => results.filter((result) => result.status === status).length;
  return (['passed', 'failed', 'skipped'] as const).filter(of).map((status) => `${of(status)} ${status}`).join(', ');
};

function reasons(results: readonly CheckResult[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { status, reason = 'It did not say why.', name } of results) {
    if (status === 'skipped') found.set(reason, [...(found.get(reason) ?? []), name]);
  }
  return found;
}
