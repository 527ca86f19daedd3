/** The code that a page of the documentation holds, word for word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '../../../docs');

/** Files by name, each put together from the blocks that a comment `<!-- file: name -->` is above, in their order. */
export function filesIn(page: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [, name = '', code = ''] of readFileSync(join(docs, page), 'utf8').matchAll(/<!-- file: (\S+) -->\n```\w+\n(.*?)```\n/gs)) {
    files.set(name, (files.get(name) ?? '') + code);
  }
  return files;
}

const captures = (page: string, pattern: RegExp): string[] => [...readFileSync(join(docs, page), 'utf8').matchAll(pattern)].map(([, found = '']) => found);

/** Blocks of one language. */
export const blocksIn = (page: string, language: string): string[] => captures(page, new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'));

/** Commands that a comment `<!-- run -->` is above. */
export const runnableIn = (page: string): string[] => captures(page, /<!-- run -->\n```sh\n(.*?)```/gs);

/** What the first columns of its tables have in code, one name a row. */
export const rowsIn = (page: string): string[] => captures(page, /^\| `(\w+)` \|/gm);
