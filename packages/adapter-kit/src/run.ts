/** The checks without a test runner: for the command line, and for whoever wants the result as data. */
import { CHECKS } from './checks/index.ts';
import type { Check } from './check.ts';
import type { CheckResult, Report } from './report.ts';
import { openSession } from './session.ts';
import type { AdapterSetup } from './setup.ts';
import { isNamed } from './skip.ts';

export interface RunOptions {
  /** Only checks that one of these names: a group, a capability or a whole name. */
  only?: readonly string[];
  /** Called after each check, for whoever shows how it goes. */
  onResult?(result: CheckResult): void;
}

/**
 * Runs the checks one after the other. A check that fails stops nothing.
 *
 * @throws TypeError when `only` names no check.
 */
export async function runChecks(setup: AdapterSetup, { only, onResult }: RunOptions = {}): Promise<Report> {
  const stranger = only?.find((key) => !CHECKS.some((check) => isNamed(check, key)));
  if (stranger !== undefined) throw new TypeError(`only: “${stranger}” names no group, no capability and no check.`);
  const chosen: Check[] = CHECKS.filter((check) => !only || only.some((key) => isNamed(check, key)));
  const session = openSession(setup);
  const results: CheckResult[] = [];
  for (const check of chosen) {
    const { result } = await session.perform(check);
    results.push(result);
    onResult?.(result);
  }
  return { ...(await session.adapter()), results };
}
