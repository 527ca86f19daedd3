import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../repo.ts';

/**
 * Puts tables between the comments `<!-- generated:NAME -->` and `<!-- /generated:NAME -->` of a page.
 *
 * @param write Whether the page is written; else only what is out of date is told.
 * @returns What is wrong.
 */
export function fillTables(page: string, tables: Readonly<Record<string, string>>, write: boolean): string[] {
  const file = join(root, page);
  const before = readFileSync(file, 'utf8');
  let after = before;
  for (const [name, table] of Object.entries(tables)) {
    const [begin, end] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
    const from = after.indexOf(begin);
    const to = after.indexOf(end);
    if (from < 0 || to < from) return [`${page} has no ${begin} … ${end}.`];
    after = `${after.slice(0, from + begin.length)}\n\n${table}\n\n${after.slice(to)}`;
  }
  if (write) writeFileSync(file, after);
  return write || after === before ? [] : [`${page} is out of date: run \`pnpm check --write\`.`];
}
