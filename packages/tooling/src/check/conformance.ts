import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root, sourceCondition } from '../repo.ts';
import { fillTables } from './generated-tables.ts';
import type { Gate } from './gate.ts';

/** The table of adapters and what is proven of them is that of their own tests. */
export const conformance: Gate = {
  name: 'conformance',
  async check({ write }) {
    const printed = execFileSync(process.execPath, [`--conditions=${sourceCondition}`, '--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../adapters/tables.ts')], { cwd: root, encoding: 'utf8' });
    return { problems: fillTables('docs/adapters/conformance.md', JSON.parse(printed) as Record<string, string>, write) };
  },
};
