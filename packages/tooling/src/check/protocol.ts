import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { protocolTables } from '../protocol/tables.ts';
import { root } from '../repo.ts';
import type { Gate } from './gate.ts';

const name = 'docs/protocol.md';

/** The tables of the protocol’s documentation are those of its code. */
export const protocol: Gate = {
  name: 'protocol',
  async check({ write }) {
    const file = join(root, name);
    const before = readFileSync(file, 'utf8');
    let after = before;
    for (const [id, table] of Object.entries(protocolTables)) {
      const [begin, end] = [`<!-- generated:${id} -->`, `<!-- /generated:${id} -->`];
      const from = after.indexOf(begin);
      const to = after.indexOf(end);
      if (from < 0 || to < from) return { problems: [`${name} has no ${begin} … ${end}.`] };
      after = `${after.slice(0, from + begin.length)}\n\n${table()}\n\n${after.slice(to)}`;
    }
    if (write) writeFileSync(file, after);
    return { problems: write || after === before ? [] : [`${name} is out of date: run \`pnpm check --write\`.`] };
  },
};
