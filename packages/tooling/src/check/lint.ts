import { globSync, readFileSync } from 'node:fs';
import { root } from '../repo.ts';
import { run } from '../run.ts';
import { fromProgram, type Gate } from './gate.ts';

/** oxlint (its own rules, lit, lit-a11y and those of the house), and the one rule that style sheets have. */
export const lint: Gate = {
  name: 'lint',
  async check() {
    const { problems } = fromProgram(await run('oxlint', ['--deny-warnings']));
    const sheets = globSync('packages/*/src/**/*.css', { cwd: root });
    const rem = sheets.filter((file) => /\d\s*rem\b/.test(readFileSync(`${root}/${file}`, 'utf8')));
    return { problems: [...problems, ...rem.map((file) => `${file} has a rem: its size is the shop’s.`)] };
  },
};
