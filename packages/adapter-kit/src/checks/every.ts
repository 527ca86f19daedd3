/** One rule for every method that the adapter has: each fault is told, not only the first. */
import { capabilities, type Capability } from '@aftercart/contract';
import { Broken, Skipped } from '../assert.ts';
import { operationOf } from '../methods.ts';
import type { Trial } from '../trial.ts';

/**
 * Holds a rule for every method but streams.
 *
 * @param writes Whether methods that change something are called too.
 * @throws Broken naming each method that breaks the rule; Skipped when there is no method to hold it for.
 */
export async function everyMethod(trial: Trial, rule: (capability: Capability) => Promise<void>, { writes = true } = {}): Promise<void> {
  const faults: string[] = [];
  let held = 0;
  let lacking: Skipped | undefined;
  for (const capability of capabilities(trial.adapter)) {
    const { stream, write } = operationOf(capability);
    if (stream || (write && !writes)) continue;
    try {
      await rule(capability);
      held++;
    } catch (error) {
      if (error instanceof Broken) faults.push(error.message);
      else if (error instanceof Skipped) lacking = error;
      else throw error;
    }
  }
  if (faults.length) throw new Broken(faults.join('\n'));
  if (!held) throw lacking ?? new Skipped('The adapter has no method that this is about.');
}
