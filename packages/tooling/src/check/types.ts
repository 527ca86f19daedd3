import { publishedPackages, root } from '../repo.ts';
import { run } from '../run.ts';
import type { Gate } from './gate.ts';

/** Everything, then each package's shipped code by itself: Node's and mocha's globals are unknown there. */
export const types: Gate = {
  name: 'types',
  async check() {
    const problems: string[] = [];
    for (const project of [root, ...publishedPackages().map((pkg) => pkg.dir)]) {
      const { code, output } = await run('tsc', ['--project', project]);
      if (code !== 0) problems.push(output.trim());
    }
    return { problems };
  },
};
