import { buildAll } from './build/all.ts';
import { checkAll } from './check/all.ts';
import { generate } from './generate.ts';
import { runNodeTests } from './test/node.ts';
import { help, testOptions, type Stage } from './test/options.ts';
import { sum, type Tally } from './test/tally.ts';
import { runWebTests } from './test/web.ts';

const options = testOptions(process.argv.slice(2));
if (options.help) {
  console.log(help);
  process.exit(0);
}

const runStage: Record<Stage, () => Promise<Tally>> = {
  build: async () => {
    await buildAll();
    return { passed: 1, failed: 0 };
  },
  check: () => checkAll({ write: false }),
  node: () => runNodeTests(options),
  web: () => runWebTests(options),
};

const tallies: Tally[] = [];
if (!(await generate())) tallies.push({ passed: 0, failed: 1 });
// A failing stage does not stop the next one: all results are wanted at once.
for (const stage of options.only) {
  console.log(`\n── ${stage}`);
  try {
    tallies.push(await runStage[stage]());
  } catch (error) {
    console.error(error);
    tallies.push({ passed: 0, failed: 1 });
  }
}

const { passed, failed } = sum(tallies);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
