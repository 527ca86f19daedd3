import type { Tally } from '../test/tally.ts';
import { adapters } from './adapters.ts';
import { budgets } from './budgets.ts';
import { conformance } from './conformance.ts';
import { exports } from './exports.ts';
import type { Gate } from './gate.ts';
import { knip } from './knip.ts';
import { lint } from './lint.ts';
import { locales } from './locales.ts';
import { manifest } from './manifest.ts';
import { protocol } from './protocol.ts';
import { types } from './types.ts';

export const gates: readonly Gate[] = [types, lint, manifest, protocol, conformance, locales, exports, knip, adapters, budgets];

/** Runs every gate, whatever the one before came to; each counts as one. */
export async function checkAll(options: { write: boolean; only?: readonly string[] }): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  for (const gate of gates.filter(({ name }) => options.only?.includes(name) ?? true)) {
    const { problems, note } = await gate.check(options).catch((error: Error) => ({ problems: [String(error.stack)], note: undefined }));
    const passed = problems.length === 0;
    tally[passed ? 'passed' : 'failed'] += 1;
    console.log(`${passed ? '✓' : '✗'} ${gate.name}${note ? (note.includes('\n') ? `\n${note}` : ` (${note})`) : ''}`);
    for (const problem of problems) console.log(problem.replace(/^/gm, '    '));
  }
  return tally;
}
