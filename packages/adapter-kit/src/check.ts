/** What a check is: plain data, so that it can be listed, counted, skipped and run anywhere. */
import type { Capability } from '@aftercart/contract';
import type { Inspection } from './setup.ts';
import type { Trial } from './trial.ts';
import type { World } from './world.ts';

/** In the order in which they run: what is simple comes first. */
export const GROUPS = ['shape', 'points', 'referrals', 'reviews', 'returns', 'faq', 'tracking', 'transport', 'identity', 'writes', 'hostile'] as const;
export type Group = (typeof GROUPS)[number];

export interface Check {
  /** The rule, in words that never change: a failing check is looked up by it. Unique in the kit. */
  name: string;
  group: Group;
  /** Methods that the adapter must have; without one of them the check is skipped. */
  needs: readonly Capability[];
  /** Questions that `setup.inspect` must answer. */
  inspects?: readonly (keyof Inspection)[];
  /** What else the set-up must have. */
  uses?: readonly ('emit' | 'clock.advance')[];
  /** The shop that it happens in; the ordinary one when left out. */
  world?: (now: Date) => World;
  /** Throws when the rule is broken. */
  run(trial: Trial): Promise<void>;
}

/** Checks of one group, with less to write. */
export const checksOf = (group: Group, checks: readonly Omit<Check, 'group'>[]): Check[] => checks.map((check) => ({ ...check, group }));
