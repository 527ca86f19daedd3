import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KINDS } from './kinds/kinds.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/importing.md'), 'utf8');

it.each(Object.entries(KINDS))('the guide names every column of %s, and no other', (name, { columns }) => {
  const [, section = ''] = guide.split(`\n## ${name}\n`);
  const rows = [...section.split('\n## ', 1)[0]!.matchAll(/^\| `(\w+)`( \(needed\))? \| (.*) \|$/gm)];
  const documented = rows.map(([, column, needed, hint]) => [column, needed !== undefined, hint!.replaceAll('\\|', '|')]);
  expect(documented).toEqual(Object.entries(columns).map(([column, { required = false, hint }]) => [column, required, hint]));
});
