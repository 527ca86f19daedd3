import { protocolTables } from '../protocol/tables.ts';
import { fillTables } from './generated-tables.ts';
import type { Gate } from './gate.ts';

/** The tables of the protocol’s documentation are those of its code. */
export const protocol: Gate = {
  name: 'protocol',
  async check({ write }) {
    const tables = Object.fromEntries(Object.entries(protocolTables).map(([name, table]) => [name, table()]));
    return { problems: fillTables('docs/protocol.md', tables, write) };
  },
};
