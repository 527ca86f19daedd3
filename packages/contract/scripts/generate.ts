/**
 * Writes what is derived from the zod schemas: `dist/schema.json` (JSON Schema 2020-12 of every type), `dist/openapi.json` (the open HTTP
 * protocol) and `src/generated/` (the guards that a page uses instead of zod).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { definitions } from '../src/protocol/definitions.ts';
import { openApi } from '../src/protocol/openapi.ts';
import { guardModules } from './guards-source.ts';

const root = new URL('../', import.meta.url);
const write = (path: string, content: string) => {
  const file = new URL(path, root);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, content);
};

const $defs = definitions();
write(
  'dist/schema.json',
  `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Aftercart contract', $defs }, null, 2)}\n`,
);
write('dist/openapi.json', `${JSON.stringify(openApi(), null, 2)}\n`);
for (const [file, source] of guardModules($defs)) write(`src/generated/${file}`, source);
console.log(`contract: ${Object.keys($defs).length} types → dist/schema.json, dist/openapi.json, src/generated/`);
