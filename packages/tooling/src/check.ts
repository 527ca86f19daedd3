import { parseArgs } from 'node:util';
import { buildAll } from './build/all.ts';
import { checkAll, gates } from './check/all.ts';
import { generate } from './generate.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { only: { type: 'string' }, write: { type: 'boolean' }, 'no-build': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  console.log(`pnpm check [options]

  --only <gates>   some of ${gates.map(({ name }) => name).join(',')}
  --write          bring generated files (docs tables, api.json) up to date first
  --no-build       measure the files of the last build
`);
  process.exit(0);
}

const only = values.only?.split(',');
// Only these look at built files.
const needsBuild = !values['no-build'] && (only?.some((name) => ['exports', 'budgets'].includes(name)) ?? true);
if (needsBuild) await buildAll();
else await generate();
const { passed, failed } = await checkAll({ write: values.write ?? false, ...(only ? { only } : {}) });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
