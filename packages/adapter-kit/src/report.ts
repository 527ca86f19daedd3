/** What became of the checks, as plain data. */
import type { Capability } from '@aftercart/contract';
import type { Group } from './check.ts';

export interface CheckResult {
  /** Stable, and unique in the kit: `points.redeem takes the points that the reward costs`. */
  name: string;
  group: Group;
  status: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  reason?: string;
  /** Why it failed: what was expected, what came, what to do. Several lines. */
  error?: string;
  /** How long it took, the filling of the backend included. */
  milliseconds: number;
}

export interface Report {
  /** The `id` of the adapter; empty when it could not be made. */
  adapter: string;
  /** What the adapter can do. */
  capabilities: Capability[];
  results: CheckResult[];
}
