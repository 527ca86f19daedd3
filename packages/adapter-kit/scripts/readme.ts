/** Brings the README up to date: `pnpm --filter @aftercart/adapter-kit readme`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTable } from './checks-table.ts';

const file = join(import.meta.dirname, '../README.md');
writeFileSync(file, withTable(readFileSync(file, 'utf8')));
