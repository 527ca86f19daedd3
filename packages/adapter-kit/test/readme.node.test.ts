import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withTable } from '../scripts/checks-table.ts';

it('the README tells the checks that there are: `pnpm --filter @aftercart/adapter-kit readme` writes them', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  expect(readme).toBe(withTable(readme));
});
